using OpenAso.Actuarial.Distributions;
using OpenAso.Actuarial.Layers;

namespace OpenAso.Actuarial.Tests.Layers;

public class EmployerCostTests
{
    private const int Years = 60_000;
    private static readonly ClaimSeverity Usual = new ZeroInflated(0.14, new LognormalSeverity(7.53, 1.725));

    private static readonly LayeredRisk Group = new(
        [new RiskClass(120, 0.8, Usual, 1), new RiskClass(98, 1.2, Usual, 1)],
        [new RiskClass(2, 15, Usual, 150_000)], 0.10);

    // Without aggregating specific and lasers what is kept is the retained cost up to the attachment.
    [Fact]
    public void R2_and_R5_an_attachment_alone_caps_the_published_distribution()
    {
        var known = new LayeredRisk([new RiskClass(220, 1, Usual, 1)], [], 0);
        var layers = StopLossLayers.Of(known, 50_000, 0);
        var cost = layers.Under(1.25 * layers.CentralRetained);

        Assert.Equal(1_160_363.53 - 2_207.5355, cost.Mean, 0.01);
        Assert.Equal(1_356_910, cost.Quantile(0.9), 1.0);
        Assert.Equal(1.25 * 1_160_363.53, cost.Quantile(0.99), 0.02);
        Assert.Equal(cost.Most, cost.TailMean(0.99), 0.02);
        Assert.Equal(0, cost.Above(cost.Most));

        var uncertain = StopLossLayers.Of(known with { GroupSigma = 0.10 }, 50_000, 0);
        Assert.Equal(1_158_589.513, uncertain.ExpectedRetained, 0.001);
        Assert.Equal(4_747.059, uncertain.AboveAttachment(1.25 * uncertain.CentralRetained), 0.001);
    }

    // Somebody who passes the specific retains all of it, so what is retained and what the aggregating specific takes
    // go together; a simulation of every person says how far.
    [Theory]
    [InlineData(50_000, 0, 1.10, true)]
    [InlineData(50_000, 100_000, 1.10, true)]
    [InlineData(50_000, 100_000, 1.25, false)]
    [InlineData(100_000, 40_000, double.PositiveInfinity, false)]
    [InlineData(200_000, 250_000, 1.10, true)]
    public void The_joint_law_agrees_with_a_simulation_of_every_person(
        double specific, double aggregating, double multiple, bool withLasers)
    {
        var risk = withLasers ? Group : Group with { Lasered = [] };
        var layers = StopLossLayers.Of(risk, specific, aggregating);
        var attachment = multiple * layers.CentralRetained;
        var cost = layers.Under(attachment);

        var years = new SimulatedYears(risk, 20261126).Costs(Years, specific, aggregating, attachment);

        var mean = years.Average();
        var deviation = Math.Sqrt(years.Average(year => (year - mean) * (year - mean)));
        Assert.InRange(Math.Abs(mean - cost.Mean) / (deviation / Math.Sqrt(Years)), 0, 3);
        Assert.InRange(cost.NumericalError, 0, 1e-4);
        Assert.Equal(1, cost.Deviation / deviation, 0.012);
        foreach (var probability in (double[])[0.1, 0.5, 0.8, 0.95, 0.99])
        {
            var amount = cost.Quantile(probability) * (1 - 1e-9);
            var share = years.Count(year => year > amount) / (double)Years;
            var above = cost.Above(amount);
            Assert.InRange(Math.Abs(share - above) / Math.Sqrt(above * (1 - above) / Years), 0, 3);
            var beyond = years.Select(year => Math.Max(year - amount, 0)).ToArray();
            var error = Math.Sqrt(beyond.Average(one => one * one) / Years);
            Assert.InRange(Math.Abs(beyond.Average() - cost.Beyond(amount)), 0, (3 * error) + (1e-6 * cost.Mean));
        }
    }
}
