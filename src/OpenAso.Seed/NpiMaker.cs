using OpenAso.Kernel;

namespace OpenAso.Seed;

/// <summary>Makes provider identifiers with a right check digit that nobody holds: none has been given out that begins
/// with 2.</summary>
internal static class NpiMaker
{
    public static Npi Of(SeedStream stream)
    {
        var first = 200_000_000L + stream.Below(99_999_999);
        var last = 0;
        while (!new Npi(first * 10 + last).IsValid)
            last++;
        return new Npi(first * 10 + last);
    }

    /// <summary>The Luhn digit of a number.</summary>
    public static int CheckDigit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = (digits[^(i + 1)] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return (10 - sum % 10) % 10;
    }
}
