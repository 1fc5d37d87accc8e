namespace OpenAso.X12;

/// <summary>Where the delimiters stand in an ISA segment.</summary>
/// <param name="Delimiters">As declared.</param>
/// <param name="IsPadded">Whether the segment has its 106 bytes.</param>
internal readonly record struct HeaderLayout(X12Delimiters Delimiters, bool IsPadded)
{
    private const int PaddedBytes = 106;
    private const int Elements = 16;

    /// <summary>Finds the delimiters by counting sixteen separators, since not every sender pads the
    /// elements.</summary>
    public static bool TryFind(ReadOnlySpan<byte> bytes, out HeaderLayout layout)
    {
        layout = default;
        if (bytes.Length < 4 || !bytes.StartsWith("ISA"u8))
            return false;
        var element = bytes[3];
        if (IsTextual(element))
            return false;
        Span<int> starts = stackalloc int[Elements + 1];
        var found = 0;
        var position = 3;
        for (; position < bytes.Length && found < Elements; position++)
        {
            if (bytes[position] == element)
                starts[++found] = position + 1;
        }
        while (position < bytes.Length && bytes[position] is (byte)'\r' or (byte)'\n')
            position++;
        if (found < Elements || position + 1 >= bytes.Length)
            return false;
        var component = bytes[position];
        var terminator = bytes[position + 1];
        if (IsTextual(terminator) || terminator == element)
            return false;
        var repetition = RepetitionOf(bytes[starts[11]..(starts[12] - 1)], bytes[starts[12]..(starts[13] - 1)]);
        layout = new HeaderLayout(
            new X12Delimiters(element, component, repetition, terminator), position + 2 == PaddedBytes);
        return true;
    }

    // Up to version 00401 ISA11 names the standards body (U), and nothing repeats.
    private static byte RepetitionOf(ReadOnlySpan<byte> element11, ReadOnlySpan<byte> version) =>
        element11.Length == 1 && !IsTextual(element11[0]) && version.SequenceCompareTo("00402"u8) >= 0
            ? element11[0]
            : (byte)0;

    private static bool IsTextual(byte value) => char.IsAsciiLetterOrDigit((char)value) || value == (byte)' ';
}
