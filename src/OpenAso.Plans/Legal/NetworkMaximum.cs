using OpenAso.Kernel;

namespace OpenAso.Plans.Legal;

/// <summary>The most that care in network can cost under a plan, over all of its tiers in network.</summary>
internal static class NetworkMaximum
{
    /// <summary>For an employee covered alone; null where there is no end.</summary>
    public static long? SelfOnly(ResolvedPlan terms) =>
        Most(terms, limit => limit.Under(CoverageTier.EmployeeOnly).Person);

    /// <summary>For a family; null where there is no end.</summary>
    public static long? Family(ResolvedPlan terms) => Most(terms, limit => limit.Family);

    /// <summary>For one person of a family; null where there is no end.</summary>
    public static long? Person(ResolvedPlan terms) => Most(terms, limit => limit.Person ?? limit.Family);

    /// <summary>Where the maximum stands, or should stand.</summary>
    public static Place PlaceOf(ResolvedPlan terms) =>
        Limits(terms).FirstOrDefault()?.Place ?? LegalFinding.PlaceIn(terms, "out-of-pocket-maximums");

    // Maximums that credit each other end together; others are paid one after the other.
    private static long? Most(ResolvedPlan terms, Func<Limit, long?> amount)
    {
        var tiers = terms.Tiers.Where(tier => !tier.IsOutOfNetwork).ToList();
        if (tiers.Count == 0)
            return 0;
        if (tiers.Exists(tier => tier.OutOfPocketMaximum is null))
            return null;
        var limits = Limits(terms);
        if (limits.Exists(limit => amount(limit) is null))
            return null;
        return CreditEachOther(limits) ? limits.Max(amount) : limits.Sum(amount);
    }

    private static bool CreditEachOther(List<Limit> limits) =>
        limits.TrueForAll(one => limits.TrueForAll(other => one == other || one.AlsoCredits.Contains(other.Index)));

    private static List<Limit> Limits(ResolvedPlan terms) =>
    [
        .. terms.Tiers.Where(tier => !tier.IsOutOfNetwork && tier.OutOfPocketMaximum is not null)
            .Select(tier => terms.Limits[tier.OutOfPocketMaximum!.Value]).Distinct(),
    ];
}
