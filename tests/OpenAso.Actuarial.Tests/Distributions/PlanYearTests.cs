using OpenAso.Actuarial.Distributions;
using OpenAso.Kernel;

namespace OpenAso.Actuarial.Tests.Distributions;

/// <summary>Plan years whose exact results are published with the method: mean-preserving discretisation and Richardson
/// extrapolation.</summary>
public sealed class PlanYearTests
{
    private static readonly ClaimSeverity Usual = new ZeroInflated(0.14, new LognormalSeverity(7.53, 1.725));

    private static readonly CostDistribution R1 = Of(new RiskClass(2200, 1, Usual, 150_000));
    private static readonly CostDistribution R2 = Of(new RiskClass(220, 1, Usual, 50_000));
    private static readonly CostDistribution R4 = Of(
        new(70, 0.45, Usual, 50_000), new(60, 0.70, Usual, 50_000), new(55, 1, Usual, 50_000),
        new(33, 1.9, Usual, 50_000), new(2, 15, Usual, 250_000));

    private static readonly CostDistribution R5 = AggregateCost.Of(
        new GroupRisk([new RiskClass(220, 1, Usual, 50_000)]) { GroupSigma = 0.10 });

    [Fact]
    public void R1_expected_costs_and_deviation_are_the_published_ones()
    {
        Near(15_606_565.51, R1.Moments.ExpectedGross, 1e-9);
        Near(1_665_991.61, R1.Moments.ExpectedSpecific, 1e-8);
        Near(13_940_573.90, R1.Moments.ExpectedRetained, 1e-9);
        Near(778_057.366, R1.Moments.RetainedDeviation, 1e-8);
        Assert.InRange(R1.NumericalError, 0, 1e-9);
    }

    [Theory]
    [InlineData(1.00, 0.49195332, 310_361.6666)]
    [InlineData(1.05, 0.18408650, 82_412.4199)]
    [InlineData(1.10, 0.03999270, 13_615.3031)]
    [InlineData(1.15, 0.00500157, 1_369.9050)]
    [InlineData(1.20, 0.00036610, 84.1590)]
    [InlineData(1.25, 1.609e-5, 3.20408)]
    public void R1_two_thousand_two_hundred_members_with_a_specific_of_150000(
        double multiple, double probability, double cost) =>
        Exceeds(R1, multiple * R1.Moments.CentralRetained, probability, cost);

    [Fact]
    public void R2_expected_costs_and_deviation_are_the_published_ones()
    {
        Near(1_560_656.55, R2.Moments.ExpectedGross, 1e-8);
        Near(400_293.02, R2.Moments.ExpectedSpecific, 1e-7);
        Near(1_160_363.53, R2.Moments.ExpectedRetained, 1e-8);
        Near(150_813.317, R2.Moments.RetainedDeviation, 1e-8);
    }

    [Theory]
    [InlineData(1.00, 0.48623089, 60_165.5284)]
    [InlineData(1.10, 0.21691890, 20_279.3278)]
    [InlineData(1.20, 0.06719358, 5_004.8804)]
    [InlineData(1.25, 0.03264754, 2_207.5355)]
    [InlineData(1.30, 0.01452362, 899.9931)]
    [InlineData(1.50, 0.00024710, 11.6136)]
    public void R2_two_hundred_and_twenty_members_with_a_specific_of_50000(
        double multiple, double probability, double cost) =>
        Exceeds(R2, multiple * R2.Moments.CentralRetained, probability, cost);

    [Theory]
    [InlineData(0.50, 1_155_148)]
    [InlineData(0.75, 1_259_274)]
    [InlineData(0.90, 1_356_910)]
    [InlineData(0.95, 1_417_069)]
    [InlineData(0.99, 1_533_313)]
    [InlineData(0.999, 1_668_720)]
    public void R2_quantiles(double probability, double value) =>
        Assert.Equal(value, R2.Quantile(probability), 0.51);

    [Fact]
    public void R4_expected_costs_and_deviation_are_the_published_ones()
    {
        Near(1_569_169.22, R4.Moments.ExpectedGross, 1e-8);
        Near(457_871.12, R4.Moments.ExpectedSpecific, 1e-7);
        Near(1_111_298.11, R4.Moments.ExpectedRetained, 1e-8);
        Near(176_465.818, R4.Moments.RetainedDeviation, 1e-8);
    }

    [Theory]
    [InlineData(1.10, 0.25337542, 30_737.4073)]
    [InlineData(1.25, 0.06804602, 6_336.3899)]
    [InlineData(1.50, 0.00261908, 167.5834)]
    public void R4_five_classes_with_two_lasers(double multiple, double probability, double cost) =>
        Exceeds(R4, multiple * R4.Moments.CentralRetained, probability, cost);

    [Fact]
    public void R5_uncertainty_of_the_group_lowers_what_is_retained() =>
        Near(1_158_589.513, R5.Moments.ExpectedRetained, 1e-8);

    [Theory]
    [InlineData(1.10, 0.24313687, 27_756.089)]
    [InlineData(1.25, 0.05468885, 4_747.059)]
    [InlineData(1.50, 0.00140945, 89.357)]
    public void R5_uncertainty_of_the_group_doubles_the_cost_of_the_aggregate(
        double multiple, double probability, double cost) =>
        Exceeds(R5, multiple * R2.Moments.ExpectedRetained, probability, cost, half: 5.1e-4);

    [Fact]
    public void R5_attachments_are_multiples_of_what_is_expected_at_the_central_level() =>
        Near(R2.Moments.ExpectedRetained, R5.Moments.CentralRetained, 1e-12);

    private static CostDistribution Of(params IEnumerable<RiskClass> classes) =>
        AggregateCost.Of(new GroupRisk(classes.ToValueList()) { GroupSigma = 0 });

    // As many digits as were published, and at least the sixth.
    private static void Exceeds(
        CostDistribution year, double attachment, double probability, double cost,
        double half = 5.1e-5)
    {
        Assert.Equal(probability, year.Above(attachment), Math.Max(probability * 1e-6, 5.1e-9));
        Assert.Equal(cost, year.StopLossCost(attachment), Math.Max(cost * 1e-6, half));
    }

    private static void Near(double expected, double actual, double relative) =>
        Assert.Equal(expected, actual, Math.Abs(expected) * relative);
}
