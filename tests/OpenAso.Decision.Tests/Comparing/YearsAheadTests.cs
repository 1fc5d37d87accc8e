using OpenAso.Actuarial.Distributions;
using OpenAso.Decision.Comparing;

namespace OpenAso.Decision.Tests.Comparing;

public sealed class YearsAheadTests
{
    private const string Renewed = """
        loss-ratio: 85%
          renewal: {pooling: 50000, credibility: 60%, retention: 15%}
        """;

    private static readonly string Quotes = Scenes.Quotes.With("loss-ratio: 85%", Renewed.Trim());

    [Fact]
    public void The_first_year_drawn_agrees_with_the_exact_one_within_three_standard_errors()
    {
        var comparison = Scenes.Compare(
            Quotes, Scenes.Risk.With("group-sigma: 0", "group-sigma: 0.10"), years: 2, runs: 8_000);
        var option = comparison.Options[0];
        var drawn = option.Years.ByYear[0];

        Assert.InRange(drawn.Mean, option.FirstYear.Expected - (3 * drawn.Error),
            option.FirstYear.Expected + (3 * drawn.Error));
        Assert.Equal(option.FirstYear.Option.Year.Quantile(0.5), drawn.Quantiles[0].Value, 8_000.0);
        Assert.Equal(0, comparison.InsuredYears.ByYear[0].Deviation, 1e-6);
    }

    // The law of an insured plan: this year's claims are the insurer's, and next year's premium remembers them.
    [Fact]
    public void Raising_this_years_claims_moves_next_years_premium_and_not_this_years()
    {
        var (quotes, risk) = (Scenes.QuotesOf(Quotes), Scenes.RiskOf());
        var rates = new InsuredRates(quotes.Insured, risk, quotes.Trend);
        double[] costs = [1_200_000, 1_300_000, 1_400_000];
        for (var raised = 0; raised < costs.Length; raised++)
        {
            var more = costs.ToArray();
            more[raised] += 100_000;
            var (before, after) = (Path(rates, costs), Path(rates, more));
            for (var year = 0; year <= costs.Length; year++)
            {
                if (year <= raised)
                    Assert.Equal(before[year], after[year]);
                else
                    Assert.True(after[year] > before[year], $"{raised} {year}");
            }
        }
    }

    [Fact]
    public void What_one_year_raises_the_next_premium_by_is_credibility_and_trend_over_one_less_retention()
    {
        var (quotes, risk) = (Scenes.QuotesOf(Quotes), Scenes.RiskOf());
        var rates = new InsuredRates(quotes.Insured, risk, quotes.Trend);

        var raise = rates.Next(1, [1_300_000], 0) - rates.Next(1, [1_200_000], 0);

        Assert.Equal(100_000 * 0.6 * 1.08 / 0.85, raise, 1e-6);
    }

    // A level of claims that is higher by a tenth in the same runs: the insured first year stands, the employer's
    // moves.
    [Fact]
    public void In_the_years_ahead_claims_move_the_employers_year_and_the_insurers_next()
    {
        var (quotes, risk) = (Scenes.QuotesOf(Quotes), Scenes.RiskOf());
        var scene = new Scene(risk, new InsuredRates(quotes.Insured, risk, quotes.Trend), quotes.Trend);
        PricedOption[] options = [new OptionPricing(risk, 1).Price(quotes.Options[0])];
        var terms = new SimulationTerms(2, 50, 3);

        var usual = YearsAhead.Of(scene, options, terms);
        var more = YearsAhead.Of(scene with { Level = 1.1 }, options, terms);

        for (var run = 0; run < terms.Runs; run++)
        {
            Assert.Equal(usual.PremiumOf(run, 0), more.PremiumOf(run, 0));
            Assert.True(more.PremiumOf(run, 1) > usual.PremiumOf(run, 1));
            Assert.True(more.CostOf(0, run, 0) >= usual.CostOf(0, run, 0));
        }
        Assert.True(more.Of(0, []).ByYear[0].Mean > usual.Of(0, []).ByYear[0].Mean);
    }

    [Fact]
    public void The_same_seed_tells_the_same_years_and_another_one_others()
    {
        var (one, same) = (Scenes.Compare(Quotes, years: 3, runs: 200), Scenes.Compare(Quotes, years: 3, runs: 200));
        var other = FundingComparison.Of(
            Scenes.QuotesOf(Quotes), Scenes.RiskOf(), Scenes.Basis, new SimulationTerms(3, 200, Seed: 8));

        Assert.Equal(one.Options[0].Saving, same.Options[0].Saving);
        Assert.NotEqual(one.Options[0].Saving, other.Options[0].Saving);
    }

    [Fact]
    public void Surplus_and_deficit_of_the_insured_plan_are_the_insurers()
    {
        var comparison = Scenes.Compare(Quotes, years: 2, runs: 4_000);

        Assert.Equal(2, comparison.InsurerResult.Count);
        Assert.Equal(0, comparison.InsurerResult[0], 4 * 33_116 * Math.Sqrt(220.0 / 4_000));
    }

    // Excess over 50,000 grows by 13.62 % at a trend of 8 % (actuarial reference, section 3).
    [Fact]
    public void Specific_premium_grows_by_leveraged_trend_unless_the_quote_says_otherwise()
    {
        var leveraged = Scenes.Compare(Quotes, years: 2).Options[0].Fixed;
        var quoted = Scenes.Compare(
            Quotes.With("aggregate: {", "stop-loss-trend: 10%\n    aggregate: {"), years: 2).Options[0].Fixed;

        Assert.Equal(0.1362, (leveraged[1].SpecificPremium / leveraged[0].SpecificPremium) - 1, 5e-5);
        Assert.Equal(0.10, (quoted[1].SpecificPremium / quoted[0].SpecificPremium) - 1, 1e-9);
        Assert.Equal(leveraged[0].Administration, leveraged[1].Administration);
    }

