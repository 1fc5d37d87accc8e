namespace OpenAso.X12.Guides;

/// <summary>Where a segment leads: which rule it follows, and which loop it then stands in.</summary>
/// <param name="Rule">What the guide says of it.</param>
/// <param name="Counter">Counts the rule's segments in the loop.</param>
/// <param name="Target">The loop that it belongs to.</param>
/// <param name="Begins">Whether it begins the loop anew.</param>
internal sealed record Move(SegmentRule Rule, int Counter, LoopState Target, bool Begins);

/// <summary>One loop at its place in the guide, with all that can follow there found out beforehand.</summary>
/// <remarks>What can follow: the loop's own segments, loops inside, the loop itself again, and the loops beside those
/// that are open. A segment of an outer loop cannot follow once a loop inside it has begun.</remarks>
internal sealed class LoopState
{
    private readonly Dictionary<int, Move[]> _moves = [];

    public LoopState(LoopRule rule, LoopState? parent, Guide guide)
    {
        Rule = rule;
        Parent = parent;
        FirstCounter = guide.TakeCounters(rule.Segments.Count + 1);
        foreach (var segment in rule.Segments)
            guide.Know(segment.Tag);
        Children = [.. rule.Children.Select(child => new LoopState(child, this, guide))];
    }

    public LoopRule Rule { get; }

    public LoopState? Parent { get; }

    public LoopState[] Children { get; }

    /// <summary>Counters of the loop's segments, in order; behind them the one of the loop itself in its
    /// parent.</summary>
    public int FirstCounter { get; }

    /// <summary>Counts how often the loop occurs in its parent.</summary>
    public int LoopCounter => FirstCounter + Rule.Segments.Count;

    /// <summary>The ways that a segment with this identifier can go, innermost first.</summary>
    public Move[] MovesOf(int tag) => _moves.TryGetValue(tag, out var moves) ? moves : [];

    /// <summary>Finds out what can follow, here and in all loops inside.</summary>
    public void Link()
    {
        foreach (var moves in AllMoves().GroupBy(move => move.Rule.Tag.Packed))
            _moves[moves.Key] = [.. moves];
        foreach (var child in Children)
            child.Link();
    }

    private IEnumerable<Move> AllMoves()
    {
        for (var i = 1; i < Rule.Segments.Count; i++)
            yield return new Move(Rule.Segments[i], FirstCounter + i, this, Begins: false);
        foreach (var child in Children)
            yield return child.Beginning;
        for (var state = this; state.Parent is not null; state = state.Parent)
        {
            foreach (var sibling in state.Parent.Children)
                yield return sibling.Beginning;
        }
    }

    private Move Beginning => new(Rule.Segments[0], FirstCounter, this, Begins: true);
}
