using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Claims;

/// <summary>Reads and writes the accumulators of one line under decision.</summary>
/// <remarks>What the family used before, plus what the claim's earlier lines used, less what the claim takes
/// back.</remarks>
internal readonly ref struct LimitReading(
    LimitSources sources, ResolvedPlan plan, PersonNumber person, CoverageTier tier, DateOnly day)
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

    public (long Person, long Family) Used(Limit limit, Code? part = null)
    {
        var window = limit.WindowOf(day, plan.Year);
        var rolling = limit.Window == LimitWindow.Rolling;
        var use = new LimitUse(
            limit.Id, window.First, rolling ? window.Last : window.First, limit.PerTooth ? part : null);
        long byPerson = 0, byFamily = 0;
        MovementList.Sum(sources.Used.List, use, person, ref byPerson, ref byFamily);
        MovementList.Sum(sources.Movements, use, person, ref byPerson, ref byFamily);
        MovementList.Sum(sources.Reversed, use, person, ref byPerson, ref byFamily);
        if (limit.CarryOver is { OnlyIfUnmet: true })
            LeaveOutWhatWasMet(limit, window.First, ref byPerson, ref byFamily);
        return (byPerson, byFamily);
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
            MovementList.Add(sources.Movements, KeyOf(limit, part), amount);
    }

    private AccumulatorKey KeyOf(Limit limit, Code part)
    {
        var first = limit.Window == LimitWindow.Rolling ? day : limit.WindowOf(day, plan.Year).First;
        return new AccumulatorKey(person, limit.Id, first, limit.PerTooth ? part : Code.None);
    }

    // What is carried is kept apart from what the next year's own claims use: whether it counts is known only when it
    // is asked for, because claims of the old year may still come, or be taken back.
    private void CarryOver(Limit limit, CarryOver carry, long amount)
    {
        var last = limit.WindowOf(day, plan.Year).Last;
        if (last == DateOnly.MaxValue)
            return;
        var nextFirst = last.AddDays(1);
        if (day >= nextFirst.AddMonths(-carry.Months))
            MovementList.Add(sources.Movements, new AccumulatorKey(person, limit.Id, nextFirst, CarriedOver), amount);
    }

    private void LeaveOutWhatWasMet(Limit limit, DateOnly first, ref long byPerson, ref long byFamily)
    {
        Span<bool> done = stackalloc bool[byte.MaxValue + 1];
        foreach (var entries in (ReadOnlySpan<List<AccumulatorMovement>>)[sources.Used.List, sources.Movements])
        {
            foreach (var entry in entries)
            {
                var key = entry.Key;
                if (key.Part != CarriedOver || key.WindowFirst != first || key.Limit != limit.Id
                    || done[key.Person.Value] || !WasMet(limit, key.Person, first.AddDays(-1)))
                    continue;
                done[key.Person.Value] = true;
                byFamily -= ValueOf(key);
                if (key.Person == person)
                    byPerson -= ValueOf(key);
            }
        }
    }

    private bool WasMet(Limit limit, PersonNumber member, DateOnly lastDay)
    {
        var old = sources.Plans.Find(plan.Id, lastDay) ?? plan;
        var before = old.Limits.FirstOrDefault(candidate => candidate.Id == limit.Id) ?? limit;
        return before.Under(tier).Person is { } own
            && new LimitReading(sources, old, member, tier, lastDay).Used(before).Person >= own;
    }

    private long ValueOf(in AccumulatorKey key) =>
        sources.Used[key] + MovementList.ValueOf(sources.Movements, key)
            + MovementList.ValueOf(sources.Reversed, key);

    private static Code CarriedOver { get; } = Code.Of("CARRIED");
}

/// <summary>What the use of a limit is read from.</summary>
/// <param name="Used">By the family, before the claim under decision.</param>
/// <param name="Plans">For the terms of an earlier year.</param>
/// <param name="Movements">Of the claim under decision, so far.</param>
/// <param name="Reversed">What it takes back.</param>
internal readonly record struct LimitSources(
    FamilyAccumulators Used, PlanLibrary Plans, List<AccumulatorMovement> Movements,
    List<AccumulatorMovement> Reversed);
