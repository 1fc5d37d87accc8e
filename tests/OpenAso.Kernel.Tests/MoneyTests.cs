using CsCheck;

namespace OpenAso.Kernel.Tests;

public sealed class MoneyTests
{
    private static readonly Gen<Money> Amount =
        Gen.Long[-1_000_000_000_000, 1_000_000_000_000].Select(cents => new Money(cents));

    private static readonly Gen<Money> Weight = Gen.Frequency(
        (1, Gen.Const(Money.Zero)), (4, Gen.Long[1, 10_000_000].Select(cents => new Money(cents))));

    private static readonly Gen<(Money Amount, Money[] Weights)> Division =
        Gen.Select(Amount, Weight.Array[1, 20]).Where((_, weights) => weights.Any(weight => weight.IsPositive));

    [Fact]
    public void Allocation_loses_no_cent_and_a_reversal_mirrors_it() => Division.Sample((amount, weights) =>
    {
        var shares = amount.Allocate(weights);
        var mirror = (-amount).Allocate(weights);

        return shares.Total() == amount && shares.Zip(mirror).All(pair => pair.First == -pair.Second);
    });

    [Fact]
    public void Who_has_no_weight_has_no_share() => Division.Sample((amount, weights) =>
        amount.Allocate(weights).Zip(weights).All(pair => pair.Second.IsPositive || pair.First.IsZero));

    [Fact]
    public void Every_share_is_within_a_cent_of_its_exact_part() => Division.Sample((amount, weights) =>
    {
        var total = weights.Aggregate((Int128)0, (sum, weight) => sum + weight.Cents);
        return amount.Allocate(weights).Zip(weights).All(pair =>
            Int128.Abs(pair.First.Cents * total - (Int128)amount.Cents * pair.Second.Cents) < total);
    });

    // Exact shares of ten cents are 1.43, 2.86 and 5.71: the two left-over cents go to .86 and .71.
    [Fact]
    public void The_left_over_cents_go_to_the_largest_remainders() =>
        Assert.Equal([new(1), new(3), new(6)], new Money(10).Allocate([new(1), new(2), new(4)]));

    [Fact]
    public void A_tie_goes_to_the_earlier_weight() =>
        Assert.Equal([new(4), new(3), new(3)], new Money(10).Allocate([new(1), new(1), new(1)]));

    [Fact]
    public void The_largest_amount_is_divided_without_overflow() =>
        Assert.Equal([new(long.MaxValue), new(0)], new Money(long.MaxValue).Allocate([new(long.MaxValue), new(0)]));

