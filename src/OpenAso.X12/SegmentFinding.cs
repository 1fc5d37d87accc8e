using System.Globalization;

namespace OpenAso.X12;

/// <summary>What a finding means for what it was found in. Ordered: the later, the more is lost.</summary>
public enum SegmentSeverity
{
    /// <summary>Not as the guide has it, but taken.</summary>
    Note,

    /// <summary>The claim, member or provider that the loop belongs to is not taken.</summary>
    Error,

    /// <summary>Nothing of the transaction set is taken.</summary>
    SetRejected,

    /// <summary>Nothing of the functional group is taken.</summary>
    GroupRejected,

    /// <summary>Nothing of the interchange is taken.</summary>
    InterchangeRejected,
}

/// <summary>Which part of an answer to the sender names a finding.</summary>
public enum FindingLevel
{
    /// <summary>TA105.</summary>
    Interchange,

    /// <summary>AK905.</summary>
    Group,

    /// <summary>IK502.</summary>
    Set,

    /// <summary>IK304.</summary>
    Segment,

    /// <summary>IK403.</summary>
    Element,
}

/// <summary>Something in a file that is not as the standard or its guide has it.</summary>
/// <remarks>Holds positions, codes and what was expected; never the sender's data.</remarks>
public sealed record SegmentFinding
{
    /// <summary>Permanent, from <see cref="X12Codes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>What is lost by it.</summary>
    public required SegmentSeverity Severity { get; init; }

    /// <summary>Where the answer to the sender names it.</summary>
    public required FindingLevel Level { get; init; }

    /// <summary>The standard's own code for it: TA105, AK905, IK502, IK304 or IK403 by <see cref="Level"/>.</summary>
    public required string AcknowledgmentCode { get; init; }

    /// <summary>1-based within the file.</summary>
    public int SegmentNumber { get; init; }

    /// <summary>1-based from ST, as IK302 wants it; 0 outside a set.</summary>
    public int SegmentInSet { get; init; }

    /// <summary>The segment it is about; one that is missing is named where it would stand.</summary>
    public SegmentTag Tag { get; init; }

    /// <summary>The loop that it belongs to.</summary>
    public LoopId Loop { get; init; }

    /// <summary>1-based; 0 where it is about the whole segment.</summary>
    public int Element { get; init; }

    /// <summary>1-based; 0 where it is about the whole element.</summary>
    public int Component { get; init; }

    /// <summary>What was expected and how to mend it.</summary>
    public required string Message { get; init; }

    /// <summary>Place in the file, as people look it up: <c>segment 14 CLM05-3</c>; the beginning where it holds no
    /// segment.</summary>
    public string Place
    {
        get
        {
            if (SegmentNumber == 0)
                return "beginning";
            var element = Element == 0 ? "" : Element.ToString("D2", CultureInfo.InvariantCulture);
            var component = Component == 0 ? "" : "-" + Component.ToString(CultureInfo.InvariantCulture);
            var tag = Tag.Packed == 0 ? "" : $" {Tag}{element}{component}";
            return string.Create(CultureInfo.InvariantCulture, $"segment {SegmentNumber}{tag}");
        }
    }

    /// <summary>Place, code and message in one line.</summary>
    public override string ToString() => $"{Place}: {Code} {Message}";
}
