using System.Globalization;

namespace OpenAso.Kernel;

/// <summary>A count of units of service, days or lives, exact to the thousandth.</summary>
/// <remarks>The default value is zero.</remarks>
/// <param name="Thousandths">Of a unit: 1,500 is one and a half.</param>
public readonly record struct Quantity(long Thousandths) : IComparable<Quantity>
{
    /// <summary>One unit.</summary>
    public static Quantity One => new(1_000);

    /// <summary>No unit.</summary>
    public static Quantity Zero => default;

    /// <summary>Whole units.</summary>
    /// <param name="units">How many.</param>
    public static Quantity Of(long units) => new(checked(units * 1_000));

    /// <summary>Whether the quantity has no fraction of a unit.</summary>
    public bool IsWhole => Thousandths % 1_000 == 0;

    /// <summary>Whole units, a part counted as one: half a day is a day of a day limit.</summary>
    public long RoundedUp => Thousandths / 1_000 + (Thousandths % 1_000 > 0 ? 1 : 0);

    /// <summary>Reads <c>1</c>, <c>1.5</c>, <c>21</c>.</summary>
    /// <param name="text">At most three decimals; no sign but minus.</param>
    /// <param name="quantity">Zero when false is returned.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out Quantity quantity)
    {
        quantity = Zero;
        const NumberStyles styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(text, styles, CultureInfo.InvariantCulture, out var value))
            return false;
        if (Math.Abs(value) > 1_000_000_000m || value * 1_000m != decimal.Truncate(value * 1_000m))
            return false;
        quantity = new Quantity((long)(value * 1_000m));
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(Quantity other) => Thousandths.CompareTo(other.Thousandths);

    /// <summary>Whether the left quantity is smaller.</summary>
    public static bool operator <(Quantity left, Quantity right) => left.Thousandths < right.Thousandths;

    /// <summary>Whether the left quantity is larger.</summary>
    public static bool operator >(Quantity left, Quantity right) => left.Thousandths > right.Thousandths;

    /// <summary>Whether the left quantity is not larger.</summary>
    public static bool operator <=(Quantity left, Quantity right) => left.Thousandths <= right.Thousandths;

    /// <summary>Whether the left quantity is not smaller.</summary>
    public static bool operator >=(Quantity left, Quantity right) => left.Thousandths >= right.Thousandths;

    /// <summary>No trailing zeros: <c>1</c>, <c>1.5</c>.</summary>
    public override string ToString() => (Thousandths / 1_000m).ToString("0.###", CultureInfo.InvariantCulture);
}
