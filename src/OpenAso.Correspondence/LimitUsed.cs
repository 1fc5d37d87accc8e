using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Correspondence;

/// <summary>How much of a limit has been used so far.</summary>
/// <param name="Name">What a member reads, for example "Deductible, in network".</param>
/// <param name="Measure">What it counts: cents of money, or visits, days, services.</param>
/// <param name="IsFamily">Whether all persons of the family draw on it together.</param>
/// <param name="Used">So far.</param>
/// <param name="Limit">In all.</param>
/// <param name="Window">The time within which it is used up; without beginning and end for a lifetime.</param>
public sealed record LimitUsed(
    string Name, LimitMeasure Measure, bool IsFamily, long Used, long Limit, DateRange Window)
{
    /// <summary>What is left; nothing where more was used, because an amendment has lowered the limit.</summary>
    public long Left => Math.Max(0, Limit - Used);

    /// <summary>What a person and the family have used of the deductibles and out-of-pocket maximums, and of every
    /// other limit that the person has begun to use.</summary>
    /// <param name="plan">The terms on the day.</param>
    /// <param name="plans">For the terms of the year before, from which amounts may be carried.</param>
    /// <param name="accumulators">The family's, as they stand.</param>
    /// <param name="person">The patient.</param>
    /// <param name="tier">Who is covered beside the employee.</param>
    /// <param name="day">As a rule the last day of service.</param>
    /// <returns>In the order of the document, for each limit the person's before the family's. Limits of single teeth
    /// are left out.</returns>
    public static ValueList<LimitUsed> Of(
        ResolvedPlan plan, PlanLibrary plans, FamilyAccumulators accumulators, PersonNumber person, CoverageTier tier,
        DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(accumulators);
        return plan.Limits.Where(limit => !limit.PerTooth)
            .SelectMany(limit =>
                One(plan, limit, accumulators.UsedOf(limit, plan, plans, person, tier, day), tier, day))
            .ToValueList();
    }

    private static IEnumerable<LimitUsed> One(
        ResolvedPlan plan, Limit limit, (long Own, long Together) used, CoverageTier tier, DateOnly day)
    {
        var window = limit.WindowOf(day, plan.Year);
        var own = used.Own;
        var (ofPerson, ofFamily) = limit.Under(tier);
        var always = limit.Measure is LimitMeasure.Deductible or LimitMeasure.OutOfPocket;
        if (ofPerson is { } most && (always || own != 0))
            yield return new LimitUsed(NameOf(plan, limit), limit.Measure, false, own, most, window);
        if (ofFamily is { } all && (always || own != 0))
            yield return new LimitUsed(NameOf(plan, limit), limit.Measure, true, used.Together, all, window);
    }

    /// <summary>What a member reads for a limit, for example "Deductible, in network".</summary>
    /// <param name="plan">The terms that it stands in.</param>
    /// <param name="limit">One of theirs.</param>
    public static string NameOf(ResolvedPlan plan, Limit limit)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(limit);
        var (word, users) = limit.Measure switch
        {
            LimitMeasure.Deductible => ("Deductible", Users(plan, tier => tier.Deductible, limit)),
            LimitMeasure.OutOfPocket => ("Out-of-pocket maximum", Users(plan, tier => tier.OutOfPocketMaximum, limit)),
            _ => (Capital(limit.Name), []),
        };
        return users.Count == 0 || users.Count == plan.Tiers.Length
            ? word : $"{word}, {Wording.List(users).ToLowerInvariant()}";
    }

    private static List<string> Users(ResolvedPlan plan, Func<NetworkTier, int?> drawsOn, Limit limit) =>
        [.. plan.Tiers.Where(tier => drawsOn(tier) == limit.Index).Select(tier => tier.Name)];

    private static string Capital(string name) =>
        name.Length == 0 ? "Limit" : char.ToUpperInvariant(name[0]) + name[1..];
}
