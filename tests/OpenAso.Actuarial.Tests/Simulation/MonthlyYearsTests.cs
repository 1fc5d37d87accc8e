using OpenAso.Actuarial.Distributions;
using OpenAso.Actuarial.Simulation;

namespace OpenAso.Actuarial.Tests.Simulation;

/// <summary>Plan years month by month.</summary>
public sealed class MonthlyYearsTests
{
    private const ulong Seed = 11;

    private static readonly double[] Completion =
    [
        0.12, 0.52, 0.76, 0.86, 0.915, 0.945, 0.962, 0.974, 0.982, 0.988, 0.992, 0.995, 0.997, 0.998, 0.999, 1,
    ];

    private static readonly FundTerms NoFund = new(0, double.NegativeInfinity, 0, 0, 0);

    [Theory]
    [InlineData("R1", 400)]
    [InlineData("R2", 4_000)]
    [InlineData("R4", 4_000)]
    [InlineData("R5", 4_000)]
    public void A_year_whose_claims_are_all_paid_at_once_agrees_with_the_exact_distribution(string name, int runs)
    {
        var risk = SimulationCases.Of(name);
        var exact = AggregateCost.Of(risk);
        var attachment = 1.1 * exact.Moments.CentralRetained;
        var terms = new PlanMonthTerms(
            1, [1], new StopLossMonths(default, default, double.PositiveInfinity) { Attachment = attachment }, NoFund);

        var years = Base(risk, terms, runs);

        new Draws(years.Select(year => year.Gross)).Agree(exact.Moments.ExpectedGross);
        new Draws(years.Select(year => year.Gross - year.Years[0].Specific)).Agree(exact.Moments.ExpectedRetained);
        new Draws(years.Select(year => year.Gross - year.Years[0].Specific > attachment ? 1.0 : 0))
            .Agree(exact.Above(attachment));
    }

    // What the aggregate counts is cut at the specific, which is everybody's deductible in these cases.
    [Theory, InlineData("R2"), InlineData("R5")]
    public void The_aggregate_pays_what_the_exact_distribution_says(string name)
    {
        var risk = SimulationCases.Of(name);
        var exact = AggregateCost.Of(risk);
        var attachment = 1.1 * exact.Moments.CentralRetained;
        var terms = new PlanMonthTerms(
            1, [1], new StopLossMonths(default, default, 50_000) { Attachment = attachment }, NoFund);

        new Draws(Base(risk, terms, 6_000).Select(year => year.Years[0].Aggregate))
            .Agree(exact.StopLossCost(attachment));
    }

    // R6: the share of a full incurred year that each contract covers.
    [Theory]
    [InlineData(0, 0, 0.834416667)]
    [InlineData(0, 3, 0.96725)]
    [InlineData(3, 0, 0.96725)]
    [InlineData(0, 6, 0.990583333)]
    [InlineData(6, 0, 0.990583333)]
    [InlineData(0, 12, 0.9995)]
    [InlineData(12, 0, 0.9995)]
    [InlineData(1_000, 0, 1.0)]
    public void R6_contracts_cover_834416667_96725_990583333_9995_and_all_of_a_year(int runIn, int runOut, double share)
    {
        var basis = new ContractMonths(runIn, runOut);
        var terms = new PlanMonthTerms(1, [.. Completion], new StopLossMonths(basis, basis, 50_000), NoFund)
        {
            PaysEarlierClaims = true,
            Correlation = 0,
        };
        var years = Base(SimulationCases.Of("R2"), terms, 4_000);

        new Draws(years.Select(year => year.Years[0].Covered)).Agree(share * 1_560_656.55);
    }

    [Fact]
    public void The_months_add_up_to_the_year()
    {
        foreach (var year in Base(SimulationCases.Of("R4"), Usual(years: 3), 50))
        {
            Assert.Equal(year.Gross, year.Months.Items.Sum(month => month.Paid) + year.PaidAfter, 0.01);
            Assert.Equal(
                year.Recovered, year.Months.Items.Sum(month => month.Received) + year.ReceivedAfter, 0.01);
            // What came into the fund is what went out of it and what is left.
            var left = year.Months[^1].Lowest + year.Months[^1].Call;
            Assert.Equal(
                left - 400_000,
                year.Months.Items.Sum(month => month.Cash + month.Received - month.Paid - 60_000), 0.01);
        }
    }

