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
                    run.Apply(set);
                run.Findings.AddRange(reader.Findings);
            });
            run.EndFile(file.File.Name);
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
        run.Apply(file);
        run.EndFile(name);
        return run.Result;
    }

    private sealed class Run(IReadOnlyDictionary<FamilyId, Family> current, PlanLibrary? plans)
    {
        private readonly Dictionary<FamilyId, Family> _families = [];
        private readonly List<EnrollmentChange> _changes = [];
        private readonly HashSet<(FamilyId, PersonNumber)> _named = [];
        private IdentifierOwners? _owners;
        private bool _isFull;

        private IdentifierOwners Owners => _owners ??= new IdentifierOwners(current.Values);

        public List<Finding> Findings { get; } = [];

        public EnrollmentResult Result => new(_families, _changes, Findings);

        public void Apply(EnrollmentFile set)
        {
            _isFull |= set.IsFull;
            foreach (var (id, records) in set.ByFamily())
            {
                var enrolled = Enrollment.Apply(Find(id), records);
                _named.UnionWith(enrolled.Named.Items.Select(number => (id, number)));
                Findings.AddRange(enrolled.Findings);
                Findings.AddRange(Owners.Taken(records));
                if (enrolled.Family is null || enrolled.Changes.Count == 0)
                    continue;
                _families[id] = enrolled.Family;
                Owners.Add(enrolled.Family);
                _changes.AddRange(enrolled.Changes);
            }
            if (plans is not null)
                Findings.AddRange(PlansWithoutDocument.Of(set, plans));
        }

        /// <summary>Looks for those whom a full file leaves out, once all of its sets are in.</summary>
        public void EndFile(string name)
        {
            if (_isFull)
                NoteAbsent(name);
            _isFull = false;
            _named.Clear();
        }

        private Family? Find(FamilyId id) => _families.GetValueOrDefault(id) ?? current.GetValueOrDefault(id);

        // A full file that leaves somebody out may be cut short; nobody loses coverage by silence. Whose coverage has
        // an end already is rightly absent.
        private void NoteAbsent(string name)
        {
            var (families, people) = (0, 0);
            foreach (var id in current.Keys.Union(_families.Keys))
            {
                var covered = Find(id)!.People.Items.Where(person => person.Coverage.Any(span => span.Dates.IsOpen))
                    .Select(person => person.Number).ToList();
                var absent = covered.Count(number => !_named.Contains((id, number)));
                families += absent == covered.Count && absent > 0 ? 1 : 0;
                people += absent < covered.Count ? absent : 0;
            }
            if (families > 0)
                Findings.Add(Absent(name, Counted.Of(families, "covered family is", "covered families are")));
            if (people > 0)
                Findings.Add(Absent(name, Counted.Of(people, "covered person is", "covered people are")
                    + ", whose family is there,"));
        }

        private static Finding Absent(string file, string who) => new(
            EnrollmentCodes.AbsentFromFullFile, Severity.Warning, new Place(file),
            $"{who} absent from this full file; nothing was changed for them. Send terminations if their coverage has "
            + "ended.");
    }
}
