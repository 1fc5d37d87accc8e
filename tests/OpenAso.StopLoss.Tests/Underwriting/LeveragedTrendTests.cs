using CsCheck;
using OpenAso.Kernel;
using OpenAso.StopLoss.Underwriting;
using static OpenAso.StopLoss.Tests.Tables;

namespace OpenAso.StopLoss.Tests.Underwriting;

public class LeveragedTrendTests
{
    private static readonly Gen<Money> Claim = Gen.Long[0, 50_000_000].Select(cents => new Money(cents));

    private static readonly Gen<Percent> Trend = Gen.Int[0, 500_000].Select(millionths => new Percent(millionths));

    [Theory]
    [InlineData("O-24", "150000", "100000", 8, "50000", "62000", "24%")]
    [InlineData("O-26", "100000", "50000", 5, "50000", "55000", "10%")]
    [InlineData("O-28", "300000", "250000", 10, "50000", "80000", "60%")]
    public void O_24_26_28_What_passes_a_deductible_grows_faster_than_the_claim(
        string number, string claim, string deductible, int trend, string before, string after, string rate)
    {
        var leveraged = LeveragedTrend.OfClaim(Amount(claim), Amount(deductible), Percent.Of(trend));

        Assert.Equal(new LeveragedTrend(Amount(before), Amount(after)), leveraged);
        Assert.True(rate == leveraged.Rate?.ToString(), number);
    }

    [Fact]
    public void O_28_A_deductible_that_grows_along_brings_the_growth_back_to_the_trend()
    {
        var indexed = LeveragedTrend.Indexed([Amount("300000")], Amount("250000"), Percent.Of(10));

        Assert.Equal(new LeveragedTrend(Amount("50000"), Amount("55000")), indexed);
        Assert.Equal(Percent.Of(10), indexed.Rate);
    }

    // 95,000 grows to 104,500: it passes for the first time. 50,000 become 66,500.
    [Fact]
    public void A_book_counts_those_who_pass_only_by_growing()
    {
        var book = LeveragedTrend.OfBook(
            [Amount("150000"), Amount("95000"), Amount("20000")], Amount("100000"), Percent.Of(10));

        Assert.Equal(new LeveragedTrend(Amount("50000"), Amount("69500")), book);
        Assert.Equal("39%", book.Rate?.ToString());
    }

    [Fact]
    public void Without_anything_that_passes_now_there_is_growth_and_no_rate()
    {
        var first = LeveragedTrend.OfClaim(Amount("95000"), Amount("100000"), Percent.Of(10));

        Assert.Equal(Amount("4500"), first.Growth);
        Assert.Null(first.Rate);
    }

    [Fact]
    public void The_rate_is_rounded_half_up_to_the_ten_thousandth_of_a_percent() =>
        Assert.Equal("33.3333%", new LeveragedTrend(Amount("3"), Amount("4")).Rate?.ToString());

    // Each claim is rounded to the cent: half a cent a claim.
    [Fact]
    public void What_passes_never_grows_by_less_than_the_claims_do() =>
        Gen.Select(Claim.Array[1, 20], Claim, Trend).Sample((claims, deductible, trend) =>
        {
            var book = LeveragedTrend.OfBook(claims, deductible, trend);
            var least = book.Before.Times(trend, Rounding.Down) - new Money(claims.Length);
            return book.Growth >= least;
        });

    [Fact]
    public void With_a_deductible_that_grows_along_it_grows_by_the_trend() =>
        Gen.Select(Claim.Array[1, 20], Claim, Trend).Sample((claims, deductible, trend) =>
        {
            var book = LeveragedTrend.Indexed(claims, deductible, trend);
            var difference = (book.Growth - book.Before.Times(trend, Rounding.HalfUp)).Cents;
            return Math.Abs(difference) <= claims.Length + 1;
        });
}
