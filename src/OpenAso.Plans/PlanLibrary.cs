using System.Collections.Concurrent;
using OpenAso.Kernel;

namespace OpenAso.Plans;

/// <summary>The plans of one employer, each resolved for the day that is asked for.</summary>
/// <remarks>A resolved plan serves all days between two amendments, and is kept.</remarks>
public sealed class PlanLibrary
{
    private readonly Dictionary<PlanId, Plan> _plans;
    private readonly ConcurrentDictionary<PlanId, ResolvedPlan[]> _resolved = new();

    /// <summary>A library of these plans.</summary>
    /// <param name="plans">Each plan id once.</param>
    /// <exception cref="ArgumentException">Two plans have the same id.</exception>
    public PlanLibrary(IEnumerable<Plan> plans) => _plans = plans.ToDictionary(plan => plan.Id);

    /// <summary>All plans, ordered by id.</summary>
    public IEnumerable<Plan> Plans => _plans.Values.OrderBy(plan => plan.Id);

    /// <summary>A plan's terms on a day.</summary>
    /// <param name="id">As the enrolment names it.</param>
    /// <param name="day">The day of service.</param>
    /// <returns>Null where there is no such plan, or it is not in force on the day.</returns>
    public ResolvedPlan? Find(PlanId id, DateOnly day)
    {
        var segments = _resolved.GetOrAdd(id, _ => []);
        foreach (var segment in segments)
        {
            if (segment.InForce.Contains(day))
                return segment;
        }
        if (!_plans.TryGetValue(id, out var plan) || plan.AsOf(day) is not { } resolved)
            return null;
        _resolved.AddOrUpdate(id, [resolved], (_, known) =>
            known.Any(segment => segment.InForce == resolved.InForce) ? known : [.. known, resolved]);
        return resolved;
    }
}
