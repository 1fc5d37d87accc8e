using OpenAso.Actuarial.Distributions;
using OpenAso.Kernel;

namespace OpenAso.Actuarial.Tests.Distributions;

/// <summary>Examples of Klugman, Panjer and Willmot, Loss Models, by their numbers there.</summary>
public sealed class LossModelsTests
{
    private static readonly CostDistribution Dental = CompoundCost.Of(
        ClaimCount.Table(0.05, 0.10, 0.15, 0.20, 0.25, 0.15, 0.06, 0.03, 0.01),
        new EmpiricalSeverity(((double[])[0.150, 0.200, 0.250, 0.125, 0.075, 0.050, 0.050, 0.050, 0.025, 0.025])
            .Select((probability, index) => ((index + 1) * 25.0, probability))),
        25);

    // A life's benefit in thousands, and the probability of death.
    private static readonly (double Benefit, double Probability)[] Lives =
    [
        (15, 0.00149), (16, 0.00142), (20, 0.00128), (28, 0.00122), (31, 0.00123), (18, 0.00353), (26, 0.00394),
        (24, 0.00484), (60, 0.02182), (14, 0.00050), (17, 0.00050), (19, 0.00054), (30, 0.00103), (55, 0.00479),
    ];

    private static readonly CostDistribution Group =
        AggregateCost.Of(new GroupRisk(Lives.Select(LifeOf).ToValueList()) { GroupSigma = 0 });

    [Fact]
    public void Example_9_5_group_dental_mean_and_deviation()
    {
        Assert.Equal(314.5, Dental.Moments.ExpectedRetained, 1e-9);
        Assert.Equal(191.6155, Dental.Moments.RetainedDeviation, 5e-5);
        Assert.InRange(Dental.NumericalError, 0, 1e-12);
    }

    [Theory]
    [InlineData(0, 314.5)]
    [InlineData(25, 290.75)]
    [InlineData(50, 267.375)]
    [InlineData(75, 244.584375)]
    [InlineData(100, 222.660625)]
    public void Example_9_6_group_dental_stop_loss_premiums(double attachment, double premium) =>
        Assert.Equal(premium, Dental.StopLossCost(attachment), 1e-9);

    [Fact]
    public void Example_9_24_an_employer_limits_its_cost_by_aggregate_stop_loss()
    {
        const double Premium = 1.472;
        var year = CompoundCost.Of(
            ClaimCount.Table(1.0 / 16, 1.0 / 4, 3.0 / 8, 1.0 / 4, 1.0 / 16),
            new EmpiricalSeverity([(2, 0.4), (3, 0.6)]), 1);

        var retained = year.Moments.ExpectedRetained - year.StopLossCost(5);

        Assert.Equal(5.2, year.Moments.ExpectedRetained, 1e-12);
        Assert.Equal(4.0275, retained, 1e-12);
        Assert.Equal(5.4995, retained + Premium, 1e-12);
    }

    [Fact]
    public void Example_9_14_deductible_coinsurance_and_limit()
    {
        var loss = new ParetoSeverity(4, 10);

        var (mean, deviation) = CompoundCost.Moments(
            ClaimCount.Poisson(3), 0.75 * loss.LayerMean(6, 24), 0.75 * 0.75 * loss.LayerSquare(6, 24));

        Assert.Equal(1.64023441475, mean, 1e-10);
        Assert.Equal(11.9545919308, deviation * deviation, 1e-9);
    }

    [Fact]
    public void Example_9_16_mean_and_variance_of_fourteen_lives()
    {
        Assert.Equal(2.05441, Group.Moments.ExpectedRetained, 1e-12);
        Assert.Equal(102.5335618157, Group.Moments.RetainedDeviation * Group.Moments.RetainedDeviation, 1e-9);
    }

    [Fact]
    public void Example_9_17_probability_that_fourteen_lives_cost_forty_five_percent_more_than_expected() =>
        Assert.Equal(0.047260950233, Group.Above(1.45 * Group.Moments.ExpectedRetained), 1e-12);

    [Theory]
    [InlineData(14, 1.392756696738)]
    [InlineData(20, 1.133273139355)]
    [InlineData(30, 0.794274910029)]
    public void Example_9_18_stop_loss_premiums_of_fourteen_lives(double attachment, double premium) =>
        Assert.Equal(premium, Group.StopLossCost(attachment), 1e-11);

    [Fact]
    public void A_collective_model_of_independent_claims_is_the_published_recursion()
    {
        // Panjer's recursion for Poisson claims, by hand.
        double[] severity = [0, 0.3, 0.5, 0.2];
        var recursion = new double[60];
        recursion[0] = Math.Exp(-2.5);
        for (var sum = 1; sum < recursion.Length; sum++)
        {
            for (var size = 1; size <= Math.Min(sum, 3); size++)
                recursion[sum] += 2.5 / sum * size * severity[size] * recursion[sum - size];
        }

        var year = CompoundCost.Of(
            ClaimCount.Poisson(2.5), new EmpiricalSeverity([(10, 0.3), (20, 0.5), (30, 0.2)]), 10);

        for (var sum = 0; sum < 40; sum++)
            Assert.Equal(recursion.Skip(sum + 1).Sum(), year.Above(sum * 10), 1e-13);
    }

    private static RiskClass LifeOf((double Benefit, double Probability) life) => new(
        1, 1, new EmpiricalSeverity([(0, 1 - life.Probability), (life.Benefit, life.Probability)]),
        double.PositiveInfinity);
}
