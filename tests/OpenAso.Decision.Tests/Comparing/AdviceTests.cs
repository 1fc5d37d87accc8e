using OpenAso.Decision.Comparing;

namespace OpenAso.Decision.Tests.Comparing;

public sealed class AdviceTests
{
    private const string Sample = """
        employees: 100
        state: US-OH
        year: 2026
        trend: 8%
        insured: {premium: PREMIUM}
        aso:
          - name: aso
            administration: 45
            specific: {deductible: SPECIFIC, premium: 500000}
            aggregate: {corridor: 125%, premium: 6000}
        """;

    [Theory]
    [InlineData("2100000", "50000", Verdict.SelfFund)]
    [InlineData("1722000", "50000", Verdict.Close)]
    [InlineData("1500000", "50000", Verdict.StayInsured)]
    public void The_verdict_follows_what_is_saved(string premium, string specific, Verdict verdict) =>
        Assert.Equal(verdict, Compare(premium, specific).Advice.Verdict);

    [Fact]
    public void Without_an_end_of_cost_even_a_cheap_plan_is_advised_with_caution()
    {
        var comparison = Scenes.Compare(Sample.With("PREMIUM", "2100000").With("SPECIFIC", "50000")
            .With("\n    aggregate: {corridor: 125%, premium: 6000}", ""));

        Assert.Equal(Verdict.SelfFundWithCaution, comparison.Advice.Verdict);
        Assert.Contains((AdviceTopic.UnlimitedCost, AdviceSide.Against), Reasons(comparison));
    }

    [Fact]
    public void A_group_too_small_for_the_risk_is_cautioned()
    {
        var comparison = Scenes.Compare("""
            employees: 12
            state: US-OH
            year: 2026
            trend: 8%
            insured: {premium: 215000, community-trend: 7%}
            aso:
              - name: aso
                administration: 45
                specific: {deductible: 50000, premium: 40000}
                aggregate: {corridor: 125%, premium: 6000}
            """, Scenes.Risk.With("count: 220", "count: 24"));

        Assert.True(comparison.Advice.IsTooSmall);
        Assert.NotEqual(Verdict.SelfFund, comparison.Advice.Verdict);
        Assert.Contains((AdviceTopic.GroupSize, AdviceSide.Against), Reasons(comparison));
        Assert.Contains((AdviceTopic.SpreadOfRisk, AdviceSide.Against), Reasons(comparison));
        Assert.Contains((AdviceTopic.SmallGroupMarket, AdviceSide.Note), Reasons(comparison));
        Assert.NotNull(comparison.SmallGroup);
    }

    [Theory]
    [InlineData("life", true)]
    [InlineData("long-term-disability", true)]
    [InlineData("health", false)]
    [InlineData("dental", false)]
    public void Lines_that_do_not_suit_are_named(string line, bool isNamed)
    {
        var comparison = Scenes.Compare(Scenes.Quotes.With("exceed-by: [100000]", $"lines: [{line}]"));

        Assert.Equal(isNamed, Reasons(comparison).Contains((AdviceTopic.UnsuitedLine, AdviceSide.Against)));
    }

    [Fact]
    public void Long_term_disability_suits_a_large_employer() => Assert.DoesNotContain(
        (AdviceTopic.UnsuitedLine, AdviceSide.Against),
        Reasons(Scenes.Compare(Scenes.Quotes.With("exceed-by: [100000]", "lines: [long-term-disability]")
            .With("employees: 100", "employees: 900"), Scenes.Risk.With("count: 220", "count: 2000"))));

    [Theory]
    [InlineData("200000", AdviceSide.Against)]
    [InlineData("9000000", AdviceSide.For)]
    public void A_bad_year_is_held_against_the_operating_profit(string profit, AdviceSide side) => Assert.Contains(
        (AdviceTopic.Volatility, side),
        Reasons(Scenes.Compare(Scenes.Quotes.With("exceed-by: [100000]", $"operating-profit: {profit}"))));

    [Fact]
    public void Staff_that_is_saved_stands_beside_fees()
    {
        var text = Scenes.Compare(Scenes.Quotes.With("exceed-by: [100000]",
            "staff-saved: [{position: clerk, count: 2, salary: 40000, benefits: 10000}]"))
            .Advice.Reasons.Items.Single(reason => reason.Topic == AdviceTopic.StaffSaved).Text.ToString();

        Assert.Contains("100,000", text, StringComparison.Ordinal);
        Assert.Contains("54,000", text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_specific_speaks_against_whatever_the_price()
    {
        var comparison = Scenes.Compare(Scenes.Quotes.With("specific: {deductible: 50000, loss-ratio: 70%}",
            "specific: none"));

        Assert.Contains((AdviceTopic.CatastrophicClaims, AdviceSide.Against), Reasons(comparison));
    }

    [Fact]
    public void The_tornado_has_its_widest_bar_first_and_moves_the_way_it_should()
    {
        var tornado = Scenes.Compare(years: 3).Tornado;
        var bars = tornado.Bars.Items.ToDictionary(bar => bar.Driver);

        Assert.Equal(tornado.Bars.Items.OrderByDescending(bar => bar.Width), tornado.Bars.Items);
        Assert.DoesNotContain(Driver.Laser, bars.Keys);
        Assert.True(bars[Driver.InsuredPremium].Low.Saving < bars[Driver.InsuredPremium].High.Saving);
        Assert.True(bars[Driver.SpecificPremium].Low.Saving > bars[Driver.SpecificPremium].High.Saving);
        Assert.True(bars[Driver.ClaimsLevel].Low.Saving > bars[Driver.ClaimsLevel].High.Saving);
        Assert.True(bars[Driver.Corridor].Low.Saving >= bars[Driver.Corridor].High.Saving);
        Assert.Equal(0, bars[Driver.Completion].Width, 0.01);
        Assert.True(bars[Driver.Completion].Low.FirstYearCash < bars[Driver.Completion].High.FirstYearCash);
        Assert.True(bars[Driver.GroupSigma].Low.Input == 0 && bars[Driver.GroupSigma].High.Input > 0);
    }

    [Fact]
    public void A_laser_that_rises_makes_the_plan_dearer()
    {
        var tornado = Scenes.Compare(
            Scenes.Quotes, "lasered: [{count: 2, factor: 15, deductible: 250000}]\n" + Scenes.Risk).Tornado;
        var laser = tornado.Bars.Items.Single(bar => bar.Driver == Driver.Laser);

        Assert.Equal((125_000, 375_000), (laser.Low.Input, laser.High.Input));
        Assert.True(laser.Low.Saving > laser.High.Saving);
    }

    private static FundingComparison Compare(string premium, string specific) =>
        Scenes.Compare(Sample.With("PREMIUM", premium).With("SPECIFIC", specific));

    private static IEnumerable<(AdviceTopic, AdviceSide)> Reasons(FundingComparison comparison) =>
        comparison.Advice.Reasons.Items.Select(reason => (reason.Topic, reason.Side));
}
