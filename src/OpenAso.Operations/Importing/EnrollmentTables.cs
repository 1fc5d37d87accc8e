using System.Text;
using OpenAso.Edi.Csv;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Plans;

namespace OpenAso.Operations.Importing;

/// <summary>Enrolment that comes as CSV tables: by the same rules as enrolment files.</summary>
public static class EnrollmentTables
{
    // Bytes that are no UTF-8 are said, not replaced.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether a file is a table, by the ending of its name.</summary>
    /// <param name="file">The file.</param>
    public static bool IsTable(InputFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Applies tables one after another, behind what enrolment files have done.</summary>
    /// <param name="tables">In the order in which they are applied.</param>
    /// <param name="full">Whether each lists everybody who is covered, rather than what has changed.</param>
    /// <param name="before">What files have done.</param>
    /// <param name="known">The families that were known before the files.</param>
    /// <param name="plans">Those of which there are documents.</param>
    public static EnrollmentResult Enroll(
        IReadOnlyList<InputFile> tables, bool full, EnrollmentResult before,
        IReadOnlyDictionary<FamilyId, Family> known, PlanLibrary plans)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(before);
        if (tables.Count == 0)
            return before;
        var current = new Dictionary<FamilyId, Family>(known);
        var families = new Dictionary<FamilyId, Family>(before.Families);
        foreach (var (id, family) in before.Families)
            current[id] = family;
        List<EnrollmentChange> changes = [.. before.Changes];
        List<Finding> findings = [.. before.Findings];
        foreach (var table in tables)
        {
            using var reader = new StreamReader(table.Open(), Utf8);
            var records = EnrollmentCsv.Read(reader, table.Name);
            findings.AddRange(records.Findings);
            var enrolled = EnrollmentIntake.Enroll(
                records.Value with { IsFull = full }, table.Name, current, plans);
            foreach (var (id, family) in enrolled.Families)
                current[id] = families[id] = family;
            changes.AddRange(enrolled.Changes);
            findings.AddRange(enrolled.Findings);
        }
        return new EnrollmentResult(families, changes, findings);
    }

    /// <summary>What a table says, whatever its name.</summary>
    internal static string HashOf(InputFile table)
    {
        using var reader = new StreamReader(table.Open());
        return ContentHash.Of(reader.ReadToEnd()).ToString();
    }
}
