using System.Globalization;

namespace OpenAso.Kernel;

/// <summary>A share of an amount, exact to the ten-thousandth of a percent.</summary>
/// <remarks>The default value is 0 %. May be above 100 %: a reference price of 140 % of Medicare.</remarks>
/// <param name="Millionths">Of the whole: 200,000 is 20 %.</param>
public readonly record struct Percent(int Millionths) : IComparable<Percent>
{
    /// <summary>0 %.</summary>
    public static Percent None => default;

    /// <summary>100 %.</summary>
    public static Percent Whole => new(1_000_000);

    /// <summary>Whole percents: <c>Percent.Of(20)</c> is 20 %.</summary>
    /// <param name="percents">In percent.</param>
    public static Percent Of(int percents) => new(checked(percents * 10_000));

    /// <summary>What is left of the whole: the plan's share beside the member's.</summary>
    public Percent Complement => new(1_000_000 - Millionths);

    /// <summary>The share as a decimal fraction: 0.2 for 20 %.</summary>
    public decimal Fraction => Millionths / 1_000_000m;

    /// <summary>Reads <c>20%</c>, <c>20 %</c> or <c>12.5%</c>; the sign may be left out.</summary>
    /// <param name="text">At most four decimals.</param>
    /// <param name="percent">None when false is returned.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out Percent percent)
    {
        percent = None;
        text = text.Trim();
        if (text.EndsWith("%"))
            text = text[..^1].TrimEnd();
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            return false;
        if (value > 200_000m || value * 10_000m != decimal.Truncate(value * 10_000m))
            return false;
        percent = new Percent((int)(value * 10_000m));
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(Percent other) => Millionths.CompareTo(other.Millionths);

    /// <summary>Whether the left share is smaller.</summary>
    public static bool operator <(Percent left, Percent right) => left.Millionths < right.Millionths;

    /// <summary>Whether the left share is larger.</summary>
    public static bool operator >(Percent left, Percent right) => left.Millionths > right.Millionths;

    /// <summary>Whether the left share is not larger.</summary>
    public static bool operator <=(Percent left, Percent right) => left.Millionths <= right.Millionths;

    /// <summary>Whether the left share is not smaller.</summary>
    public static bool operator >=(Percent left, Percent right) => left.Millionths >= right.Millionths;

    /// <summary>For example <c>20%</c> or <c>12.5%</c>.</summary>
    public override string ToString() =>
        (Millionths / 10_000m).ToString("0.####", CultureInfo.InvariantCulture) + "%";
}
