using System.Buffers.Text;
using System.Text;
using OpenAso.Kernel;

namespace OpenAso.Edi;

/// <summary>Reads the values of X12 elements.</summary>
internal static class Values
{
    /// <summary>Amounts of the guides have at most ten digits, cents included.</summary>
    public static Money LargestAmount { get; } = new(9_999_999_999);

    /// <summary>Quantities of the guides have at most eight digits before the point.</summary>
    public static Quantity LargestQuantity { get; } = new(99_999_999_999);

    // A sign apart; as many digits, with decimals added, still fit into a number of 64 bits.
    private const int LongestNumber = 15;

    /// <summary>The text without blanks around it.</summary>
    public static string Text(ReadOnlySpan<byte> ascii) => Encoding.UTF8.GetString(Trim(ascii));

    /// <summary>A code; none where it is empty or no code.</summary>
    public static Code CodeOf(ReadOnlySpan<byte> ascii) => Code.TryParse(Trim(ascii), out var code) ? code : Code.None;

    /// <summary>An amount with at most two decimals that are not zero.</summary>
    public static bool TryMoney(ReadOnlySpan<byte> ascii, out Money money)
    {
        money = Money.Zero;
        if (!TryScaled(ascii, 2, out var cents))
            return false;
        money = new Money(cents);
        return true;
    }

    /// <summary>A quantity with at most three decimals that are not zero.</summary>
    public static bool TryQuantity(ReadOnlySpan<byte> ascii, out Quantity quantity)
    {
        quantity = Quantity.Zero;
        if (!TryScaled(ascii, 3, out var thousandths))
            return false;
        quantity = new Quantity(thousandths);
        return true;
    }

    /// <summary>CCYYMMDD; null where it is no date.</summary>
    public static DateOnly? Date(ReadOnlySpan<byte> ascii)
    {
        if (ascii.Length < 8 || !Utf8Parser.TryParse(ascii[..8], out int number, out var read) || read != 8)
            return null;
        var (year, month, day) = (number / 10000, number / 100 % 100, number % 100);
        return year is > 0 and <= 9999 && month is >= 1 and <= 12 && day >= 1
            && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    /// <summary>One day (D8, or the day of DT) or a run of days (RD8); null where it is neither.</summary>
    public static DateRange? Period(ReadOnlySpan<byte> ascii)
    {
        if (Date(ascii) is not { } first)
            return null;
        if (ascii.Length != 17 || ascii[8] != (byte)'-')
            return new DateRange(first, first);
        return Date(ascii[9..]) is { } last && last >= first ? new DateRange(first, last) : null;
    }

    /// <summary>A positive whole number of at most nine digits; 0 where it is none.</summary>
    public static int Number(ReadOnlySpan<byte> ascii) =>
        ascii.Length is > 0 and < 10 && Utf8Parser.TryParse(ascii, out int number, out var read) && read == ascii.Length
            && number > 0
            ? number
            : 0;

    /// <summary>The digits alone, as in a tax number written 12-3456789.</summary>
    public static string Digits(ReadOnlySpan<byte> ascii)
    {
        Span<char> digits = stackalloc char[16];
        var count = 0;
        foreach (var value in ascii)
        {
            if (value is >= (byte)'0' and <= (byte)'9' && count < digits.Length)
                digits[count++] = (char)value;
        }
        return new string(digits[..count]);
    }

    private static bool TryScaled(ReadOnlySpan<byte> ascii, int decimals, out long value)
    {
        value = 0;
        var isNegative = ascii.Length > 0 && ascii[0] == (byte)'-';
        var digits = isNegative ? ascii[1..] : ascii;
        if (digits.IsEmpty || digits.Length > LongestNumber)
            return false;
        var behindPoint = -1;
        var any = false;
        foreach (var letter in digits)
        {
            if (letter == (byte)'.' && behindPoint < 0)
            {
                behindPoint = 0;
                continue;
            }
            if (letter is < (byte)'0' or > (byte)'9' || (behindPoint >= decimals && letter != (byte)'0'))
                return false;
            any = true;
            if (behindPoint >= decimals)
                continue;
            value = value * 10 + (letter - '0');
            behindPoint += behindPoint < 0 ? 0 : 1;
        }
        for (var i = Math.Max(behindPoint, 0); i < decimals; i++)
            value *= 10;
        value = isNegative ? -value : value;
        return any;
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> ascii) => ascii.Trim((byte)' ');
}
