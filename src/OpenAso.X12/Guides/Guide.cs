namespace OpenAso.X12.Guides;

/// <summary>An implementation guide: which loops and segments a transaction set has, and what their elements
/// hold.</summary>
public sealed class Guide
{
    private readonly HashSet<int> _tags = [];

    internal Guide(string setIdentifier, GuideKind kind, string functionalIdentifier, string[] versions, LoopRule root)
    {
        SetIdentifier = setIdentifier;
        Kind = kind;
        FunctionalIdentifier = functionalIdentifier;
        Versions = versions;
        Root = new LoopState(root, null, this);
        Root.Link();
    }

    /// <summary>ST01: 834 or 837.</summary>
    public string SetIdentifier { get; }

    /// <summary>What it is a guide to.</summary>
    public GuideKind Kind { get; }

    /// <summary>GS01: BE or HC.</summary>
    public string FunctionalIdentifier { get; }

    /// <summary>The versions (GS08, ST03) that are read by it; the first is the one in force.</summary>
    public IReadOnlyList<string> Versions { get; }

    /// <summary>Outside every loop.</summary>
    internal LoopState Root { get; }

    /// <summary>How many counters a walk needs.</summary>
    internal int Counters { get; private set; }

    /// <summary>Whether the guide has a segment with this identifier anywhere.</summary>
    internal bool Knows(int tag) => _tags.Contains(tag);

    internal void Know(SegmentTag tag) => _tags.Add(tag.Packed);

    internal int TakeCounters(int count)
    {
        var first = Counters;
        Counters += count;
        return first;
    }
}
