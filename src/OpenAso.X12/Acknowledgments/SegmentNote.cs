namespace OpenAso.X12.Acknowledgments;

/// <summary>What is wrong with one segment: IK3 with what belongs to it.</summary>
public sealed record SegmentNote
{
    /// <summary>IK301: the segment's identifier.</summary>
    public required string Segment { get; init; }

    /// <summary>IK302: its number in the transaction set, ST being 1; of one that is missing, where it was
    /// missed.</summary>
    public required int SegmentInSet { get; init; }

    /// <summary>IK303: its loop, for example 2010AA; empty for none.</summary>
    public string Loop { get; init; } = "";

    /// <summary>IK304: for example 3 missing, 5 too often, I4 not used; 8 exactly where <see cref="Elements"/> tells
    /// what
    /// is wrong.</summary>
    public required string Code { get; init; }

    /// <summary>CTX*SITUATIONAL TRIGGER: what made the segment needed or forbidden; nine at most.</summary>
    public Sequence<SituationalTrigger> Triggers { get; init; }

    /// <summary>CTX with the claim, member or payment that the segment belongs to; null for none.</summary>
    public BusinessUnit? Unit { get; init; }

    /// <summary>IK4: what is wrong with its elements.</summary>
    public Sequence<ElementNote> Elements { get; init; }
}

/// <summary>What is wrong with one element: IK4.</summary>
public sealed record ElementNote
{
    /// <summary>IK401.</summary>
    public required ElementPosition Position { get; init; }

    /// <summary>IK402: the number of the data element in the dictionary; empty for none.</summary>
    public string DataElement { get; init; } = "";

    /// <summary>IK403: for example 1 missing, 7 not in the standard's codes, 8 no date, I6 not in the guide's
    /// codes.</summary>
    public required string Code { get; init; }

    /// <summary>IK404: what stood there, written up to 99 characters; empty where it is not to be repeated.</summary>
    public string BadValue { get; init; } = "";

    /// <summary>CTX*SITUATIONAL TRIGGER: what made the element needed or forbidden; ten at most.</summary>
    public Sequence<SituationalTrigger> Triggers { get; init; }
}

/// <summary>A place within a segment.</summary>
/// <param name="Element">1-based.</param>
/// <param name="Component">1-based; 0 for the whole element.</param>
/// <param name="Repetition">1-based; 0 where the element does not repeat.</param>
public readonly record struct ElementPosition(int Element, int Component = 0, int Repetition = 0);

/// <summary>What made a segment or element needed or forbidden: CTX*SITUATIONAL TRIGGER.</summary>
/// <param name="Segment">CTX02: identifier of the segment that did.</param>
/// <param name="SegmentInSet">CTX03: its number in the transaction set, ST being 1.</param>
/// <param name="Loop">CTX04; empty for none.</param>
/// <param name="Position">CTX05; null for the whole segment.</param>
public sealed record SituationalTrigger(
    string Segment, int SegmentInSet, string Loop = "", ElementPosition? Position = null);

/// <summary>The claim, member or payment that a segment belongs to, so that its sender finds it: CTX01.</summary>
/// <param name="Name">CTX01-1: CLM01 for a claim, TRN02 for a payment, SUBSCRIBER NUMBER REF02 for a member, and
/// others of
/// the guide.</param>
/// <param name="Value">CTX01-2: what stands in that element, up to 35 characters.</param>
public sealed record BusinessUnit(string Name, string Value)
{
    /// <summary>The claim with this patient control number.</summary>
    /// <param name="patientControlNumber">CLM01.</param>
    public static BusinessUnit Claim(string patientControlNumber) => new("CLM01", patientControlNumber);
}
