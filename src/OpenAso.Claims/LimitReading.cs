using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Claims;

/// <summary>Reads and writes the accumulators of one line under decision.</summary>
/// <remarks>What the family used before, plus what the claim's earlier lines used, less what the claim takes
/// back.</remarks>
internal readonly ref struct LimitReading(
    FamilyContext context, Workspace? work, ResolvedPlan plan, PersonNumber person, CoverageTier tier, DateOnly day)
{
    /// <summary>What is left of a limit for the person and the family together; the tighter decides. Zero where an
    /// amendment has put the limit below what is used; <see cref="long.MaxValue"/> where nothing binds.</summary>
    public long Remaining(Limit limit, Code part)
    {
        var (ofPerson, ofFamily) = limit.Under(tier);
        if (ofPerson is null && ofFamily is null)
            return long.MaxValue;
        var (byPerson, byFamily) = Used(limit, part);
        var personal = ofPerson is { } own ? own - byPerson : long.MaxValue;
        var shared = ofFamily is { } all ? all - byFamily : long.MaxValue;
        return Math.Max(0, Math.Min(personal, shared));
    }

    public (long Person, long Family) Used(Limit limit, Code part)
    {
        var window = limit.WindowOf(day, plan.Year);
        var rolling = limit.Window == LimitWindow.Rolling;
        var use = new LimitUse(
            limit.Id, window.First, rolling ? window.Last : window.First, limit.PerTooth ? part : Code.None);
        var (byPerson, byFamily) = MovementList.Sum(context, work, use, person);
        if (limit.CarryOver is not { OnlyIfUnmet: true })
            return (byPerson, byFamily);
        var (personal, shared) = new CarriedOver(context, work, plan, tier).Lapsed(limit, window.First, person);
        return (byPerson - personal, byFamily - shared);
    }

    /// <summary>Counts an amount toward a limit, toward those that it also credits, and toward the next year.</summary>
    public void Count(Limit limit, long amount, Code part)
    {
        if (amount == 0)
            return;
        CountHere(limit, amount, part);
        foreach (var other in limit.AlsoCredits)
            CountHere(plan.Limits[other], Math.Min(amount, Remaining(plan.Limits[other], part)), part);
        if (limit.CarryOver is { } carry)
            CarryOver(limit, carry, amount);
    }

    private void CountHere(Limit limit, long amount, Code part)
    {
        if (amount != 0)
            MovementList.Add(work!.Movements, KeyOf(limit, part), amount);
    }

    private AccumulatorKey KeyOf(Limit limit, Code part)
    {
        var first = limit.Window == LimitWindow.Rolling ? day : limit.WindowOf(day, plan.Year).First;
        return new AccumulatorKey(person, limit.Id, first, limit.PerTooth ? part : Code.None);
    }

    private void CarryOver(Limit limit, CarryOver carry, long amount)
    {
        var last = limit.WindowOf(day, plan.Year).Last;
        if (last == DateOnly.MaxValue)
            return;
        var nextFirst = last.AddDays(1);
        if (day >= nextFirst.AddMonths(-carry.Months))
            MovementList.Add(
                work!.Movements, new AccumulatorKey(person, limit.Id, nextFirst, CarriedOver.Part), amount);
    }
}
