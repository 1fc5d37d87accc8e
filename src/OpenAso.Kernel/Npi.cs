using System.Globalization;

namespace OpenAso.Kernel;

/// <summary>A National Provider Identifier: ten digits, the last of them a check digit.</summary>
/// <remarks>The default value is <see cref="None"/>. A number with a wrong check digit is still held, because files
/// carry them and somebody must be able to ask about it; see <see cref="IsValid"/>.</remarks>
/// <param name="Number">0 for none, else up to ten digits.</param>
[Source("45 CFR 162.406")]
public readonly record struct Npi(long Number) : IComparable<Npi>
{
    /// <summary>No identifier given.</summary>
    public static Npi None => default;

    /// <summary>Whether none was given.</summary>
    public bool IsNone => Number == 0;

    /// <summary>Whether it has ten digits and its check digit is right (Luhn, with the prefix 80840).</summary>
    public bool IsValid
    {
        get
        {
            if (Number is < 1_000_000_000 or > 9_999_999_999)
                return false;
            var sum = 24L; // what the prefix 80840 adds
            var rest = Number;
            for (var position = 0; position < 10; position++, rest /= 10)
            {
                var digit = rest % 10 * (position % 2 + 1);
                sum += digit > 9 ? digit - 9 : digit;
            }
            return sum % 10 == 0;
        }
    }

    /// <summary>Reads up to ten digits.</summary>
    /// <param name="ascii">Digits only; none when empty.</param>
    /// <param name="npi">None when false is returned.</param>
    public static bool TryParse(ReadOnlySpan<byte> ascii, out Npi npi)
    {
        npi = None;
        if (ascii.Length > 10)
            return false;
        var number = 0L;
        foreach (var value in ascii)
        {
            if (value is < (byte)'0' or > (byte)'9')
                return false;
            number = number * 10 + (value - '0');
        }
        npi = new Npi(number);
        return true;
    }

    /// <summary>Reads up to ten digits.</summary>
    /// <param name="text">Digits only; none when empty.</param>
    /// <param name="npi">None when false is returned.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out Npi npi)
    {
        npi = None;
        Span<byte> bytes = stackalloc byte[10];
        return text.Length <= 10
            && System.Text.Encoding.UTF8.TryGetBytes(text, bytes, out var count)
            && TryParse(bytes[..count], out npi);
    }

    /// <summary>Ordered as a number.</summary>
    /// <param name="other">Another identifier.</param>
    public int CompareTo(Npi other) => Number.CompareTo(other.Number);

    /// <summary>Ten digits; empty for none.</summary>
    public override string ToString() => IsNone ? "" : Number.ToString("D10", CultureInfo.InvariantCulture);
}
