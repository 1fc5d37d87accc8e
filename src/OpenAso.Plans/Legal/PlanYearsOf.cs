namespace OpenAso.Plans.Legal;

/// <summary>The plan years on which a plan's terms hold.</summary>
internal static class PlanYearsOf
{
    /// <summary>Their first days. Terms without an end count up to a year that is known, but their first plan year at
    /// the least.</summary>
    public static IEnumerable<DateOnly> Terms(ResolvedPlan terms, int lastKnownYear)
    {
        var first = FirstDay(terms, terms.InForce.First);
        var last = terms.InForce.IsOpen ? lastKnownYear : FirstDay(terms, terms.InForce.Last).Year;
        for (var day = first; day == first || day.Year <= last; day = day.AddYears(1))
            yield return day;
    }

    /// <summary>Whether one of those plan years begins on a day or later.</summary>
    public static bool BeginOnOrAfter(ResolvedPlan terms, DateOnly day) =>
        terms.InForce.IsOpen || FirstDay(terms, terms.InForce.Last) >= day;

    private static DateOnly FirstDay(ResolvedPlan terms, DateOnly day) => terms.Year.Containing(day).First;
}
