namespace OpenAso.X12.Guides;

/// <summary>Follows the segments of one transaction set through its guide.</summary>
internal sealed class GuideWalk
{
    private readonly FindingList _findings;
    private int[] _counters = [];
    private LoopState _state = null!;
    private Guide _guide = null!;

    public GuideWalk(FindingList findings) => _findings = findings;

    /// <summary>The loop that the last segment belongs to.</summary>
    public LoopId Loop => _state.Rule.Id;

    /// <summary>Whether the last segment began its loop.</summary>
    public bool BeginsLoop { get; private set; }

    /// <summary>Begins a set, before its ST.</summary>
    public void Begin(Guide guide)
    {
        _guide = guide;
        if (_counters.Length < guide.Counters)
            _counters = new int[guide.Counters];
        Array.Clear(_counters);
        _state = guide.Root;
    }

    /// <summary>Takes the next segment of the set.</summary>
    public void Step(X12Reader reader)
    {
        var move = Choose(reader);
        BeginsLoop = move is { Begins: true };
        if (move is null)
        {
            Unexpected(reader.Tag);
            return;
        }
        if (move.Begins)
            Enter(move.Target);
        _findings.Here = _findings.Here with { Loop = Loop };
        Count(move);
        ElementCheck.Check(reader, move.Rule, _findings);
    }

    /// <summary>Ends the set, at its SE.</summary>
    public void End()
    {
        while (_state.Parent is not null)
            Leave();
        Close(_state);
        BeginsLoop = false;
    }

    private Move? Choose(X12Reader reader)
    {
        foreach (var move in _state.MovesOf(reader.Tag))
        {
            if (move.Rule.Key is not { } key
                || key.Has(key.Component == 0 ? reader[key.Element] : reader[key.Element, key.Component]))
                return move;
        }
        return null;
    }

    private void Unexpected(int tag)
    {
        _findings.Here = _findings.Here with { Loop = Loop };
        if (_guide.Knows(tag))
            _findings.Segment(X12Codes.SegmentUnexpected, SegmentSeverity.Error, "2",
                "The guide does not have this segment here, or not with this qualifier.");
        else
            _findings.Segment(
                X12Codes.SegmentUnknown, SegmentSeverity.Error, "1", "The guide has no segment of this name.");
    }

    private void Enter(LoopState target)
    {
        while (_state != target.Parent)
            Leave();
        RequireSegments(target.Parent!);
        MissingBefore(target);
        Array.Clear(_counters, target.FirstCounter, target.Rule.Segments.Count);
        foreach (var child in target.Children)
            _counters[child.LoopCounter] = 0;
        _state = target;
        var times = ++_counters[target.LoopCounter];
        if (target.Rule.Maximum > 0 && times == target.Rule.Maximum + 1)
        {
            _findings.Here = _findings.Here with { Loop = Loop };
            _findings.Segment(X12Codes.LoopTooOften, SeverityOf(target.Rule.Usage), "4",
                $"The guide allows this loop {target.Rule.Maximum} times here.");
        }
    }

    private void Leave()
    {
        Close(_state);
        _state = _state.Parent!;
    }

    private void Close(LoopState state)
    {
        RequireSegments(state);
        foreach (var child in state.Children)
            Require(child, state.Rule.Id);
    }

    // No segment of a loop can follow once a loop inside it has begun: what is missing then is missed at once.
    private void RequireSegments(LoopState state)
    {
        for (var i = 1; i < state.Rule.Segments.Count; i++)
        {
            var rule = state.Rule.Segments[i];
            if (rule.Usage == Usage.Situational || _counters[state.FirstCounter + i] > 0)
                continue;
            _counters[state.FirstCounter + i] = 1;
            _findings.Missing(X12Codes.SegmentMissing, SeverityOf(rule.Usage), "3", rule.Tag, state.Rule.Id,
                $"The guide requires {rule.Tag}{Qualifier(rule)} in this loop.");
        }
    }

    // A loop that should stand before the one that begins is missed at once, not only at the end of the set.
    private void MissingBefore(LoopState target)
    {
        foreach (var sibling in target.Parent!.Children)
        {
            if (sibling == target)
                return;
            Require(sibling, target.Parent.Rule.Id);
        }
    }

    private void Require(LoopState loop, LoopId parent)
    {
        if (loop.Rule.Usage == Usage.Situational || _counters[loop.LoopCounter] > 0)
            return;
        _counters[loop.LoopCounter] = 1;
        var first = loop.Rule.Segments[0];
        _findings.Missing(X12Codes.LoopMissing, SeverityOf(loop.Rule.Usage), "I7", first.Tag, parent,
            $"The guide requires loop {Name(loop.Rule.Id)}, which begins with {first.Tag}{Qualifier(first)}.");
    }

    private void Count(Move move)
    {
        var times = ++_counters[move.Counter];
        if (move.Rule.Maximum > 0 && times == move.Rule.Maximum + 1)
            _findings.Segment(X12Codes.SegmentTooOften, SeverityOf(move.Rule.Usage), "5",
                $"The guide allows this segment {move.Rule.Maximum} times in the loop.");
    }

    private static SegmentSeverity SeverityOf(Usage usage) =>
        usage == Usage.Required ? SegmentSeverity.Error : SegmentSeverity.Note;

    private static string Name(LoopId loop) => loop.ToString().TrimStart('L');

    private static string Qualifier(SegmentRule rule) => rule.Key is { } key
        ? "*" + string.Join("|", key.Codes.Select(System.Text.Encoding.ASCII.GetString))
        : "";
}
