using OpenAso.Kernel;

namespace OpenAso.Members;

/// <summary>A family after an enrolment file, with what changed and what could not be done.</summary>
/// <param name="Family">As it is now; null where the records gave nobody.</param>
/// <param name="Changes">By person.</param>
/// <param name="Findings">In the order of the file; a record with a rejection changed nothing.</param>
/// <param name="Named">The people whom the records are about, whatever became of the records.</param>
public sealed record FamilyEnrollment(
    Family? Family, ValueList<EnrollmentChange> Changes, ValueList<Finding> Findings, ValueList<PersonNumber> Named);

/// <summary>Applies the records of an enrolment file to a family.</summary>
public static class Enrollment
{
    /// <summary>Applies records one after another: the subscriber's first, then the dependents' in the order of the
    /// file.</summary>
    /// <remarks>A record that cannot be carried out in full changes nothing; the others are carried out. The end of a
    /// subscriber's coverage ends that of the dependents on the same line, for they are covered under the
    /// subscriber.</remarks>
    /// <param name="current">The family as known; null for a new one.</param>
    /// <param name="records">At least one, all of this family.</param>
    public static FamilyEnrollment Apply(Family? current, IReadOnlyList<EnrollmentRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        var draft = new FamilyDraft(current, records[0].Family);
        List<Finding> findings = [];
        foreach (var record in records.Where(record => record.IsSubscriber).Concat(records.Where(r => !r.IsSubscriber)))
            Apply(draft, record, findings);
        if (draft.People.Count == 0)
            return new FamilyEnrollment(current, default, findings.ToValueList(), default);
        var family = new Family(draft.Id, draft.People.ToValueList());
        return new FamilyEnrollment(
            family, EnrollmentChange.Between(current, family), findings.ToValueList(), draft.Named.ToValueList());
    }

    private static void Apply(FamilyDraft draft, EnrollmentRecord record, List<Finding> findings)
    {
        if (!record.IsSubscriber && draft.Find(PersonNumber.Subscriber) is null)
        {
            findings.Add(Rejected(record, EnrollmentCodes.NoSubscriber,
                "The subscriber whom the dependent stands under (REF*0F; CSV: family) is not enrolled; "
                + "send the subscriber in the same file or earlier."));
            return;
        }
        if (draft.NumberFor(record) is not { } number)
        {
            findings.Add(Rejected(record, EnrollmentCodes.FamilyTooLarge,
                $"The family would have more than {byte.MaxValue} people; "
                    + "check the subscriber's identifier (REF*0F; CSV: family)."));
            return;
        }
        draft.Named.Add(number);
        var person = draft.Find(number);
        if (number == PersonNumber.Subscriber && person is not null && IsSomebodyElse(person, record))
        {
            findings.Add(Rejected(record, EnrollmentCodes.SecondSubscriber,
                "The subscriber's identifier (REF*0F; CSV: family) belongs to somebody with another name and birth "
                + "date; give this person an identifier of their own, or send dependents with INS01 N."));
            return;
        }
        var drafted = Details(person, record, number);
        var (covered, finding) = PersonCoverage.Apply(draft, drafted, record);
        if (finding is not null)
        {
            findings.Add(finding);
            return;
        }
        draft.Put(covered!);
        if (record.IsSubscriber)
            draft.EndDependentsWithSubscriber(person);
    }

    private static bool IsSomebodyElse(Person person, EnrollmentRecord record) =>
        record.Maintenance != Maintenance.Change
        && person.BirthDate is { } known && record.BirthDate is { } stated && known != stated
        && !person.Name.Is(record.Name.Last, record.Name.First);

    // What a record leaves out stays as it was.
    private static Person Details(Person? person, EnrollmentRecord record, PersonNumber number) => new(
        number,
        record.MemberId.Length > 0 ? record.MemberId : person?.MemberId ?? "",
        record.Name,
        record.BirthDate ?? person?.BirthDate,
        record.Sex != Sex.Unknown ? record.Sex : person?.Sex ?? Sex.Unknown,
        record.Relationship,
        record.Address ?? person?.Address ?? Address.Unknown,
        person?.Coverage ?? default);

    internal static Finding Rejected(EnrollmentRecord record, string code, string message) =>
        new(code, Severity.Rejected, record.Place, message);
}
