namespace OpenAso.X12;

/// <summary>The codes of findings in X12 files. Permanent: never reused for another meaning.</summary>
public static class X12Codes
{
    /// <summary>The file holds no interchange: it does not begin with ISA and sixteen elements.</summary>
    public const string NotAnInterchange = "X12001";

    /// <summary>The file ends within a segment or before the trailer of its interchange.</summary>
    public const string EndsTooSoon = "X12002";

    /// <summary>A segment is longer than any of a guide can be; a terminator was probably lost.</summary>
    public const string SegmentTooLong = "X12003";

    /// <summary>The delimiters of the interchange are not four different characters.</summary>
    public const string DelimitersNotDistinct = "X12004";

    /// <summary>The ISA segment is not 106 bytes long.</summary>
    public const string HeaderNotPadded = "X12005";

    /// <summary>The control numbers of ISA13 and IEA02 differ.</summary>
    public const string InterchangeNumbersDiffer = "X12006";

    /// <summary>IEA01 does not count the functional groups.</summary>
    public const string GroupCountWrong = "X12007";

    /// <summary>The interchange's control version is not one that is read.</summary>
    public const string InterchangeVersion = "X12008";

    /// <summary>A segment stands outside its envelope.</summary>
    public const string OutsideEnvelope = "X12009";

    /// <summary>The interchange says that it is a test.</summary>
    public const string TestInterchange = "X12010";

    /// <summary>A group has no GE trailer.</summary>
    public const string GroupTrailerMissing = "X12020";

    /// <summary>The control numbers of GS06 and GE02 differ.</summary>
    public const string GroupNumbersDiffer = "X12021";

    /// <summary>GE01 does not count the transaction sets.</summary>
    public const string SetCountWrong = "X12022";

    /// <summary>The group's guide (GS08) is not one that is read.</summary>
    public const string GuideNotSupported = "X12023";

    /// <summary>Two groups of an interchange have one control number.</summary>
    public const string GroupNumberRepeated = "X12024";

    /// <summary>GS01 does not fit the transaction sets of the group's guide.</summary>
    public const string FunctionalIdentifierWrong = "X12025";

    /// <summary>A transaction set has no SE trailer.</summary>
    public const string SetTrailerMissing = "X12030";

    /// <summary>The control numbers of ST02 and SE02 differ.</summary>
    public const string SetNumbersDiffer = "X12031";

    /// <summary>SE01 does not count the segments from ST to SE.</summary>
    public const string SegmentCountWrong = "X12032";

    /// <summary>Two transaction sets of a group have one control number.</summary>
    public const string SetNumberRepeated = "X12033";

    /// <summary>ST01 is not the transaction set of the group's guide.</summary>
    public const string SetNotSupported = "X12034";

    /// <summary>ST03 names another guide than GS08.</summary>
    public const string GuidesDiffer = "X12035";

    /// <summary>The segment's identifier is none of the guide.</summary>
    public const string SegmentUnknown = "X12040";

    /// <summary>The segment does not stand here in the guide, or not with this qualifier.</summary>
    public const string SegmentUnexpected = "X12041";

    /// <summary>A segment that the guide requires is missing.</summary>
    public const string SegmentMissing = "X12042";

    /// <summary>A segment occurs more often than the guide allows.</summary>
    public const string SegmentTooOften = "X12043";

    /// <summary>A loop that the guide requires is missing.</summary>
    public const string LoopMissing = "X12044";

    /// <summary>A loop occurs more often than the guide allows.</summary>
    public const string LoopTooOften = "X12045";

    /// <summary>An element that the guide requires is empty.</summary>
    public const string ElementMissing = "X12050";

    /// <summary>A code is none of the guide's.</summary>
    public const string CodeInvalid = "X12051";

    /// <summary>A date is no date of the calendar in the form its qualifier names.</summary>
    public const string DateInvalid = "X12052";

    /// <summary>A number is not written as X12 has it: digits, one point, a minus before them.</summary>
    public const string NumberInvalid = "X12053";

    /// <summary>A time is no time of the day.</summary>
    public const string TimeInvalid = "X12054";

    /// <summary>HL01 does not count on by one from 1 in the transaction set.</summary>
    public const string HierarchyNumberWrong = "X12055";

    /// <summary>HL02 names no open level of the right kind.</summary>
    public const string HierarchyParentWrong = "X12056";

    /// <summary>HL04 does not agree with what follows.</summary>
    public const string HierarchyChildWrong = "X12057";
}
