using System.Diagnostics;
using System.Globalization;
using System.Numerics;

namespace OpenAso.Kernel;

/// <summary>An amount in the agreement's currency, held as a whole number of cents.</summary>
/// <remarks>
/// <para>Arithmetic is checked: overflow throws <see cref="OverflowException"/>, because a stopped program is
/// better than a wrapped balance.</para>
/// <para>There is no <c>*</c> operator. A fraction of money has to be rounded, and the plan document, not the
/// language, says how: see <see cref="Times(Percent, Rounding)"/> and <see cref="Allocate"/>.</para>
/// <para>The default value is <see cref="Zero"/>.</para>
/// </remarks>
/// <param name="Cents">Whole cents; negative where money goes the other way, as in a reversal.</param>
[DebuggerDisplay("{ToString(),nq}")]
public readonly record struct Money(long Cents)
    : IAdditionOperators<Money, Money, Money>,
      ISubtractionOperators<Money, Money, Money>,
      IUnaryNegationOperators<Money, Money>,
      IComparisonOperators<Money, Money, bool>,
      IComparable<Money>
{
    /// <summary>Nothing.</summary>
    public static Money Zero => default;

    /// <summary>Whether this is exactly nothing.</summary>
    public bool IsZero => Cents == 0;

    /// <summary>Whether this is above nothing.</summary>
    public bool IsPositive => Cents > 0;

    /// <summary>Whether this is below nothing.</summary>
    public bool IsNegative => Cents < 0;

    /// <summary>The sum of two amounts.</summary>
    /// <exception cref="OverflowException">The sum is outside the range of <see cref="Cents"/>.</exception>
    public static Money operator +(Money left, Money right) => new(checked(left.Cents + right.Cents));

    /// <summary>The difference of two amounts.</summary>
    /// <exception cref="OverflowException">The difference is outside the range of <see cref="Cents"/>.</exception>
    public static Money operator -(Money left, Money right) => new(checked(left.Cents - right.Cents));

    /// <summary>The same amount going the other way.</summary>
    public static Money operator -(Money value) => new(checked(-value.Cents));

    /// <summary>Whether the left amount is smaller.</summary>
    public static bool operator <(Money left, Money right) => left.Cents < right.Cents;

    /// <summary>Whether the left amount is larger.</summary>
    public static bool operator >(Money left, Money right) => left.Cents > right.Cents;

    /// <summary>Whether the left amount is not larger.</summary>
    public static bool operator <=(Money left, Money right) => left.Cents <= right.Cents;

    /// <summary>Whether the left amount is not smaller.</summary>
    public static bool operator >=(Money left, Money right) => left.Cents >= right.Cents;

    /// <summary>The smaller of two amounts.</summary>
    public static Money Min(Money left, Money right) => left < right ? left : right;

    /// <summary>The larger of two amounts.</summary>
    public static Money Max(Money left, Money right) => left > right ? left : right;

    /// <summary>Whole units of the currency, for example <c>Money.Of(1500)</c> for 1,500.00.</summary>
    /// <param name="units">Dollars, where the currency is the dollar.</param>
    public static Money Of(long units) => new(checked(units * 100));

    /// <summary>An exact decimal amount with at most two decimals.</summary>
    /// <param name="amount">For example 12.30m.</param>
    /// <exception cref="ArgumentException">The amount has a fraction of a cent, which would have to be
    /// rounded.</exception>
    public static Money Exactly(decimal amount)
    {
        var cents = checked(amount * 100m);
        if (cents != decimal.Truncate(cents))
            throw new ArgumentException("An amount with a fraction of a cent must be rounded by name.", nameof(amount));
        return new Money((long)cents);
    }

    /// <summary>Reads an amount as people and files write it: <c>12</c>, <c>12.3</c>, <c>-12.30</c>,
    /// <c>.5</c>.</summary>
    /// <remarks>A point is the decimal sign; no thousands separators, no currency sign, at most two decimals other
    /// than zeros. Unlike rounding, a third decimal that is not zero is refused.</remarks>
    /// <param name="text">The amount alone.</param>
    /// <param name="money">Zero when false is returned.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out Money money)
    {
        money = Zero;
        const NumberStyles styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(text, styles, CultureInfo.InvariantCulture, out var amount))
            return false;
        if (Math.Abs(amount) > long.MaxValue / 100m)
            return false;
        var cents = amount * 100m;
        if (cents != decimal.Truncate(cents))
            return false;
        money = new Money((long)cents);
        return true;
    }

    /// <summary>The part of this amount that <paramref name="rate"/> is, rounded to the cent.</summary>
    /// <param name="rate">For example a member's coinsurance of 20 %.</param>
    /// <param name="rounding">How half a cent is settled.</param>
    /// <exception cref="OverflowException">The product is outside the range of <see cref="Cents"/>.</exception>
    public Money Times(Percent rate, Rounding rounding) => Ratio(rate.Millionths, 1_000_000, rounding);

    /// <summary>This amount for each unit of <paramref name="quantity"/>, rounded to the cent.</summary>
    /// <param name="quantity">Units of service, days, lives.</param>
    /// <param name="rounding">How half a cent is settled; whole quantities need none.</param>
    /// <exception cref="OverflowException">The product is outside the range of <see cref="Cents"/>.</exception>
    public Money Times(Quantity quantity, Rounding rounding) => Ratio(quantity.Thousandths, 1_000, rounding);

    /// <summary>The part that <paramref name="rate"/> is of this amount for each unit, rounded to the cent
    /// once.</summary>
    /// <param name="quantity">Units of service.</param>
    /// <param name="rate">For example 150 % of a reference price.</param>
    /// <param name="rounding">How half a cent is settled.</param>
    /// <exception cref="OverflowException">The product is outside the range of <see cref="Cents"/>.</exception>
    public Money Times(Quantity quantity, Percent rate, Rounding rounding)
    {
        var product = (Int128)Cents * quantity.Thousandths * rate.Millionths;
        return new Money(checked((long)Divide(product, 1_000_000_000, rounding)));
    }

    /// <summary>This amount multiplied by a fraction of two whole numbers, rounded to the cent.</summary>
    /// <param name="numerator">Of the fraction.</param>
    /// <param name="denominator">Of the fraction; above zero.</param>
    /// <param name="rounding">How half a cent is settled.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="denominator"/> is not above zero.</exception>
    /// <exception cref="OverflowException">The product is outside the range of <see cref="Cents"/>.</exception>
    public Money Ratio(long numerator, long denominator, Rounding rounding)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        var high = Math.BigMul(Cents, numerator, out var low);
        return high == low >> 63
            ? new Money(Divide(low, denominator, rounding))
            : new Money(checked((long)Divide((Int128)Cents * numerator, denominator, rounding)));
    }

    /// <summary>Divides this amount in proportion to <paramref name="weights"/>, losing no cent.</summary>
    /// <remarks>Largest-remainder method; a tie goes to the earlier weight. Allocating the negative of an amount gives
    /// the negatives of its shares, so a reversal mirrors its original.</remarks>
    /// <param name="weights">At least one above zero, and none below.</param>
    /// <exception cref="ArgumentOutOfRangeException">A weight is below zero, or all are zero.</exception>
    public Money[] Allocate(ReadOnlySpan<Money> weights)
    {
        Int128 total = 0;
        foreach (var weight in weights)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(weight.Cents, nameof(weights));
            total += weight.Cents;
        }
        ArgumentOutOfRangeException.ThrowIfZero(total, nameof(weights));

        var shares = new Money[weights.Length];
        var remainders = new Int128[weights.Length];
        var undistributed = Cents;
        for (var i = 0; i < weights.Length; i++)
        {
            var product = (Int128)Cents * weights[i].Cents;
            shares[i] = new Money((long)(product / total));
            remainders[i] = Int128.Abs(product % total);
            undistributed -= shares[i].Cents;
        }

        var cent = new Money(Math.Sign(undistributed));
        var luckiest = Enumerable.Range(0, shares.Length).OrderByDescending(i => remainders[i]);
        foreach (var i in luckiest.Take((int)Math.Abs(undistributed)))
            shares[i] += cent;

        return shares;
    }

    /// <inheritdoc/>
    public int CompareTo(Money other) => Cents.CompareTo(other.Cents);

    /// <summary>Two decimals and no thousands separator, as machines read it: <c>1234.50</c>, <c>-0.05</c>.</summary>
    public override string ToString() => (Cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    private static long Divide(long product, long divisor, Rounding rounding)
    {
        var (quotient, remainder) = Math.DivRem(product, divisor);
        if (remainder == 0)
            return quotient;
        var distance = Math.Abs(remainder);
        return quotient + (Away(distance.CompareTo(divisor - distance), quotient, rounding) ? Math.Sign(product) : 0);
    }

    private static Int128 Divide(Int128 product, long divisor, Rounding rounding)
    {
        var (quotient, remainder) = Int128.DivRem(product, divisor);
        if (remainder == 0)
            return quotient;
        var distance = Int128.Abs(remainder);
        var parity = (long)(quotient & 1);
        return quotient + (Away(distance.CompareTo(divisor - distance), parity, rounding) ? Int128.Sign(product) : 0);
    }

    // half: below zero when the remainder is less than half a cent, zero at half, above zero beyond it.
    private static bool Away(int half, long quotient, Rounding rounding) => rounding switch
    {
        Rounding.HalfUp => half >= 0,
        Rounding.HalfEven => half > 0 || (half == 0 && (quotient & 1) != 0),
        Rounding.Down => false,
        Rounding.Up => true,
        _ => throw new ArgumentOutOfRangeException(nameof(rounding)),
    };
}
