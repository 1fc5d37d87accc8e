using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Claims;

/// <summary>What was met in the last months of a window and is credited to the next, where the plan credits it only
/// while the old window's limit is unmet.</summary>
/// <remarks>Every late amount is written down as carried, apart from what the next window's own claims use; whether it
/// counts is asked whenever the limit is read. So it makes no difference in which order claims meet the limit or are
/// taken back.</remarks>
internal readonly ref struct CarriedOver(
    FamilyContext context, Workspace? work, ResolvedPlan plan, CoverageTier tier)
{
    /// <summary>Marks a movement as carried into the window that it names.</summary>
    public static Code Part { get; } = Code.Of("CARRIED");

    /// <summary>What was carried into a window and does not count, because its person has met the limit of the window
    /// before.</summary>
    public (long Person, long Family) Lapsed(Limit limit, DateOnly first, PersonNumber person)
    {
        var (personal, shared) = (0L, 0L);
        foreach (var list in MovementList.All(context, work))
        {
            foreach (var (key, amount) in list)
            {
                if (key.Part != Part || key.WindowFirst != first || key.Limit != limit.Id
                    || !WasMet(limit, first, key.Person))
                    continue;
                shared += amount;
                personal += key.Person == person ? amount : 0;
            }
        }
        return (personal, shared);
    }

    // By the terms and the tier of coverage on the last day of the window before.
    private bool WasMet(Limit limit, DateOnly first, PersonNumber person)
    {
        var last = first.AddDays(-1);
        var terms = context.Plans.Find(plan.Id, last) ?? plan;
        var before = terms.Limits.FirstOrDefault(known => known.Id == limit.Id) ?? limit;
        return before.Under(TierOn(person, last)).Person is { } most
            && Used(before, before.WindowOf(last, terms.Year).First, person) >= most;
    }

    private CoverageTier TierOn(PersonNumber person, DateOnly day) =>
        context.Family?.Find(person)?.CoverageOn(plan.Line, day) is { } span
            ? context.Family.TierOn(span, day)
            : tier;

    private long Used(Limit limit, DateOnly first, PersonNumber person)
    {
        var used = MovementList.Sum(context, work, new LimitUse(limit.Id, first, first, Code.None), person).Person;
        var carried = MovementList.Sum(context, work, new LimitUse(limit.Id, first, first, Part), person).Person;
        return carried != 0 && WasMet(limit, first, person) ? used - carried : used;
    }
}
