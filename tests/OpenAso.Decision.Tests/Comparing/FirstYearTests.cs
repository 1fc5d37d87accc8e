
namespace OpenAso.Decision.Tests.Comparing;

public sealed class FirstYearTests
{
    // Actuarial reference, section 5, "Decision oracle": R2, insured premium at a loss ratio of 85 %, administration
    // of 45 for an employee and month, specific at 70 %, aggregate of 125 % at 50 %.
    [Fact]
    public void The_decision_oracle_comes_out_to_its_digits()
    {
        var first = Scenes.Compare().Options[0].FirstYear;

        Near(1_836_066.53, first.Premium);
        Near(54_000, first.Option.Fixed.Administration);
        Near(571_847.17, first.Option.Fixed.SpecificPremium);
        Near(4_415.0711, first.Option.Fixed.AggregatePremium);
        Near(630_262.2445, first.Option.Fixed.Total);
        Near(1_788_418.2384, first.Expected);
        Near(47_648.2920, first.Saving);
        Near(2_080_716.6562, first.Option.Maximum!.Value);
        Near(244_650.1258, first.WorstCase!.Value);
        Near(1_205_804.2859, first.BreakEven!.Value);
        Near(0.36998029, first.Dearer);
        Near(0.16686393, Assert.Single(first.ExceededBy.Items).Probability);
        Near(38_537.3204, first.ExpectedDearer);
        Assert.True(first.Option.IsExact);
    }

    // Actuarial reference, section 5, example of a TPA (imatpa.com): 96 employees and 43 families.
    [Fact]
    public void The_example_of_an_administrator_has_its_fixed_maximum_and_worst_cost()
    {
        var first = Scenes.Compare("""
            tiers: {single: 96, family: 43}
            state: US-OH
            year: 2026
            trend: 8%
            insured: {premium: 570000}
            aso:
              - name: tpa
                administration: {single: 116.30, family: 205.90}
                specific: {deductible: 50000, premium: 0}
                aggregate: {factors: {single: 141, family: 403}, premium: 0}
            """).Options[0].FirstYear;

        Near(20_018.50, first.Option.Fixed.Total / 12);
        Near(30_865, first.Option.Rule.Attachment / 12);
        Near(50_883.50, first.Option.Maximum!.Value / 12);
        Near(610_602, first.Option.Maximum!.Value);
        Near(40_602, first.WorstCase!.Value);
    }

    [Fact]
    public void Probability_and_tail_agree_with_the_distribution_of_the_quantiles()
    {
        var year = Scenes.Compare().Options[0].FirstYear;

        foreach (var quantile in year.Quantiles.Items)
        {
            var isAtMost = quantile.Value >= year.Option.Maximum - 0.001;
            Assert.Equal(isAtMost ? 0 : 1 - quantile.Probability, year.Option.Year.Above(quantile.Value), 1e-6);
            Assert.InRange(quantile.TailMean, quantile.Value - 0.001, year.Option.Maximum!.Value + 0.001);
        }
        Assert.Equal(year.Expected, year.Budget);
        Assert.Equal(year.Option.Year.Above(year.Expected), year.Deficit);
    }

    [Fact]
    public void A_year_with_an_aggregate_never_costs_more_than_its_maximum()
    {
        var year = Scenes.Compare().Options[0].FirstYear;

        Assert.Equal(0, year.Option.Year.Above(year.Option.Maximum!.Value));
        Assert.True(year.Option.Year.Above(year.Option.Maximum!.Value - 1) > 0.03);
        Assert.Equal(0, year.Option.Year.Excess(year.Option.Maximum!.Value + 1), 1e-9);
    }

    [Fact]
    public void An_aggregate_that_is_used_up_leaves_the_rest_to_the_employer()
    {
        var limited = Scenes.Compare(Scenes.Quotes.With("loss-ratio: 50%", "loss-ratio: 50%, maximum: 50000"));
        var whole = Scenes.Compare();

        var (year, rule) = (limited.Options[0].FirstYear, limited.Options[0].Priced.Rule);
        Assert.True(year.Option.Year.Above(year.Option.Maximum!.Value) > 0);
        Assert.True(year.Option.Fixed.AggregatePremium < whole.Options[0].Priced.Fixed.AggregatePremium);
        Assert.Equal(rule.Base + rule.Attachment, rule.Of(rule.Attachment + 49_999), 1e-6);
        Assert.Equal(rule.Base + rule.Attachment + 7, rule.Of(rule.Attachment + 50_007), 1e-6);
    }

    [Fact]
    public void Without_an_aggregate_nothing_ends_the_cost()
    {
        var first = Scenes.Compare(Scenes.Quotes.With(
            "    aggregate: {corridor: 125%, loss-ratio: 50%}\n", "")).Options[0].FirstYear;

        Assert.Null(first.Option.Maximum);
        Assert.Null(first.WorstCase);
        Near(1_160_363.53 + 54_000 + 571_847.17, first.Expected);
    }

