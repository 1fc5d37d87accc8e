using OpenAso.Kernel;

namespace OpenAso.Members;

/// <summary>Applies what a record says about coverage to one person: all of it, or nothing.</summary>
internal static class PersonCoverage
{
    public static (Person? Person, Finding? Finding) Apply(FamilyDraft draft, Person person, EnrollmentRecord record)
    {
        if (TwoPlansOneDay(record) is { } clash)
            return (null, clash);
        if (record.Maintenance == Maintenance.Terminate && record.Coverage.Count == 0)
            return EndAll(person, record);
        foreach (var change in record.Coverage)
        {
            var (changed, finding) = Apply(draft, person, record, change);
            if (finding is not null)
                return (null, finding);
            person = changed!;
        }
        return (person, null);
    }

    private static (Person?, Finding?) Apply(
        FamilyDraft draft, Person person, EnrollmentRecord record, CoverageChange change)
    {
        if (change.Maintenance == Maintenance.Terminate || record.Maintenance == Maintenance.Terminate)
            return End(person, record, change);
        var standing = person.Coverage.LastOf(change.Line);
        var plan = string.IsNullOrEmpty(change.Plan.Value) ? standing?.Plan ?? change.Plan : change.Plan;
        if (string.IsNullOrEmpty(plan.Value))
            return Refuse(record, EnrollmentCodes.NoPlan,
                $"No plan is named for {Word(change.Line)} coverage; HD04 (CSV: plan) names it.");
        if (FirstDay(record, change, standing) is not { } first)
            return Refuse(record, EnrollmentCodes.CoverageWithoutDate,
                $"No first day is given for {Word(change.Line)} coverage; DTP*348 (CSV: from) gives it.");
        var last = change.Last ?? record.EligibleLast ?? DateOnly.MaxValue;
        if (last < first)
            return Refuse(record, EnrollmentCodes.EndsBeforeBegin,
                $"The {Word(change.Line)} coverage would end on {last:yyyy-MM-dd}, "
                    + $"before its first day {first:yyyy-MM-dd}; correct DTP*349 or DTP*348 (CSV: to or from).");
        if (person.BirthDate is { } birth && last < birth)
            return Refuse(record, EnrollmentCodes.CoveredBeforeBirth,
                $"The {Word(change.Line)} coverage would end before the person was born; "
                    + "check DMG02 and DTP*349 (CSV: birth and to).");
        var span =
            new CoverageSpan(change.Line, plan, new DateRange(first, last), TierOf(draft, person, change, first));
        return (person with { Coverage = person.Coverage.With(span) }, null);
    }

    // A change without a day says how coverage stands that is already on file; a reinstatement without a day takes up
    // coverage where it had begun.
    private static DateOnly? FirstDay(EnrollmentRecord record, CoverageChange change, CoverageSpan? standing) =>
        change.First
        ?? (record.Maintenance is Maintenance.Change or Maintenance.Reinstate ? standing?.Dates.First : null)
        ?? record.EligibleFirst;

    private static CoverageTier TierOf(FamilyDraft draft, Person person, CoverageChange change, DateOnly first)
    {
        if (change.Tier is { } stated)
            return stated;
        if (person.Coverage.LastOf(change.Line) is { } standing)
            return standing.Tier;
        return person.Number != PersonNumber.Subscriber
            && draft.Find(PersonNumber.Subscriber)?.CoverageOn(change.Line, first) is { } subscriber
            ? subscriber.Tier
            : CoverageTier.EmployeeOnly;
    }

    private static (Person?, Finding?) EndAll(Person person, EnrollmentRecord record)
    {
        if (record.EligibleLast is not { } last)
            return Refuse(record, EnrollmentCodes.EndWithoutDate,
                "Coverage is to end, but no day is given; DTP*357 or DTP*349 (CSV: to) gives the last day covered.");
        if (person.Coverage.Count == 0)
            return Refuse(record, EnrollmentCodes.NothingToEnd,
                "Coverage is to end, but none is on file; send it first, or leave this record out.");
        foreach (var line in person.Coverage.Select(span => span.Line).Distinct().ToArray())
            person = person with { Coverage = person.Coverage.EndedAfter(line, last) };
        return (person, null);
    }

    private static (Person?, Finding?) End(Person person, EnrollmentRecord record, CoverageChange change)
    {
        if ((change.Last ?? record.EligibleLast) is not { } last)
            return Refuse(record, EnrollmentCodes.EndWithoutDate,
                $"The {Word(change.Line)} coverage is to end, but no day is given; "
                + "DTP*349 or DTP*357 (CSV: to) gives the last day covered.");
        PlanId? only = string.IsNullOrEmpty(change.Plan.Value) ? null : change.Plan;
        if (!person.Coverage.Any(span => span.Line == change.Line && (only is null || span.Plan == only)))
            return Refuse(record, EnrollmentCodes.NothingToEnd,
                $"The {Word(change.Line)} coverage{(only is { } plan ? $" under plan {plan}" : "")} is to end, but "
                + "none is on file; send it first, or leave this record out.");
        return (person with { Coverage = person.Coverage.EndedAfter(change.Line, last, only) }, null);
    }

    private static Finding? TwoPlansOneDay(EnrollmentRecord record)
    {
        for (var i = 0; i < record.Coverage.Count; i++)
        {
            for (var j = i + 1; j < record.Coverage.Count; j++)
            {
                var (one, other) = (record.Coverage[i], record.Coverage[j]);
                if (one.Line == other.Line && one.Plan != other.Plan && IsCover(one) && IsCover(other)
                    && Overlap(one, other))
                    return Enrollment.Rejected(record, EnrollmentCodes.TwoPlansOneDay,
                        $"Plans {one.Plan} and {other.Plan} both claim {Word(one.Line)} coverage on the same days; "
                        + "end one the day before the other begins.");
            }
        }
        return null;
    }

    private static bool IsCover(CoverageChange change) =>
        change.Maintenance != Maintenance.Terminate && change.First is not null;

    private static bool Overlap(CoverageChange one, CoverageChange other) =>
        one.First <= (other.Last ?? DateOnly.MaxValue) && other.First <= (one.Last ?? DateOnly.MaxValue);

    private static (Person?, Finding?) Refuse(EnrollmentRecord record, string code, string message) =>
        (null, Enrollment.Rejected(record, code, message));

    private static string Word(LineOfCoverage line) => line.ToString().ToLowerInvariant();
}