    [Fact]
    public void Fees_grow_as_the_quote_says()
    {
        var costs = Scenes.Compare(
            Quotes.With("administration: 45", "administration: 45\n    fee-growth: 3%"), years: 3).Options[0].Fixed;

        Assert.Equal(54_000 * 1.03 * 1.03, costs[2].Administration, 1e-6);
    }

    // Level funding: the most is paid in advance, a share of the rest comes back, there is no deficit.
    [Theory]
    [InlineData("100%")]
    [InlineData("50%")]
    [InlineData("0%")]
    public void Level_funding_never_costs_more_than_its_monthly_amounts(string returned)
    {
        var comparison = Scenes.Compare(Scenes.Quotes.With("aso:\n  - name: aso", "level-funding:\n  - name: level")
            .With("aggregate: {corridor: 125%, loss-ratio: 50%}",
                "aggregate: {corridor: 125%, premium: 4000}\n    returned: "
                + returned), years: 2, runs: 300);
        var (year, cash) = (comparison.Options[0].FirstYear, comparison.Options[0].Cash);

        Assert.Equal(0, year.Option.Year.Above(year.Option.Maximum!.Value + 0.01));
        Assert.Equal(year.Option.Maximum!.Value, cash.ByYear[0], 1e-6);
        Assert.Equal(
            comparison.Options[0].Cash.ByYear.Items.Sum() + cash.AfterExit,
            year.Expected + comparison.Options[0].Years.ByYear[1].Mean, 1e-6);
        if (returned == "0%")
            Assert.Equal(year.Option.Maximum!.Value, year.Expected, 1e-6);
        else
            Assert.True(year.Expected < year.Option.Maximum);
    }

    [Fact]
    public void A_monthly_amount_of_level_funding_is_the_most_that_a_year_costs()
    {
        var year = Scenes.Compare(Scenes.Quotes.With("aso:\n  - name: aso",
            "level-funding:\n  - name: level\n    returned: 100%")
            .With("aggregate: {corridor: 125%, loss-ratio: 50%}", "monthly: 170000")).Options[0].FirstYear;

        Assert.Equal(12 * 170_000, year.Option.Maximum!.Value, 1e-6);
    }

    // Expected 100,000: the employer pays at most 90,000 (finance reference, section 3.1).
    [Fact]
    public void Minimum_premium_stops_at_the_cap_and_asks_a_fee_on_leaving()
    {
        var comparison = Scenes.Compare(Scenes.Quotes.With("aso:\n  - name: aso\n    administration: 45", """
            minimum-premium:
              - name: minimum
                premium: 500000
                cap: 90%
                terminal-months: 3
            """.Trim()).With(", loss-ratio: 70%}\n    aggregate: {corridor: 125%, loss-ratio: 50%}", "}"), years: 1);
        var (option, cash) = (comparison.Options[0].Priced, comparison.Options[0].Cash);

        Assert.Equal(0.9 * option.Expected.Kept, option.Rule.Attachment, 0.01);
        Assert.Equal(500_000 + option.Rule.Attachment, option.Maximum!.Value, 1e-6);
        Assert.Equal(option.Rule.Attachment / 4, cash.ExitFees, 1e-6);
    }

    // R6 of the actuarial reference: of a year's claims .834416667 are paid within it, .9995 within the next.
    [Fact]
    public void R6_the_first_year_pays_the_completed_share_and_leaving_pays_the_rest()
    {
        var comparison = Scenes.Compare(Quotes, years: 1);
        var (option, cash) = (comparison.Options[0].Priced, comparison.Options[0].Cash);
        var claims = option.Year.Mean - option.Fixed.Total;

        Assert.Equal(0.834416667, cash.PaidInYear, 5e-10);
        Assert.Equal(option.Fixed.Total + (claims * 0.834416667), cash.ByYear[0], 0.01);
        Assert.Equal(claims * (1 - 0.834416667), cash.FirstYearRelief, 0.01);
        Assert.Equal(cash.FirstYearRelief, cash.AfterExit, 1e-6);
        Assert.Equal(cash.FirstYearRelief, cash.Reserve, 1e-6);
    }

    [Fact]
    public void The_same_people_drawn_under_any_deductible_cost_what_their_severity_says()
    {
        var risk = Scenes.RiskOf().Group;
        var costs = new PersistentCosts(risk.Classes, 2, 0.5, 11);
        var (drawn, sums) = (new double[costs.People * 2], new double[2]);
        var years = new List<double>();
        for (var run = 0; run < 4_000; run++)
        {
            costs.Draw(run, drawn);
            costs.Retained(drawn, [50_000], [1, 1], sums);
            years.AddRange(sums);
        }

        Assert.Equal(1_160_363.53, years.Average(), 4 * 150_813 / Math.Sqrt(4_000));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PersistentCosts(risk.Classes, 1, 1, 1));
    }

    private static double[] Path(InsuredRates rates, double[] pooled)
    {
        var premiums = new double[pooled.Length + 1];
        premiums[0] = rates.First;
        for (var year = 1; year < premiums.Length; year++)
            premiums[year] = rates.Next(year, pooled, premiums[year - 1]);
        return premiums;
    }
}