    // R4: 220 people in five classes, two of them lasered to 250,000.
    [Fact]
    public void Lasers_are_kept_by_the_employer_and_their_layers_are_part_of_the_maximum()
    {
        const string Lasered = """
            members:
              - {count: 70, factor: 0.45}
              - {count: 60, factor: 0.70}
              - {count: 55, factor: 1.0}
              - {count: 33, factor: 1.9}
            lasered: [{count: 2, factor: 15.0, deductible: 250000}]
            severity: {zero: 0.14, mu: 7.53, sigma: 1.725}
            specific: 50000
            group-sigma: 0
            """;
        var own = Scenes.Compare(
            Scenes.Quotes.With("aggregate: {", "lasered-dollars: cap-at-own-deductible\n    aggregate: {"), Lasered)
            .Options[0].Priced;
        var apart = Scenes.Compare(Scenes.Quotes, Lasered).Options[0].Priced;
        var none = Scenes.Compare(Scenes.Quotes.With("aggregate: {", "lasers: [50000]\n    aggregate: {"), Lasered)
            .Options[0].Priced;

        Near(1_111_298.11, own.Expected.Kept);
        Near(457_871.12, own.Expected.Specific);
        Assert.True(own.IsExact);
        Assert.False(apart.IsExact);
        Assert.Equal(400_000, apart.LaserLayers, 1e-6);
        Assert.InRange(apart.Expected.Kept - own.Expected.Kept, -4 * apart.Year.MeanError, 4 * apart.Year.MeanError);
        Assert.True(none.IsExact);
        Assert.True(none.Expected.Kept < own.Expected.Kept);
    }

    [Fact]
    public void An_aggregating_specific_costs_what_the_excess_brings_and_at_most_itself()
    {
        var priced = Scenes.Compare(Scenes.Quotes.With("aggregate: {", "aggregating: 75000\n    aggregate: {"))
            .Options[0].Priced;
        var without = Scenes.Compare().Options[0].Priced;

        Assert.False(priced.IsExact);
        Assert.Equal(without.Maximum!.Value - without.Fixed.Total + 75_000,
            priced.Maximum!.Value - priced.Fixed.Total, 1e-6);
        var kept = priced.Expected.Kept - without.Expected.Kept;
        Assert.InRange(kept, 60_000, 75_000);
        Assert.InRange(priced.Expected.Specific + kept, 380_000, 420_000);
    }

    [Fact]
    public void A_year_that_was_drawn_agrees_with_the_exact_one_within_its_error()
    {
        var exact = Scenes.Compare().Options[0].Priced;
        var drawn = Scenes.Compare(Scenes.Quotes.With("aggregate: {", "aggregating: 0.01\n    aggregate: {"))
            .Options[0].Priced;

        Assert.False(drawn.IsExact);
        Assert.InRange(drawn.Year.Mean - drawn.Fixed.Total,
            exact.Year.Mean - exact.Fixed.Total - (4 * drawn.Year.MeanError),
            exact.Year.Mean - exact.Fixed.Total + (4 * drawn.Year.MeanError));
        Assert.InRange(drawn.Year.Quantile(0.9) - drawn.Fixed.Total - exact.Year.Quantile(0.9) + exact.Fixed.Total,
            -12_000,
            12_000);
    }

    [Fact]
    public void A_group_of_one_is_its_severity()
    {
        const string One = """
            members: [{count: 1}]
            severity: {table: [{amount: 0, probability: 0.5}, {amount: 40000, probability: 0.5}]}
            specific: 50000
            group-sigma: 0
            """;
        var first = Scenes.Compare("""
            employees: 1
            state: US-OH
            year: 2026
            trend: 0%
            insured: {premium: 30000, community-trend: 5%}
            aso: [{name: aso, specific: {deductible: 50000, premium: 1000}}]
            """, One).Options[0].FirstYear;

        Near(21_000, first.Expected);
        Near(0.5, first.Dearer);
        Near(29_000, first.BreakEven!.Value);
        Near(5_500, first.ExpectedDearer);
        Assert.Equal(0, first.Option.Expected.Specific);
    }

    [Fact]
    public void Uncertainty_of_the_level_makes_the_tail_dearer()
    {
        var known = Scenes.Compare().Options[0].FirstYear;
        var unknown = Scenes.Compare(
            Scenes.Quotes, Scenes.Risk.With("group-sigma: 0", "group-sigma: 0.10")).Options[0].FirstYear;

        Near(4_747.059, unknown.Option.Expected.Aggregate);
        Assert.True(
            unknown.Option.Year.TailMean(0.9) - unknown.Expected > known.Option.Year.TailMean(0.9) - known.Expected);
    }

    private static void Near(double expected, double actual) =>
        Assert.InRange(actual, expected - (1e-6 * Math.Abs(expected)), expected + (1e-6 * Math.Abs(expected)));
}
