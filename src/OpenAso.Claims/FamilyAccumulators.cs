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

    /// <summary>The value of one accumulator.</summary>
    /// <param name="key">Which.</param>
    public long this[AccumulatorKey key] => MovementList.ValueOf(_used, key);
}
