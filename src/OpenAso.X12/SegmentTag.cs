namespace OpenAso.X12;

/// <summary>The identifier of a segment, its own letters packed in an integer: unknown segments need no
/// table.</summary>
/// <remarks>The default value is no segment. Compared whole: N3 is never taken for NM1.</remarks>
/// <param name="Packed">First letter in the highest of three bytes, zeros behind.</param>
public readonly record struct SegmentTag(int Packed)
{
    /// <summary>Interchange control header.</summary>
    public const int ISA = 'I' << 16 | 'S' << 8 | 'A';

    /// <summary>Interchange control trailer.</summary>
    public const int IEA = 'I' << 16 | 'E' << 8 | 'A';

    /// <summary>Interchange acknowledgement.</summary>
    public const int TA1 = 'T' << 16 | 'A' << 8 | '1';

    /// <summary>Functional group header.</summary>
    public const int GS = 'G' << 16 | 'S' << 8;

    /// <summary>Functional group trailer.</summary>
    public const int GE = 'G' << 16 | 'E' << 8;

    /// <summary>Transaction set header.</summary>
    public const int ST = 'S' << 16 | 'T' << 8;

    /// <summary>Transaction set trailer.</summary>
    public const int SE = 'S' << 16 | 'E' << 8;

    /// <summary>Packs the letters of an identifier.</summary>
    /// <param name="ascii">Two or three letters or digits; others give the default value.</param>
    public static int Pack(ReadOnlySpan<byte> ascii) => ascii.Length switch
    {
        2 => ascii[0] << 16 | ascii[1] << 8,
        3 => ascii[0] << 16 | ascii[1] << 8 | ascii[2],
        _ => 0,
    };

    /// <summary>Packs the letters of an identifier.</summary>
    /// <param name="text">Two or three letters or digits.</param>
    public static SegmentTag Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new SegmentTag(Pack(System.Text.Encoding.ASCII.GetBytes(text)));
    }

    /// <summary>The letters.</summary>
    public override string ToString()
    {
        Span<char> letters = [(char)(Packed >> 16), (char)(Packed >> 8 & 0xFF), (char)(Packed & 0xFF)];
        return new string(letters.TrimEnd('\0'));
    }
}
