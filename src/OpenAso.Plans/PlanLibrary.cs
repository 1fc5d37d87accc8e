using OpenAso.Kernel;

namespace OpenAso.Plans;

/// <summary>The plans of one employer, each resolved for the day that is asked for.</summary>
/// <remarks>Immutable, and safe to share between threads.</remarks>
public sealed class PlanLibrary
{
    private readonly Dictionary<PlanId, Plan> _plans;
    private readonly Dictionary<(PlanId Id, ContentHash Version), Plan> _versions;

    /// <summary>A library of the plans that are decided by, and of the versions that were.</summary>
    /// <param name="plans">Each plan id once.</param>
    /// <param name="superseded">Earlier versions of the documents, by which standing decisions were made.</param>
    /// <exception cref="ArgumentException">Two plans have the same id.</exception>
    public PlanLibrary(IEnumerable<Plan> plans, IEnumerable<Plan>? superseded = null)
    {
        _plans = plans.ToDictionary(plan => plan.Id);
        _versions = [];
        foreach (var plan in (superseded ?? []).Concat(_plans.Values))
            _versions[(plan.Id, plan.Version)] = plan;
    }

    /// <summary>The plans that are decided by, ordered by id.</summary>
    public IEnumerable<Plan> Plans => _plans.Values.OrderBy(plan => plan.Id);

    /// <summary>A plan's terms on a day, by its document in force.</summary>
    /// <param name="id">As the enrolment names it.</param>
    /// <param name="day">The day of service.</param>
    /// <returns>Null where there is no such plan, or it is not in force on the day.</returns>
    public ResolvedPlan? Find(PlanId id, DateOnly day) =>
        id.Value is not null && _plans.TryGetValue(id, out var plan) ? plan.AsOf(day) : null;

    /// <summary>A plan's terms on a day, by the document that a decision was made by.</summary>
    /// <param name="id">As the decision names it.</param>
    /// <param name="version">The content of the document.</param>
    /// <param name="day">The day of service.</param>
    /// <returns>Null where that version is not on file, or it is not in force on the day.</returns>
    public ResolvedPlan? Find(PlanId id, ContentHash version, DateOnly day) =>
        id.Value is not null && _versions.TryGetValue((id, version), out var plan) ? plan.AsOf(day) : null;
}
