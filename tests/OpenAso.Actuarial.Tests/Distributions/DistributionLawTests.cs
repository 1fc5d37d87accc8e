using CsCheck;
using OpenAso.Actuarial.Distributions;

namespace OpenAso.Actuarial.Tests.Distributions;

/// <summary>What holds for every group.</summary>
public sealed class DistributionLawTests
{
    private static readonly Gen<ClaimSeverity> Severities = Gen.OneOf(
        Gen.Select(Gen.Double[6.5, 8.5], Gen.Double[0.8, 2], Gen.Double[0, 0.4])
            .Select(ClaimSeverity (mu, sigma, zero) => new ZeroInflated(zero, new LognormalSeverity(mu, sigma))),
        Gen.Select(Gen.Double[0.3, 2], Gen.Double[2_000, 30_000]).Select(ClaimSeverity (shape, scale) =>
            new GammaSeverity(shape, scale)),
        Gen.Select(Gen.Double[2.2, 4], Gen.Double[5_000, 40_000]).Select(ClaimSeverity (shape, scale) =>
            new ParetoSeverity(shape, scale)),
        Gen.Select(Gen.Double[50, 20_000], Gen.Double[0.1, 0.9]).Select(ClaimSeverity (amount, share) =>
            new EmpiricalSeverity([(0, 1 - share), (amount, share * 0.7), (amount * 7.3, share * 0.3)])));

    private static readonly Gen<GroupRisk> Risks = Gen.Select(
        Severities, Gen.Int[1, 400], Gen.Double[0.5, 2.5], Gen.Double[5_000, 200_000], Gen.Bool)
        .Select((severity, count, factor, deductible, mixed) => new GroupRisk(
        [
            new RiskClass(count, factor, severity, deductible),
            new RiskClass(1, 8, severity, 2 * deductible),
        ])
        {
            GroupSigma = mixed ? 0.1 : 0,
        });

    [Fact]
    public void Mean_and_deviation_of_what_is_computed_are_those_in_closed_form() =>
        Risks.Sample(risk => Assert.InRange(AggregateCost.Of(risk).NumericalError, 0, 3e-5), iter: 25);

    [Fact]
    public void A_higher_attachment_is_passed_less_often_and_costs_less() =>
        Risks.Sample(risk =>
        {
            var year = AggregateCost.Of(risk);
            var (above, cost) = (1.0, year.Moments.ExpectedRetained);
            for (var multiple = 0.05; multiple < 3; multiple += 0.05)
            {
                var attachment = multiple * year.Moments.ExpectedRetained;
                Assert.InRange(year.Above(attachment), 0, above + 1e-9);
                Assert.InRange(year.StopLossCost(attachment), 0, cost + 1e-6);
                (above, cost) = (year.Above(attachment), year.StopLossCost(attachment));
            }
        }, iter: 25);

    [Fact]
    public void Specific_and_retained_make_the_gross_cost() =>
        Risks.Sample(risk =>
        {
            var moments = AggregateCost.Of(risk).Moments;
            Assert.Equal(
                moments.ExpectedGross, moments.ExpectedSpecific + moments.ExpectedRetained,
                moments.ExpectedGross * 1e-9);
        }, iter: 25);

    [Fact]
    public void The_mean_beyond_a_quantile_is_not_below_it() =>
        Risks.Sample(risk =>
        {
            var year = AggregateCost.Of(risk);
            foreach (var probability in (double[])[0.5, 0.9, 0.99])
                Assert.True(year.TailMean(probability) >= year.Quantile(probability));
        }, iter: 25);

    [Fact]
    public void Classes_that_are_alike_may_be_written_as_one()
    {
        ClaimSeverity severity = new ZeroInflated(0.14, new LognormalSeverity(7.53, 1.725));
        var one = AggregateCost.Of(new GroupRisk([new RiskClass(200, 1.3, severity, 75_000)]));
        var two = AggregateCost.Of(new GroupRisk(
            [new RiskClass(120, 1.3, severity, 75_000), new RiskClass(80, 1.3, severity, 75_000)]));

        var attachment = 1.2 * one.Moments.CentralRetained;
        Assert.Equal(one.Above(attachment), two.Above(attachment), 1e-10);
        Assert.Equal(one.StopLossCost(attachment), two.StopLossCost(attachment), 1e-4);
    }

    [Fact]
    public void A_grid_holds_what_each_distribution_says()
    {
        ClaimSeverity severity = new ZeroInflated(0.14, new LognormalSeverity(7.53, 1.725));
        var risk = new GroupRisk(
            [new RiskClass(218, 1, severity, 50_000), new RiskClass(2, 15, severity, 250_000)])
        {
            GroupSigma = 0,
        };

        var grid = StopLossGrid.Of(risk, [50_000, 100_000], [1.1, 1.25], people => people.Count == 2);

        Assert.Equal(4, grid.Cells.Count);
        var asked = AggregateCost.Of(risk.WithSpecific(100_000, people => people.Count == 2));
        var cell = grid.Cells[3];
        Assert.Equal((100_000, 1.25), (cell.Specific, cell.Multiple));
        Assert.Equal(asked.StopLossCost(1.25 * asked.Moments.CentralRetained), cell.AggregateCost);
        Assert.Equal(asked.Moments.ExpectedSpecific, cell.SpecificCost);
        Assert.Equal(
            asked.Moments.ExpectedRetained, cell.ExpectedKept + cell.AggregateCost, 1e-6);
        Assert.True(grid.Cells[0].SpecificCost > cell.SpecificCost);
    }
}
