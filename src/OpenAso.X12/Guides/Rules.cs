namespace OpenAso.X12.Guides;

/// <summary>How much a guide wants something.</summary>
internal enum Usage
{
    /// <summary>May be left out.</summary>
    Situational,

    /// <summary>Required by the guide; what it belongs to can be understood without it, so its absence is only
    /// noted.</summary>
    Wanted,

    /// <summary>Required: without it, what it belongs to is not taken.</summary>
    Required,
}

/// <summary>How an element's value must be written.</summary>
internal enum ElementForm
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>CCYYMMDD.</summary>
    Date,

    /// <summary>In the form that the element before names: D8, RD8, DT or TM.</summary>
    Period,

    /// <summary>A decimal number (type R).</summary>
    Decimal,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>HHMM, HHMMSS or finer.</summary>
    Time,
}

/// <summary>What a guide says of one element or component.</summary>
/// <param name="Element">1-based.</param>
/// <param name="Component">1-based; 0 for the whole element.</param>
/// <param name="Usage">Whether it may be empty.</param>
/// <param name="Form">How it is written.</param>
/// <param name="Codes">Values that it may have; empty for any.</param>
/// <param name="IsKey">Whether the codes tell this segment from others with the same identifier.</param>
internal sealed record ElementRule(
    int Element, int Component, Usage Usage, ElementForm Form, byte[][] Codes, bool IsKey)
{
    public bool Has(ReadOnlySpan<byte> value)
    {
        foreach (var code in Codes)
        {
            if (value.SequenceEqual(code))
                return true;
        }
        return false;
    }
}

/// <summary>What a guide says of one segment in its loop.</summary>
/// <param name="Tag">Its identifier.</param>
/// <param name="Usage">Whether it may be missing.</param>
/// <param name="Maximum">How often it may occur; 0 for any number.</param>
/// <param name="Elements">Rules for its elements, in order.</param>
internal sealed record SegmentRule(SegmentTag Tag, Usage Usage, int Maximum, ElementRule[] Elements)
{
    /// <summary>The element whose value tells this rule from others for the same identifier.</summary>
    public ElementRule? Key { get; } = Array.Find(Elements, element => element.IsKey);
}

/// <summary>What a guide says of one loop; its first segment begins it.</summary>
/// <param name="Id">Its number in the guide.</param>
/// <param name="Usage">Whether it may be missing.</param>
/// <param name="Maximum">How often it may occur; 0 for any number.</param>
/// <param name="Segments">In order; the first begins the loop.</param>
/// <param name="Children">Loops inside, in order.</param>
internal sealed record LoopRule(
    LoopId Id, Usage Usage, int Maximum, List<SegmentRule> Segments, List<LoopRule> Children);