    [Fact]
    public void Weights_below_zero_or_all_zero_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Money(10).Allocate([new(2), new(-1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Money(10).Allocate([new(0), new(0)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Money(10).Allocate([]));
    }

    // Fractions of a cent, in tenths: 2.4 is 24 of ten.
    [Theory]
    [InlineData(24, 2, 2, 2, 3)]
    [InlineData(25, 3, 2, 2, 3)]
    [InlineData(35, 4, 4, 3, 4)]
    [InlineData(36, 4, 4, 3, 4)]
    [InlineData(20, 2, 2, 2, 2)]
    [InlineData(5, 1, 0, 0, 1)]
    [InlineData(4, 0, 0, 0, 1)]
    [InlineData(0, 0, 0, 0, 0)]
    [InlineData(-24, -2, -2, -2, -3)]
    [InlineData(-25, -3, -2, -2, -3)]
    [InlineData(-35, -4, -4, -3, -4)]
    [InlineData(-5, -1, 0, 0, -1)]
    public void A_fraction_of_a_cent_is_settled_as_named(long tenths, long halfUp, long halfEven, long down, long up)
    {
        Assert.Equal(halfUp, new Money(tenths).Ratio(1, 10, Rounding.HalfUp).Cents);
        Assert.Equal(halfEven, new Money(tenths).Ratio(1, 10, Rounding.HalfEven).Cents);
        Assert.Equal(down, new Money(tenths).Ratio(1, 10, Rounding.Down).Cents);
        Assert.Equal(up, new Money(tenths).Ratio(1, 10, Rounding.Up).Cents);
    }

    [Fact]
    public void Rounding_agrees_with_exact_arithmetic_in_long_and_in_wide_products() =>
        Gen.Select(Gen.Long, Gen.Long[-1_000_000_000_000, 1_000_000_000_000], Gen.Long[1, 1_000_000_000_000])
            .Sample((cents, numerator, denominator) =>
            {
                var exact = (Int128)cents * numerator;
                var (down, rest) = Int128.DivRem(exact, denominator);
                var up = down + Int128.Sign(rest);
                var halfUp = Int128.Abs(rest) * 2 >= denominator ? up : down;
                return Is(Rounding.Down, down) && Is(Rounding.Up, up) && Is(Rounding.HalfUp, halfUp);

                bool Is(Rounding rounding, Int128 expected)
                {
                    try
                    {
                        return new Money(cents).Ratio(numerator, denominator, rounding).Cents == expected;
                    }
                    catch (OverflowException)
                    {
                        return expected > long.MaxValue || expected < long.MinValue;
                    }
                }
            });

    [Fact]
    public void The_parts_of_an_amount_lie_within_it_and_a_reversal_mirrors_them() =>
        Gen.Select(Amount, Gen.Int[0, 1_000_000], Gen.Enum<Rounding>()).Sample((amount, millionths, rounding) =>
        {
            var part = amount.Times(new Percent(millionths), rounding);
            return part == -(-amount).Times(new Percent(millionths), rounding)
                && Math.Abs(part.Cents) <= Math.Abs(amount.Cents);
        });

    // 20 % of 133.33 is 26.666; two and a half units of 10.01 are 25.025.
    [Fact]
    public void Shares_and_units_are_rounded_to_the_cent()
    {
        Assert.Equal(new Money(26_67), new Money(133_33).Times(Percent.Of(20), Rounding.HalfUp));
        Assert.Equal(new Money(25_03), new Money(10_01).Times(new Quantity(2_500), Rounding.HalfUp));
        Assert.Equal(new Money(25_02), new Money(10_01).Times(new Quantity(2_500), Rounding.HalfEven));
        Assert.Equal(new Money(30_03), new Money(10_01).Times(Quantity.Of(3), Rounding.Down));
    }

    [Fact]
    public void A_fraction_needs_a_denominator_above_zero_and_a_known_rounding()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Money(1).Ratio(1, 0, Rounding.HalfUp));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Money(1).Ratio(1, -2, Rounding.HalfUp));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Money(1).Ratio(1, 2, (Rounding)9));
    }

    [Fact]
    public void Overflow_stops_instead_of_wrapping()
    {
        var most = new Money(long.MaxValue);
        var least = new Money(long.MinValue);

        Assert.Throws<OverflowException>(() => most + new Money(1));
        Assert.Throws<OverflowException>(() => least - new Money(1));
        Assert.Throws<OverflowException>(() => -least);
        Assert.Throws<OverflowException>(() => most.Times(Percent.Of(101), Rounding.Down));
        Assert.Throws<OverflowException>(() => Money.Of(long.MaxValue / 10));
        Assert.Throws<OverflowException>(() => new[] { most, new Money(1) }.Total());
    }

    [Fact]
    public void Adding_and_taking_away_undo_each_other_and_keep_the_order() =>
        Gen.Select(Amount, Amount, Amount).Sample((a, b, c) =>
            a + b - b == a && a + b == b + a && a + -a == Money.Zero && (a < b) == (a + c < b + c)
            && (a <= b) == !(a > b) && (a >= b) == !(a < b) && a.CompareTo(b) == a.Cents.CompareTo(b.Cents)
            && Money.Min(a, b) + Money.Max(a, b) == a + b && Money.Min(a, b) <= Money.Max(a, b));

    [Fact]
    public void The_sign_is_one_of_three()
    {
        Assert.True(new Money(1) is { IsPositive: true, IsZero: false, IsNegative: false });
        Assert.True(Money.Zero is { IsPositive: false, IsZero: true, IsNegative: false });
        Assert.True(new Money(-1) is { IsPositive: false, IsZero: false, IsNegative: true });
    }

    [Fact]
    public void A_total_is_the_sum_of_all_and_nothing_for_none()
    {
        Assert.Equal(Money.Zero, Enumerable.Empty<Money>().Total());
        Assert.Equal(new Money(-1), new[] { new Money(2), new Money(-3) }.Total());
        Assert.Equal(Money.Of(6), new[] { 1, 2, 3 }.Total(units => Money.Of(units)));
    }

    [Theory]
    [InlineData("12", 12_00)]
    [InlineData("12.3", 12_30)]
    [InlineData("-12.30", -12_30)]
    [InlineData(".5", 50)]
    [InlineData("0.01", 1)]
    [InlineData("1.2300", 1_23)]
    [InlineData("+7", 7_00)]
    [InlineData("92233720368547758.07", long.MaxValue)]
    public void Amounts_are_read_as_people_and_files_write_them(string text, long cents)
    {
        Assert.True(Money.TryParse(text, out var money));
        Assert.Equal(cents, money.Cents);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("1,000")]
    [InlineData("$5")]
    [InlineData("1e3")]
    [InlineData(" 5")]
    [InlineData("0.001")]
    [InlineData("(5)")]
    [InlineData("92233720368547758.08")]
    [InlineData("99999999999999999999999999999999")]
    public void What_is_no_amount_is_refused_and_gives_nothing(string text)
    {
        Assert.False(Money.TryParse(text, out var money));
        Assert.Equal(Money.Zero, money);
    }

    [Fact]
    public void What_is_written_is_read_back() =>
        Gen.Long[-long.MaxValue, long.MaxValue].Sample(cents =>
            Money.TryParse(new Money(cents).ToString(), out var read) && read.Cents == cents);

    [Theory]
    [InlineData(0, "0.00")]
    [InlineData(-5, "-0.05")]
    [InlineData(1234_50, "1234.50")]
    [InlineData(long.MinValue, "-92233720368547758.08")]
    public void Amounts_are_written_with_two_decimals(long cents, string text) =>
        Assert.Equal(text, new Money(cents).ToString());

    [Fact]
    public void A_decimal_with_a_fraction_of_a_cent_is_not_taken_in_silence()
    {
        Assert.Equal(new Money(12_30), Money.Exactly(12.30m));
        Assert.Throws<ArgumentException>(() => Money.Exactly(12.305m));
    }
}
