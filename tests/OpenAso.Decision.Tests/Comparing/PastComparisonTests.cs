using OpenAso.Decision.Comparing;
using OpenAso.Kernel;

namespace OpenAso.Decision.Tests.Comparing;

public sealed class PastComparisonTests
{
    private static readonly QuotesDocument Quotes = Scenes.QuotesOf(Scenes.Quotes.With(
        "loss-ratio: 85%",
        "premium: 1836066.53\n  renewal: {pooling: none, credibility: 50%, retention: 15%, cap: 100%}"));

    private static readonly InsuredRates Rates = new(Quotes.Insured, Scenes.RiskOf(), Quotes.Trend);

    [Fact]
    public void The_first_past_year_is_rated_by_the_insurers_book_at_the_level_of_its_time()
    {
        var past = Of([Year(2024, 2_640, 1_000_000)]);

        // 1,560,656.55 expected in 2026, two years of 8 % back, over 0.85.
        Assert.Equal(Money.Exactly(1_574_131.11m), past.Years[0].Premium);
        Assert.Equal(0, past.Years[0].Credibility);
    }

    [Fact]
    public void Claims_of_a_past_year_move_the_next_premium_and_not_their_own()
    {
        var usual = Of([Year(2023, 2_640, 1_300_000), Year(2024, 2_640, 1_300_000), Year(2025, 2_640, 1_300_000)]);
        var more = Of([Year(2023, 2_640, 1_300_000), Year(2024, 2_640, 1_500_000), Year(2025, 2_640, 1_300_000)]);

        Assert.Equal(usual.Years[0].Premium, more.Years[0].Premium);
        Assert.Equal(usual.Years[1].Premium, more.Years[1].Premium);
        // Half credible, the mean of two years, one year of trend, over 0.85.
        Assert.Equal(
            200_000 / 2 * 1.08 * 0.5 / 0.85, (more.Years[2].Premium - usual.Years[2].Premium).Cents / 100.0, 0.011);
        Assert.Equal(usual.Years[1].Saving - Money.Of(200_000), more.Years[1].Saving);
    }

    [Fact]
    public void What_its_own_plan_cost_is_claims_fees_and_premium_less_recoveries()
    {
        var year = Year(2025, 2_640, 1_300_000) with
        {
            Fees = Money.Of(54_000),
            StopLossPremium = Money.Of(500_000),
            Recoveries = Money.Of(210_000),
        };
        var past = Of([year]);

        Assert.Equal(Money.Of(1_644_000), year.OwnCost);
        Assert.Equal(past.Years[0].Premium - Money.Of(1_644_000), past.Saving);
        Assert.Empty(past.Findings);
    }

    [Fact]
    public void Fewer_members_pay_less_premium() => Assert.Equal(
        Of([Year(2025, 2_640, 1)]).Years[0].Premium.Cents / 2.0, Of([Year(2025, 1_320, 1)]).Years[0].Premium.Cents,
            1.0);

    [Fact]
    public void Years_that_stand_twice_or_have_nobody_are_named()
    {
        Assert.Contains(ComparingCodes.PastYearTwice,
            Of([Year(2025, 12, 1), Year(2025, 12, 1)]).Findings.Select(finding => finding.Code));
        Assert.Contains(ComparingCodes.NoPastYear, Of([Year(2025, 0, 1)]).Findings.Select(finding => finding.Code));
        Assert.Contains(
            ComparingCodes.PastWithoutFees, Of([Year(2025, 12, 1)]).Findings.Select(finding => finding.Code));
    }

    private static PastComparison Of(IEnumerable<PastYear> years) => PastComparison.Of(years, Rates, Quotes);

    private static PastYear Year(int year, long months, long claims) =>
        new(year, months, Money.Of(claims), Money.Of(claims));
}
