namespace OpenAso.X12;

/// <summary>The four characters that divide an interchange, as its ISA segment declares them.</summary>
/// <param name="Element">Between elements: the fourth byte of ISA.</param>
/// <param name="Component">Between the components of a composite: ISA16.</param>
/// <param name="Repetition">Between repetitions of an element: ISA11 from version 00402 on; 0 where there is
/// none.</param>
/// <param name="Segment">Behind every segment: the byte behind ISA16.</param>
public readonly record struct X12Delimiters(byte Element, byte Component, byte Repetition, byte Segment)
{
    /// <summary>What a writer uses unless told otherwise: <c>* : ^ ~</c>.</summary>
    public static X12Delimiters Usual => new((byte)'*', (byte)':', (byte)'^', (byte)'~');
}
