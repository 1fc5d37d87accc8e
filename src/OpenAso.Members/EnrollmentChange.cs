using OpenAso.Kernel;

namespace OpenAso.Members;

/// <summary>What a file did to a person's enrolment.</summary>
public enum EnrollmentChangeKind
{
    /// <summary>Somebody who was not known.</summary>
    PersonAdded,

    /// <summary>Name, birth date, sex, relationship, address or identifier.</summary>
    DetailsChanged,

    /// <summary>New days under a plan.</summary>
    CoverageBegan,

    /// <summary>Days that were covered no longer are.</summary>
    CoverageEnded,

    /// <summary>Coverage now ends later than before, or not at all.</summary>
    CoverageExtended,

    /// <summary>Others are covered beside the employee than before.</summary>
    TierChanged,

    /// <summary>Coverage that was on file never was.</summary>
    CoverageRemoved,
}

/// <summary>One thing that a file changed.</summary>
/// <param name="Kind">What.</param>
/// <param name="Family">Whose family.</param>
/// <param name="Person">Who.</param>
/// <param name="Coverage">The span as it is now, or was where removed; null for what is not about coverage.</param>
public sealed record EnrollmentChange(
    EnrollmentChangeKind Kind, FamilyId Family, PersonNumber Person, CoverageSpan? Coverage = null)
{
    /// <summary>What differs between two states of a family.</summary>
    /// <param name="before">Null where the family was not known.</param>
    /// <param name="after">As it is now.</param>
    /// <returns>By person, then by line and first day.</returns>
    public static ValueList<EnrollmentChange> Between(Family? before, Family after)
    {
        ArgumentNullException.ThrowIfNull(after);
        List<EnrollmentChange> changes = [];
        foreach (var person in after.People)
        {
            var known = before?.Find(person.Number);
            if (known is null)
                changes.Add(new EnrollmentChange(EnrollmentChangeKind.PersonAdded, after.Id, person.Number));
            else if (known with { Coverage = person.Coverage } != person)
                changes.Add(new EnrollmentChange(EnrollmentChangeKind.DetailsChanged, after.Id, person.Number));
            AddCoverage(changes, after.Id, person.Number, known?.Coverage ?? default, person.Coverage);
        }
        return changes.ToValueList();
    }

    private static void AddCoverage(
        List<EnrollmentChange> changes, FamilyId family, PersonNumber person,
        ValueList<CoverageSpan> before, ValueList<CoverageSpan> after)
    {
        foreach (var span in after)
        {
            if (KindOf(before.FirstOrDefault(known => SameStart(known, span)), span) is { } kind)
                changes.Add(new EnrollmentChange(kind, family, person, span));
        }
        foreach (var span in before)
        {
            if (!after.Any(now => SameStart(span, now)))
                changes.Add(new EnrollmentChange(EnrollmentChangeKind.CoverageRemoved, family, person, span));
        }
    }

    private static EnrollmentChangeKind? KindOf(CoverageSpan? before, CoverageSpan after) =>
        before is null ? EnrollmentChangeKind.CoverageBegan
        : after.Dates.Last < before.Dates.Last ? EnrollmentChangeKind.CoverageEnded
        : after.Dates.Last > before.Dates.Last ? EnrollmentChangeKind.CoverageExtended
        : after.Tier != before.Tier ? EnrollmentChangeKind.TierChanged
        : null;

    private static bool SameStart(CoverageSpan left, CoverageSpan right) =>
        left.Line == right.Line && left.Plan == right.Plan && left.Dates.First == right.Dates.First;
}