    [Fact]
    public void Accommodation_moves_money_between_months_and_never_changes_what_the_year_brings()
    {
        var risk = SimulationCases.Of("R5");
        var with = Base(risk, Usual(years: 2), 400);
        var without = Base(risk, Usual(years: 2) with
        {
            Contract = Usual(2).Contract with { Accommodation = false },
        }, 400);
        var moved = 0;
        foreach (var (left, right) in with.Zip(without))
        {
            Assert.Equal(
                right.Years.Items.Select(year => year.Aggregate), left.Years.Items.Select(year => year.Aggregate));
            Assert.Equal(
                right.Months.Items.Sum(month => month.Received) + right.ReceivedAfter,
                left.Months.Items.Sum(month => month.Received) + left.ReceivedAfter, 0.01);
            moved += left.Months.Items.Any(month => month.Received < 0) ? 1 : 0;
        }
        // There were runs in which the carrier took an advance back.
        Assert.InRange(moved, 20, 380);
    }

    [Fact]
    public void The_same_seed_tells_the_same_people_under_another_deductible()
    {
        var low = Base(SimulationCases.Of("R2"), Usual(1), 600);
        var high = Base(SimulationCases.Of("R2").WithSpecific(75_000, _ => false), Usual(1), 600);

        Assert.Equal(low.Select(year => year.Gross), high.Select(year => year.Gross));
        Assert.All(low.Zip(high), pair => Assert.True(pair.Second.Years[0].Specific <= pair.First.Years[0].Specific));
        var differences = low.Zip(high, (left, right) => right.Years[0].Specific - left.Years[0].Specific);
        Assert.True(new Draws(differences).Deviation
            < new Draws(low.Select(year => year.Years[0].Specific)).Deviation / 2);
    }

    [Fact]
    public void Years_hang_together_by_their_people()
    {
        var terms = Usual(years: 2);
        Assert.InRange(Correlation(Base(SimulationCases.Of("R2"), terms, 1_500)), 0.15, 0.6);
        Assert.InRange(
            Correlation(Base(SimulationCases.Of("R2"), terms with { Correlation = 0 }, 1_500)), -0.08, 0.08);
    }

    [Fact]
    public void The_aggregating_specific_keeps_the_first_dollars_and_never_more_than_it_says()
    {
        var terms = Usual(1);
        var bare = Base(SimulationCases.Of("R2"), terms with
        {
            Contract = terms.Contract with { AggregatingSpecific = 0 },
        }, 300);
        foreach (var (with, without) in Base(SimulationCases.Of("R2"), terms, 300).Zip(bare))
        {
            var kept = without.Years[0].Specific - with.Years[0].Specific;
            Assert.Equal(Math.Min(without.Years[0].Specific, 100_000), kept, 0.01);
        }
    }

    [Fact]
    public void Terms_that_cannot_be_are_refused()
    {
        var risk = SimulationCases.Of("R2");
        var terms = Usual(1);
        Assert.Throws<ArgumentException>(() => Base(risk, terms with { Completion = [0.5, 0.9] }, 1));
        Assert.Throws<ArgumentException>(() => Base(risk, terms with { Completion = [0.9, 0.5, 1] }, 1));
        Assert.Throws<ArgumentException>(() => Base(risk, terms with { Seasonality = [1] }, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Base(risk, terms with { Years = 0 }, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Base(risk, terms with { Correlation = 1 }, 1));
    }

    internal static PlanMonthTerms Usual(int years) => new(
        years, [.. Completion],
        new StopLossMonths(new(0, 3), new(3, 0), 50_000)
        {
            AggregatingSpecific = 100_000, Attachment = 1_200_000, AggregateMaximum = 1_000_000, Accommodation = true,
        },
        new FundTerms(400_000, 150_000, 400_000, 100_000, 60_000));

    private static double Correlation(PlanMonths[] runs)
    {
        var first = new Draws(runs.Select(run => run.Years[0].Gross - run.Years[0].Specific));
        var second = new Draws(runs.Select(run => run.Years[1].Gross - run.Years[1].Specific));
        return runs.Average(run => (run.Years[0].Gross - run.Years[0].Specific - first.Mean)
            * (run.Years[1].Gross - run.Years[1].Specific - second.Mean)) / (first.Deviation * second.Deviation);
    }

    private static PlanMonths[] Base(GroupRisk risk, PlanMonthTerms terms, int runs) =>
        MonthlyYears.Of(risk, terms, [PlanStress.None], runs, Seed)[0];
}
