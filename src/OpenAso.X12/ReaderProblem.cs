namespace OpenAso.X12;

/// <summary>Why a reader stopped before the end of the file.</summary>
public enum ReaderProblem
{
    /// <summary>It did not: everything was read.</summary>
    None,

    /// <summary>What stands here is no interchange: it does not begin with ISA and sixteen elements.</summary>
    NotAnInterchange,

    /// <summary>The file ends within a segment.</summary>
    Truncated,

    /// <summary>A segment is longer than any segment of a guide can be; the terminator was probably lost.</summary>
    SegmentTooLong,
}
