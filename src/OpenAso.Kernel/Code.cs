using System.Text;

namespace OpenAso.Kernel;

/// <summary>A short code of an external list: a procedure, a revenue code, a diagnosis, a place, a modifier, a
/// CARC.</summary>
/// <remarks>Up to eight characters, upper-case letters, digits and a few signs, packed in an integer so that it is
/// compared and looked up as a number and never allocates. The default value is <see cref="None"/>. Ordered as its text
/// would be. Diagnosis codes are written without their point, as X12 does.</remarks>
public readonly record struct Code : IComparable<Code>
{
    /// <summary>The longest code that fits.</summary>
    public const int MaximumLength = 8;

    private Code(ulong packed) => Packed = packed;

    /// <summary>The characters, first in the highest byte, zeros behind.</summary>
    public ulong Packed { get; }

    /// <summary>No code.</summary>
    public static Code None => default;

    /// <summary>Whether there is no code.</summary>
    public bool IsNone => Packed == 0;

    /// <summary>How many characters it has.</summary>
    public int Length => Packed == 0 ? 0 : 8 - System.Numerics.BitOperations.TrailingZeroCount(Packed) / 8;

    /// <summary>A code from its characters.</summary>
    /// <param name="text">One to eight printable ASCII characters without spaces; lower case is raised.</param>
    /// <exception cref="ArgumentException">The text is longer, or has other characters.</exception>
    public static Code Of(ReadOnlySpan<char> text) =>
        TryParse(text, out var code)
            ? code
            : throw new ArgumentException("Not a code of one to eight characters.", nameof(text));

    /// <summary>Reads a code from text.</summary>
    /// <param name="text">None when empty; surrounding spaces are not taken.</param>
    /// <param name="code">None when false is returned.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out Code code)
    {
        code = None;
        if (text.Length > MaximumLength)
            return false;
        Span<byte> bytes = stackalloc byte[MaximumLength];
        return Encoding.UTF8.TryGetBytes(text, bytes, out var count) && TryParse(bytes[..count], out code);
    }

    /// <summary>Reads a code from the bytes of a file.</summary>
    /// <param name="ascii">None when empty.</param>
    /// <param name="code">None when false is returned.</param>
    public static bool TryParse(ReadOnlySpan<byte> ascii, out Code code)
    {
        code = None;
        if (ascii.Length > MaximumLength)
            return false;
        var packed = 0UL;
        foreach (var value in ascii)
        {
            if (value is <= (byte)' ' or > (byte)'~')
                return false;
            var upper = value is >= (byte)'a' and <= (byte)'z' ? (byte)(value - 32) : value;
            packed = packed << 8 | upper;
        }
        code = new Code(ascii.IsEmpty ? 0 : packed << (8 * (MaximumLength - ascii.Length)));
        return true;
    }

    /// <summary>A code from the integer that another code was packed in, as a stored payload holds it.</summary>
    /// <param name="packed">From <see cref="Packed"/>.</param>
    public static Code FromPacked(ulong packed) => new(packed);

    /// <summary>Writes the characters.</summary>
    /// <param name="destination">Room for <see cref="Length"/> bytes.</param>
    /// <returns>How many bytes were written.</returns>
    public int CopyTo(Span<byte> destination)
    {
        var length = Length;
        for (var i = 0; i < length; i++)
            destination[i] = (byte)(Packed >> (56 - 8 * i) & 0xFF);
        return length;
    }

    /// <inheritdoc/>
    public int CompareTo(Code other) => Packed.CompareTo(other.Packed);

    /// <summary>Whether the left code is earlier in the list.</summary>
    public static bool operator <(Code left, Code right) => left.Packed < right.Packed;

    /// <summary>Whether the left code is later in the list.</summary>
    public static bool operator >(Code left, Code right) => left.Packed > right.Packed;

    /// <summary>Whether the left code is not later in the list.</summary>
    public static bool operator <=(Code left, Code right) => left.Packed <= right.Packed;

    /// <summary>Whether the left code is not earlier in the list.</summary>
    public static bool operator >=(Code left, Code right) => left.Packed >= right.Packed;

    /// <summary>Its characters; empty for none.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[MaximumLength];
        return Encoding.ASCII.GetString(bytes[..CopyTo(bytes)]);
    }
}
