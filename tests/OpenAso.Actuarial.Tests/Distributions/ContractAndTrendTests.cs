using OpenAso.Actuarial.Distributions;

namespace OpenAso.Actuarial.Tests.Distributions;

public sealed class ContractAndTrendTests
{
    private static readonly double[] Completion =
        [0.12, 0.52, 0.76, 0.86, 0.915, 0.945, 0.962, 0.974, 0.982, 0.988, 0.992, 0.995, 0.997, 0.998, 0.999, 1];

    private static readonly ClaimSeverity Usual = new ZeroInflated(0.14, new LognormalSeverity(7.53, 1.725));

    [Theory]
    [InlineData(0, 0, 0.834416667)]
    [InlineData(0, 3, 0.96725)]
    [InlineData(3, 0, 0.96725)]
    [InlineData(0, 6, 0.990583333)]
    [InlineData(6, 0, 0.990583333)]
    [InlineData(0, 12, 0.9995)]
    [InlineData(600, 0, 1)]
    public void R6_the_share_of_an_incurred_year_that_a_contract_covers(int runIn, int runOut, double share) =>
        Assert.Equal(share, ContractShare.Of(Completion, runIn, runOut), 5e-10);

    [Theory]
    [InlineData(25_000, 0.1233)]
    [InlineData(50_000, 0.1362)]
    [InlineData(100_000, 0.1506)]
    [InlineData(150_000, 0.1596)]
    [InlineData(250_000, 0.1715)]
    [InlineData(500_000, 0.1886)]
    [InlineData(1_000_000, 0.2066)]
    public void Eight_percent_of_trend_is_more_above_a_deductible(double deductible, double growth) =>
        Assert.Equal(growth, TrendLeverage.OfExcess(Usual, deductible, 0.08), 5.1e-5);

    [Theory]
    [InlineData(150_000, 100_000, 0.24)]
    [InlineData(225_000, 200_000, 0.63)]
    public void A_single_claim_grows_above_a_deductible_by_arithmetic(double claim, double deductible, double growth) =>
        Assert.Equal(growth, TrendLeverage.OfExcess(
            new EmpiricalSeverity([(claim, 1)]), deductible, claim == 150_000 ? 0.08 : 0.07), 1e-12);

    [Fact]
    public void What_is_retained_grows_by_less_than_the_trend() =>
        Assert.InRange(TrendLeverage.OfRetained(Usual, 50_000, 0.08), 0.01, 0.0799);
}
