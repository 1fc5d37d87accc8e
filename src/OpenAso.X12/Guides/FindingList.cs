namespace OpenAso.X12.Guides;

/// <summary>Collects what is wrong with the segments of a set, each with its place.</summary>
internal sealed class FindingList
{
    private List<SegmentFinding> _waiting = [];

    public int Count => _waiting.Count;

    /// <summary>Where the segment at hand stands.</summary>
    public (int SegmentNumber, int SegmentInSet, SegmentTag Tag, LoopId Loop) Here { get; set; }

    public IReadOnlyList<SegmentFinding> Take()
    {
        if (_waiting.Count == 0)
            return [];
        var taken = _waiting;
        _waiting = [];
        return taken;
    }

    public void Element(
        string code, SegmentSeverity severity, string acknowledgment, ElementRule element, string message) =>
        _waiting.Add(Of(code, severity, acknowledgment, message) with
        {
            Level = FindingLevel.Element,
            Element = element.Element,
            Component = element.Component,
        });

    public void Segment(string code, SegmentSeverity severity, string acknowledgment, string message) =>
        _waiting.Add(Of(code, severity, acknowledgment, message));

    /// <summary>Something that is missing in a loop which ended before the segment at hand.</summary>
    public void Missing(
        string code, SegmentSeverity severity, string acknowledgment, SegmentTag tag, LoopId loop, string message) =>
        _waiting.Add(Of(code, severity, acknowledgment, message) with
        {
            Tag = tag,
            Loop = loop,
            Severity = Raised(severity, loop),
            SegmentNumber = Here.SegmentNumber - 1,
            SegmentInSet = Here.SegmentInSet - 1,
        });

    private SegmentFinding Of(string code, SegmentSeverity severity, string acknowledgment, string message) => new()
    {
        Code = code,
        Severity = Raised(severity, Here.Loop),
        Level = FindingLevel.Segment,
        AcknowledgmentCode = acknowledgment,
        SegmentNumber = Here.SegmentNumber,
        SegmentInSet = Here.SegmentInSet,
        Tag = Here.Tag,
        Loop = Here.Loop,
        Message = message,
    };

    // Nothing of a set can be relied on whose header, sender or receiver cannot be understood.
    private static SegmentSeverity Raised(SegmentSeverity severity, LoopId loop) =>
        severity == SegmentSeverity.Error && loop <= LoopId.L1100C ? SegmentSeverity.SetRejected : severity;
}
