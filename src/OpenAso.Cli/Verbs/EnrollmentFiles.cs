using OpenAso.Edi.Csv;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Operations.Importing;
using OpenAso.Plans;

namespace OpenAso.Cli.Verbs;

/// <summary>Reads the enrolment files that a command names: 834, or CSV by the ending of their names.</summary>
internal static class EnrollmentFiles
{
    public static EnrollmentResult Read(
        IReadOnlyList<FileInfo> files, PlanLibrary plans, List<Finding> findings, List<ReadFile> read)
    {
        var families = new Dictionary<FamilyId, Family>();
        List<EnrollmentChange> changes = [];
        read.AddRange(InputFiles.X12(files.Where(file => !IsCsv(file))));
        findings.AddRange(read.SelectMany(file => file.DemandEnrollment()));
        Add(EnrollmentIntake.Enroll(read, families, plans));
        foreach (var file in files.Where(IsCsv))
        {
            using var reader = new StringReader(InputFiles.Text(file));
            var records = EnrollmentCsv.Read(reader, file.ToString());
            findings.AddRange(records.Findings);
            Add(EnrollmentIntake.Enroll(records.Value, file.ToString(), families, plans));
        }
        return new EnrollmentResult(families, changes, []);

        void Add(EnrollmentResult result)
        {
            foreach (var (id, family) in result.Families)
                families[id] = family;
            changes.AddRange(result.Changes);
            findings.AddRange(result.Findings);
        }
    }

    private static bool IsCsv(FileInfo file) => file.Extension.Equals(".csv", StringComparison.OrdinalIgnoreCase);
}
