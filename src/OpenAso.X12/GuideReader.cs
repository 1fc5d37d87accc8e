using OpenAso.X12.Envelopes;
using OpenAso.X12.Guides;

namespace OpenAso.X12;

/// <summary>Reads the transaction sets of a file by their guides: every segment with its loop, and what is wrong with
/// it.</summary>
/// <remarks>
/// <para>Forward only, in bounded memory. Interchanges, groups and sets that their envelope report rejects are passed
/// over, so nothing of them is half read.</para>
/// <para>Findings on loops that ended before the segment at hand carry an earlier segment number than it.</para>
/// </remarks>
public sealed class GuideReader : IDisposable
{
    private readonly X12Reader _reader;
    private readonly EnvelopeReport _envelopes;
    private readonly FindingList _findings = new();
    private readonly GuideWalk _walk;
    private readonly HierarchyCheck _hierarchy;
    private int _interchange = -1;
    private int _group = -1;
    private int _set = -1;
    private bool _inSet;

    /// <summary>A reader over a stream whose envelopes have been read.</summary>
    /// <param name="stream">The same bytes again, from the beginning; not closed.</param>
    /// <param name="envelopes">What <see cref="EnvelopeCheck"/> said of them.</param>
    public GuideReader(Stream stream, EnvelopeReport envelopes)
        : this(new X12Reader(stream), envelopes)
    {
    }

    /// <summary>A reader over bytes in memory whose envelopes have been read.</summary>
    /// <param name="bytes">The same bytes again.</param>
    /// <param name="envelopes">What <see cref="EnvelopeCheck"/> said of them.</param>
    public GuideReader(byte[] bytes, EnvelopeReport envelopes)
        : this(new X12Reader(bytes), envelopes)
    {
    }

    private GuideReader(X12Reader reader, EnvelopeReport envelopes)
    {
        ArgumentNullException.ThrowIfNull(envelopes);
        _reader = reader;
        _envelopes = envelopes;
        _walk = new GuideWalk(_findings);
        _hierarchy = new HierarchyCheck(_findings);
    }

    /// <summary>The segment's identifier, packed; compare with the constants of <see cref="SegmentTag"/>.</summary>
    public int Tag => _reader.Tag;

    /// <summary>How many elements the segment has.</summary>
    public int ElementCount => _reader.ElementCount;

    /// <summary>The delimiters of the interchange.</summary>
    public X12Delimiters Delimiters => _reader.Delimiters;

    /// <summary>1-based within the file.</summary>
    public int SegmentNumber => _reader.SegmentNumber;

    /// <summary>1-based from ST.</summary>
    public int SegmentInSet { get; private set; }

    /// <summary>The loop that the segment belongs to.</summary>
    public LoopId Loop { get; private set; }

    /// <summary>Whether the segment begins its loop.</summary>
    public bool BeginsLoop { get; private set; }

    /// <summary>HL01 of the open level; 0 before the first.</summary>
    public int HierarchyNumber => _hierarchy.Number;

    /// <summary>The guide of the set.</summary>
    public Guide Guide { get; private set; } = null!;

    /// <summary>The interchange that the segment belongs to.</summary>
    public Interchange Interchange => _envelopes.Interchanges[_interchange];

    /// <summary>The functional group that the segment belongs to.</summary>
    public FunctionalGroup Group => Interchange.Groups[_group];

    /// <summary>The transaction set that the segment belongs to.</summary>
    public TransactionSet Set => Group.Sets[_set];

    /// <summary>How many findings have come up since they were last taken.</summary>
    public int WaitingFindings => _findings.Count;

    /// <summary>An element by its number in the guide; empty when absent.</summary>
    /// <param name="element">From 1.</param>
    public ReadOnlySpan<byte> this[int element] => _reader[element];

    /// <summary>A component of a composite; empty when absent.</summary>
    /// <param name="element">From 1.</param>
    /// <param name="component">From 1.</param>
    public ReadOnlySpan<byte> this[int element, int component] => _reader[element, component];

    /// <summary>Takes what has come up since the last time, in the order of the file.</summary>
    public IReadOnlyList<SegmentFinding> TakeFindings()
    {
        var taken = _findings.Take();
        if (taken.Count > 0)
            Set.Findings.AddRange(taken);
        return taken;
    }

    /// <summary>Moves to the next segment of a set that is read, ST and SE included.</summary>
    /// <returns>False at the end of the file.</returns>
    public bool Read()
    {
        while (_reader.Read())
        {
            switch (_reader.Tag)
            {
                case SegmentTag.ISA:
                    (_interchange, _group, _inSet) = (_interchange + 1, -1, false);
                    break;
                case SegmentTag.GS:
                    (_group, _set, _inSet) = (_group + 1, -1, false);
                    break;
                case SegmentTag.ST:
                    BeginSet();
                    break;
                default:
                    break;
            }
            if (!_inSet)
                continue;
            Step();
            return true;
        }
        return false;
    }

    /// <inheritdoc />
    public void Dispose() => _reader.Dispose();

    private void BeginSet()
    {
        _set++;
        _inSet = !IsPassedOver();
        if (!_inSet)
            return;
        SegmentInSet = 0;
        Guide = GuideLibrary.Find(Group.Version)
            ?? throw new InvalidOperationException("A set is read whose guide the envelope report did not know.");
        _walk.Begin(Guide);
        _hierarchy.Begin();
    }

    // Counters are past the end only in an interchange that is rejected for its order.
    private bool IsPassedOver() =>
        _interchange < 0 || Interchange.IsRejected || Interchange.IsRepeated || _group < 0 || Group.IsRejected
            || Set.IsRejected;

    private void Step()
    {
        SegmentInSet++;
        _findings.Here = (SegmentNumber, SegmentInSet, new SegmentTag(Tag), Loop);
        if (Tag == SegmentTag.SE)
        {
            _walk.End();
            (Loop, BeginsLoop, _inSet) = (LoopId.None, false, false);
            return;
        }
        _walk.Step(_reader);
        (Loop, BeginsLoop) = (_walk.Loop, _walk.BeginsLoop);
        if (Tag == HierarchyTag)
            _hierarchy.Step(_reader);
    }

    private const int HierarchyTag = 'H' << 16 | 'L' << 8;
}
