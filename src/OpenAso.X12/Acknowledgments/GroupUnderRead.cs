namespace OpenAso.X12.Acknowledgments;

/// <summary>A transaction set 999 while its segments come in.</summary>
internal sealed class GroupUnderRead
{
    private const int AK1 = 'A' << 16 | 'K' << 8 | '1';
    private const int AK2 = 'A' << 16 | 'K' << 8 | '2';
    private const int AK9 = 'A' << 16 | 'K' << 8 | '9';
    private const int IK3 = 'I' << 16 | 'K' << 8 | '3';
    private const int IK4 = 'I' << 16 | 'K' << 8 | '4';
    private const int IK5 = 'I' << 16 | 'K' << 8 | '5';
    private const int CTX = 'C' << 16 | 'T' << 8 | 'X';

    private readonly List<SetAcknowledgment> _sets = [];
    private GroupAcknowledgment? _group;
    private SetAcknowledgment? _set;
    private SegmentNote? _note;

    public void Take(SegmentElements elements)
    {
        switch (elements.Tag)
        {
            case AK1:
                _group = new GroupAcknowledgment
                {
                    FunctionalIdentifier = elements.Needed(1),
                    ControlNumber = elements.Needed(2),
                    Version = elements.Text(3),
                    SetsIncluded = 0,
                };
                break;
            case AK2:
                FinishSet();
                _set = new SetAcknowledgment
                {
                    Identifier = elements.Needed(1),
                    ControlNumber = elements.Needed(2),
                    GuideVersion = elements.Text(3),
                };
                break;
            case AK9:
                TakeCounts(elements);
                break;
            default:
                TakeNotes(elements);
                break;
        }
    }

    public GroupAcknowledgment? Finish(SegmentElements elements)
    {
        FinishSet();
        if (_group is null)
            elements.AddLoss(
                X12Codes.SegmentMissing, FindingLevel.Segment, "3", "AK1 is expected; the set is not taken.");
        return _group is null ? null : _group with { Sets = [.. _sets] };
    }

    private void TakeNotes(SegmentElements elements)
    {
        switch (elements.Tag)
        {
            case IK3:
                FinishNote();
                _note = new SegmentNote
                {
                    Segment = elements.Needed(1),
                    SegmentInSet = elements.WholeNumber(2) ?? 0,
                    Loop = elements.Text(3),
                    Code = elements.Text(4),
                };
                break;
            case CTX when _note is not null:
                _note = WithContext(_note, elements);
                break;
            case IK4 when _note is not null:
                _note = _note with { Elements = _note.Elements.Add(ElementOf(elements)) };
                break;
            case IK5:
                TakeStatus(elements);
                break;
            default:
                break;
        }
    }

    private void TakeStatus(SegmentElements elements)
    {
        FinishNote();
        if (_set is null)
            return;
        var codes = Texts(elements, 2, 6)
            .Where(code => !AcknowledgmentDecision.OnlySaysThatThereAreNotes(code)).ToSequence();
        var isRejected = StatusLetter.Read(elements.Needed(1)) is null or AcknowledgmentStatus.Rejected;
        _set = _set with { Codes = codes, IsRefused = isRejected && codes.Count == 0 };
    }

    private void TakeCounts(SegmentElements elements)
    {
        FinishSet();
        if (_group is not null)
            _group = _group with
            {
                SetsIncluded = elements.WholeNumber(2) ?? 0,
                SetsUnanswered = Math.Max(0, (elements.WholeNumber(3) ?? 0) - _sets.Count),
                Codes = Texts(elements, 5, 9).ToSequence(),
            };
    }

    private void FinishNote()
    {
        if (_note is not null && _set is not null)
            _set = _set with { Notes = _set.Notes.Add(_note) };
        _note = null;
    }

    private void FinishSet()
    {
        FinishNote();
        if (_set is not null)
            _sets.Add(_set);
        _set = null;
    }

    private static SegmentNote WithContext(SegmentNote note, SegmentElements elements)
    {
        if (!elements.Is(1, "SITUATIONAL TRIGGER"u8))
            return note with { Unit = new BusinessUnit(elements.Text(1, 1), elements.Text(1, 2)) };
        var trigger = new SituationalTrigger(
            elements.Text(2), elements.WholeNumber(3) ?? 0, elements.Text(4),
            elements.Text(5).Length == 0 ? null : PositionOf(elements, 5));
        if (note.Elements.Count == 0)
            return note with { Triggers = note.Triggers.Add(trigger) };
        var last = note.Elements[^1];
        return note with
        {
            Elements = [.. note.Elements.Items[..^1], last with { Triggers = last.Triggers.Add(trigger) }],
        };
    }

    private static ElementNote ElementOf(SegmentElements elements) => new()
    {
        Position = PositionOf(elements, 1),
        DataElement = elements.Text(2),
        Code = elements.Needed(3),
        BadValue = elements.Text(4),
    };

    private static ElementPosition PositionOf(SegmentElements elements, int element) => new(
        elements.WholeNumber(element, 1) ?? 0, elements.WholeNumber(element, 2) ?? 0,
        elements.WholeNumber(element, 3) ?? 0);

    private static IEnumerable<string> Texts(SegmentElements elements, int first, int last) =>
        Enumerable.Range(first, last - first + 1)
            .Select(number => elements.Text(number)).Where(text => text.Length > 0);
}
