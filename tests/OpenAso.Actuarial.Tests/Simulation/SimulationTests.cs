using OpenAso.Actuarial.Distributions;
using OpenAso.Actuarial.Simulation;

namespace OpenAso.Actuarial.Tests.Simulation;

/// <summary>Simulation is held against the exact distribution, within three standard errors.</summary>
public sealed class SimulationTests
{
    private const ulong Seed = 20260;
    private static readonly ClaimSeverity Usual = new ZeroInflated(0.14, new LognormalSeverity(7.53, 1.725));

    public static TheoryData<string> Cases => ["R1", "R2", "R4", "R5"];

    [Theory, MemberData(nameof(Cases))]
    public void Conditional_simulation_agrees_with_the_exact_distribution(string name)
    {
        var risk = SimulationCases.Of(name);
        Agrees(AggregateCost.Of(risk), ConditionalYears.Retained(risk, 10_000, 30_000, Seed));
    }

    [Theory, MemberData(nameof(Cases))]
    public void Each_of_several_years_agrees_with_the_exact_distribution(string name)
    {
        var risk = SimulationCases.Of(name);
        var runs = PersistentYears.Retained(
            risk, [1, 1, 1], PersistentYears.UsualCorrelation, name == "R1" ? 400 : 3_000, Seed);
        var exact = AggregateCost.Of(risk);

        for (var year = 0; year < 3; year++)
            Agrees(exact, [.. runs.Select(run => run[year])]);
    }

    [Fact]
    public void Who_was_costly_is_likely_to_be_costly_again()
    {
        var risk = new GroupRisk([new RiskClass(220, 1, Usual, 50_000)]) { GroupSigma = 0 };
        var kept = PersistentYears.Retained(risk, [1, 1], PersistentYears.UsualCorrelation, 3_000, Seed);
        var fresh = PersistentYears.Retained(risk, [1, 1], 0, 3_000, Seed);

        Assert.InRange(Correlation(kept), 0.25, 0.6);
        Assert.InRange(Correlation(fresh), -0.06, 0.06);
    }

    [Fact]
    public void The_usual_correlation_follows_from_the_published_rank_correlation() =>
        Assert.Equal(0.526, PersistentYears.UsualCorrelation, 1e-3);

    [Fact]
    public void Under_common_random_numbers_a_higher_deductible_never_keeps_less()
    {
        GroupRisk Under(double deductible) => new([new RiskClass(220, 1, Usual, deductible)]);
        var low = ConditionalYears.Retained(Under(50_000), 10_000, 2_000, Seed);
        var high = ConditionalYears.Retained(Under(75_000), 10_000, 2_000, Seed);

        Assert.All(low.Zip(high), pair => Assert.True(pair.Second >= pair.First));
        // The difference is known far better than either of the two.
        var difference = new Draws([.. low.Zip(high, (left, right) => right - left)]);
        Assert.True(difference.Deviation < new Draws(low).Deviation / 2);
    }

    [Fact]
    public void The_same_seed_gives_the_same_years_and_another_seed_others()
    {
        var risk = SimulationCases.Of("R2");

        Assert.Equal(
            ConditionalYears.Retained(risk, 10_000, 50, 1), ConditionalYears.Retained(risk, 10_000, 50, 1));
        Assert.NotEqual(
            ConditionalYears.Retained(risk, 10_000, 50, 1), ConditionalYears.Retained(risk, 10_000, 50, 2));
    }

    [Fact]
    public void A_threshold_above_a_deductible_and_an_impossible_correlation_are_refused()
    {
        var risk = SimulationCases.Of("R2");
        Assert.Throws<ArgumentOutOfRangeException>(() => ConditionalYears.Retained(risk, 60_000, 10, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PersistentYears.Retained(risk, [1], 1, 10, 1));
    }

    private static void Agrees(CostDistribution exact, double[] years)
    {
        var mean = new Draws(years);
        Assert.Equal(exact.Moments.ExpectedRetained, mean.Mean, 3 * mean.Error);
        foreach (var multiple in (double[])[1, 1.1, 1.2])
        {
            var attachment = multiple * exact.Moments.CentralRetained;
            var above = new Draws([.. years.Select(year => year > attachment ? 1.0 : 0)]);
            var cost = new Draws([.. years.Select(year => Math.Max(year - attachment, 0))]);
            var probability = exact.Above(attachment);
            Assert.Equal(
                probability, above.Mean, 3 * Math.Sqrt(probability * (1 - probability) / years.Length));
            // So few years pass a far attachment that their own spread says nothing of it.
            if (probability * years.Length > 50)
                Assert.Equal(exact.StopLossCost(attachment), cost.Mean, 3 * cost.Error);
        }
    }

    private static double Correlation(double[][] runs)
    {
        var first = new Draws([.. runs.Select(run => run[0])]);
        var second = new Draws([.. runs.Select(run => run[1])]);
        return runs.Average(run => (run[0] - first.Mean) * (run[1] - second.Mean))
            / (first.Deviation * second.Deviation);
    }
}
