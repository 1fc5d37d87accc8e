using OpenAso.Edi.Enrollment834;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Plans;

namespace OpenAso.Operations.Importing;

/// <summary>What enrolment files made of the families that were known before.</summary>
/// <param name="Families">All that changed or are new, by id.</param>
/// <param name="Changes">What changed, in the order in which it was done.</param>
/// <param name="Findings">What could not be done, and what was noticed.</param>
public sealed record EnrollmentResult(
    IReadOnlyDictionary<FamilyId, Family> Families, IReadOnlyList<EnrollmentChange> Changes,
    IReadOnlyList<Finding> Findings);

/// <summary>Enrols the people of enrolment files.</summary>
public static class EnrollmentIntake
{
    /// <summary>Applies files one after another, in the order in which they were sent.</summary>
    /// <param name="files">834 files with their envelopes, in any order.</param>
    /// <param name="current">The families that are known.</param>
    /// <param name="plans">Those of which there are documents; null where that is not asked.</param>
    public static EnrollmentResult Enroll(
        IReadOnlyList<ReadFile> files, IReadOnlyDictionary<FamilyId, Family> current, PlanLibrary? plans = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        var run = new Run(current, plans);
        foreach (var file in files.OrderBy(file => file.SentOrder, StringComparer.Ordinal)
                     .ThenBy(file => file.File.Name, StringComparer.Ordinal))
        {
            run.Findings.AddRange(file.EnvelopeFindings);
            file.Segments(segments =>
            {
                var reader = new EnrollmentFileReader(segments, file.File.Name);
                while (reader.Read() is { } set)
                    run.Apply(set, file.File.Name);
                run.Findings.AddRange(reader.Findings);
            });
        }
        return run.Result;
    }

    /// <summary>Applies records that were read from elsewhere, such as a CSV file, by the same rules.</summary>
    /// <param name="file">The records.</param>
    /// <param name="name">The file's name, for findings.</param>
    /// <param name="current">The families that are known.</param>
    /// <param name="plans">Those of which there are documents; null where that is not asked.</param>
    public static EnrollmentResult Enroll(
        EnrollmentFile file, string name, IReadOnlyDictionary<FamilyId, Family> current, PlanLibrary? plans = null)
    {
        var run = new Run(current, plans);
        run.Apply(file, name);
        return run.Result;
    }

    private sealed class Run(IReadOnlyDictionary<FamilyId, Family> current, PlanLibrary? plans)
    {
        private readonly Dictionary<FamilyId, Family> _families = [];
        private readonly List<EnrollmentChange> _changes = [];

        public List<Finding> Findings { get; } = [];

        public EnrollmentResult Result => new(_families, _changes, Findings);

        public void Apply(EnrollmentFile file, string name)
        {
            HashSet<FamilyId> present = [];
            foreach (var (id, records) in file.ByFamily())
            {
                present.Add(id);
                var before = Find(id);
                var enrolled = Enrollment.Apply(before, records);
                Findings.AddRange(enrolled.Findings);
                if (enrolled.Family is null || enrolled.Changes.Count == 0)
                    continue;
                _families[id] = enrolled.Family;
                _changes.AddRange(enrolled.Changes);
            }
            if (file.IsFull)
                NoteAbsent(present, name);
            if (plans is not null)
                Findings.AddRange(PlansWithoutDocument.Of(file, plans));
        }

        private Family? Find(FamilyId id) => _families.GetValueOrDefault(id) ?? current.GetValueOrDefault(id);

        // A full file that leaves somebody out may be cut short; nobody loses coverage by silence.
        private void NoteAbsent(HashSet<FamilyId> present, string name)
        {
            var absent = current.Keys.Union(_families.Keys).Count(id => !present.Contains(id));
            if (absent > 0)
                Findings.Add(new Finding(EnrollmentCodes.AbsentFromFullFile, Severity.Warning, new Place(name),
                    $"{Counted.Of(absent, "enrolled family is", "enrolled families are")} absent from this full "
                    + "file; nothing was changed for them. Send terminations if their coverage has ended."));
        }
    }
}
