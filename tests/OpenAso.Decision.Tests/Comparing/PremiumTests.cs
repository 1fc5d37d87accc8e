using OpenAso.Decision.Comparing;

namespace OpenAso.Decision.Tests.Comparing;

public sealed class PremiumTests
{
    // Finance reference R-4: claims of 100,000 at a target loss ratio of 90 %. The page prints its formula wrongly.
    [Fact]
    public void R4_a_target_loss_ratio_makes_a_premium() =>
        Assert.Equal(111_111.11, PremiumRules.OfClaims(100_000, 0.10), 0.005);

    // Finance reference R-5: manual 100, experience 60.
    [Theory]
    [InlineData(0.25, 90)]
    [InlineData(0.50, 80)]
    [InlineData(0.75, 70)]
    [InlineData(0, 100)]
    [InlineData(1, 60)]
    public void R5_credibility_weighs_experience_and_manual(double credibility, double blended) =>
        Assert.Equal(blended, PremiumRules.Blended(60, 100, credibility), 1e-9);

    // Finance reference R-7, read from a document.
    [Fact]
    public void R7_a_premium_is_built_up()
    {
        var insured = Scenes.QuotesOf(Scenes.Quotes.With("loss-ratio: 85%", """
            build-up:
                incurred: 1200000
                above-pooling: 150000
                trend: 8%
                months: 18
                pooling-charge: {per-employee-month: 45}
                credibility: 80%
                manual: 1300000
                retention: {administration: 9%, commission: 3%, premium-tax: 2%, risk: 1%}
            """)).Insured;
        var built = insured.BuildUp!;

        Assert.Equal(1.1223689, built.TrendFactor, 5e-8);
        Assert.Equal(1_178_487.37, built.Experience * built.TrendFactor, 0.005);
        Assert.Equal(1_232_487.37, built.Projected, 0.005);
        Assert.Equal(1_245_989.90, built.Blended, 0.005);
        Assert.Equal(1_465_870.47, built.Premium, 0.005);
        Assert.Equal(built.Premium, insured.FirstPremium.Of(1));
        Assert.Equal(0.8, insured.Renewal!.Credibility);
    }

    [Fact]
    public void A_retention_that_leaves_nothing_is_no_retention() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PremiumRules.OfClaims(1, 1));

    // Actuarial reference, section 5: full credibility of the default model below 50,000 needs 4,022 years of
    // membership.
    [Fact]
    public void Credibility_follows_the_years_of_membership()
    {
        var quotes = Scenes.QuotesOf(Scenes.Quotes.With("loss-ratio: 85%",
            "loss-ratio: 85%\n  renewal: {pooling: 50000}"));
        var rates = new InsuredRates(quotes.Insured, Scenes.RiskOf(), quotes.Trend);

        Assert.Equal(Math.Sqrt(220 / 4_022.0), rates.Credibility(220), 1e-4);
        Assert.Equal(1, rates.Credibility(4_023));
        Assert.Equal(0, rates.Credibility(0));
    }

    [Fact]
    public void What_is_left_of_the_premium_above_expected_claims_is_its_retention() =>
        Assert.Equal(0.15, new InsuredRates(Scenes.QuotesOf().Insured, Scenes.RiskOf(), 0.08).Retention, 1e-9);

    [Fact]
    public void Claims_as_expected_renew_at_trend()
    {
        var quotes = Scenes.QuotesOf(Scenes.Quotes.With(
            "loss-ratio: 85%", "loss-ratio: 85%\n  renewal: {pooling: none, credibility: 100%}"));
        var rates = new InsuredRates(quotes.Insured, Scenes.RiskOf(), 0.08);

        Assert.Equal(rates.First * 1.08, rates.Next(1, [rates.ExpectedClaims], rates.First), 1e-6);
        Assert.Equal(
            rates.First * 1.08 * 1.08, rates.Next(2, [rates.ExpectedClaims, rates.ExpectedClaims * 1.08], 0), 1e-6);
    }

    // Above a fixed pooling level costs grow faster than trend (excess over 50,000: +13.62 % at 8 %).
    [Fact]
    public void The_pooling_charge_grows_by_leveraged_trend()
    {
        var quotes = Scenes.QuotesOf(Scenes.Quotes.With("loss-ratio: 85%",
            "loss-ratio: 85%\n  renewal: {pooling: 50000}"));
        var rates = new InsuredRates(quotes.Insured, Scenes.RiskOf(), 0.08);

        Assert.Equal(0.1362, rates.PoolingGrowth(1) - 1, 5e-5);
    }

    [Fact]
    public void A_cap_holds_a_renewal()
    {
        var quotes = Scenes.QuotesOf(Scenes.Quotes.With(
            "loss-ratio: 85%", "loss-ratio: 85%\n  renewal: {pooling: none, credibility: 100%, cap: 15%}"));
        var rates = new InsuredRates(quotes.Insured, Scenes.RiskOf(), 0.08);

        Assert.Equal(rates.First * 1.15, rates.Next(1, [rates.ExpectedClaims * 3], rates.First), 1e-6);
    }
}
