using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Claims;

/// <summary>What a family has used of every limit, as far as its claims have been decided.</summary>
/// <remarks>Kept by person only: the family's use is the sum, so the two cannot disagree. Always equal to the movements
/// of the family's determinations added up, in whatever order.</remarks>
public sealed class FamilyAccumulators
{
    private readonly List<AccumulatorMovement> _used = [];

    /// <summary>Every accumulator with its value, in the order in which each was first used; zeros are kept.</summary>
    public IReadOnlyList<AccumulatorMovement> Entries => _used;

    internal List<AccumulatorMovement> List => _used;

    /// <summary>Adds the movements of one decision.</summary>
    /// <param name="movements">Each added to its accumulator; negative in a reversal.</param>
    /// <exception cref="OverflowException">An accumulator left the range of a 64-bit number.</exception>
    public void Apply(ReadOnlySpan<AccumulatorMovement> movements)
    {
        foreach (var movement in movements)
            MovementList.Add(_used, movement.Key, movement.Amount);
    }

    /// <summary>Takes back the movements of one decision.</summary>
    /// <param name="movements">As they were applied.</param>
    public void Reverse(ReadOnlySpan<AccumulatorMovement> movements)
    {
        foreach (var movement in movements)
            MovementList.Add(_used, movement.Key, checked(-movement.Amount));
    }

    /// <summary>What a person and the family have used of a limit in the window of a day, with what was carried over
    /// into it.</summary>
    /// <param name="limit">Of the plan; teeth are taken together.</param>
    /// <param name="plan">The terms on the day.</param>
    /// <param name="plans">For the terms of the window before.</param>
    /// <param name="person">Whose use.</param>
    /// <param name="tier">Who is covered beside the employee.</param>
    /// <param name="day">A day in the window.</param>
    public (long Person, long Family) UsedOf(
        Limit limit, ResolvedPlan plan, PlanLibrary plans, PersonNumber person, CoverageTier tier, DateOnly day) =>
        new LimitReading(new LimitSources(this, plans, [], []), plan, person, tier, day).Used(limit);

    /// <summary>The value of one accumulator.</summary>
    /// <param name="key">Which.</param>
    public long this[AccumulatorKey key] => MovementList.ValueOf(_used, key);
}
