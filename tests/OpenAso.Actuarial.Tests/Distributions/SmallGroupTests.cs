using OpenAso.Actuarial.Distributions;
using OpenAso.Kernel;

namespace OpenAso.Actuarial.Tests.Distributions;

/// <summary>Limit cases: few people, deductibles that nobody passes, classes that cannot be.</summary>
public sealed class SmallGroupTests
{
    private static readonly ClaimSeverity Usual = new ZeroInflated(0.14, new LognormalSeverity(7.53, 1.725));

    [Theory]
    [InlineData(100)]
    [InlineData(2_500)]
    [InlineData(10_000)]
    [InlineData(45_000)]
    public void A_group_of_one_is_the_severity_below_its_deductible(double amount)
    {
        var year = Of(0, new RiskClass(1, 1, Usual, 50_000));

        Assert.Equal(Usual.Above(amount), year.Above(amount), 2e-6);
        Assert.Equal(
            Usual.LimitedMean(50_000) - Usual.LimitedMean(amount), year.StopLossCost(amount), Usual.Mean * 1e-6);
    }

    [Fact]
    public void A_group_of_one_keeps_its_zeros_and_never_costs_more_than_the_deductible()
    {
        var year = Of(0, new RiskClass(1, 1, Usual, 50_000));

        Assert.Equal(1, year.Above(-1));
        Assert.Equal(0.86, year.Above(0), 1e-3);
        Assert.Equal(0, year.Above(50_000));
        Assert.Equal(0, year.StopLossCost(50_000));
        Assert.Equal(Usual.Quantile(0.5), year.Quantile(0.5), 5.0);
        Assert.Equal(50_000, year.Quantile(0.99), 10.0);
    }

    [Fact]
    public void Two_people_are_the_integral_of_one_over_the_other()
    {
        var year = Of(0, new RiskClass(2, 1, Usual, 50_000));
        const double Amount = 12_345;
        const int Steps = 400_000;
        var sum = Usual.Above(Amount) + (0.14 * Usual.Above(Amount));
        // The first is between two amounts, and the second passes what is left.
        for (var step = 0; step < Steps; step++)
        {
            var (low, high) = (Amount * step / Steps, Amount * (step + 1) / Steps);
            sum += (Usual.Above(low) - Usual.Above(high)) * Usual.Above(Amount - ((low + high) / 2));
        }

        Assert.Equal(sum, year.Above(Amount), 2e-6);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(16)]
    [InlineData(40)]
    public void Few_and_many_people_are_computed_alike_where_both_ways_lead(int count)
    {
        var smooth = Of(0, new RiskClass(count, 1, Usual, 50_000));
        // A cent of somebody who costs it surely makes a pile, and moves nothing.
        var piled = Of(0, new RiskClass(count, 1, Usual, 50_000), new RiskClass(1, 1, Usual, 1e-3));

        foreach (var multiple in (double[])[0.5, 1, 1.5, 2])
        {
            var attachment = multiple * smooth.Moments.ExpectedRetained;
            Assert.Equal(smooth.Above(attachment), piled.Above(attachment), 3e-6);
        }
    }

    [Fact]
    public void A_specific_above_every_claim_bears_nothing()
    {
        var table = new EmpiricalSeverity([(0, 0.5), (1_000, 0.4), (20_000, 0.1)]);

        var year = Of(0, new RiskClass(40, 1, table, 1_000_000));

        Assert.Equal(0, year.Moments.ExpectedSpecific);
        Assert.Equal(40 * 2_400, year.Moments.ExpectedRetained, 1e-9);
        Assert.Equal(0, year.Above(800_000));
    }

    // Of a very large group little is uncertain but its level: the year is that level times what is expected.
    [Fact]
    public void A_large_group_is_as_uncertain_as_its_level()
    {
        var year = Of(0.10, new RiskClass(30_000, 1, Usual, 150_000));

        Assert.InRange(year.NumericalError, 0, 1e-9);
        var before = 1.0;
        for (var place = -2.0; place <= 2; place += 0.05)
        {
            var level = Math.Exp((0.1 * place) - 0.005);
            var retained = 30_000 * level * Usual.LimitedMean(150_000 / level);
            Assert.Equal(NormalLaw.Above(place), year.Above(retained), 0.01);
            Assert.True(year.Above(retained) < before - 0.001);
            before = year.Above(retained);
        }
    }

    [Fact]
    public void Twenty_people_without_a_specific_are_computed_and_five_say_that_they_are_less_exact()
    {
        var twenty = Of(0.10, new RiskClass(20, 1, Usual, double.PositiveInfinity));
        var five = Of(0.10, new RiskClass(5, 1, Usual, double.PositiveInfinity));

        Assert.InRange(twenty.NumericalError, 0, 1e-5);
        Assert.InRange(five.NumericalError, 1e-4, 2e-2);
    }

    [Theory]
    [InlineData(220)]
    [InlineData(2200)]
    public void Without_a_specific_the_whole_tail_is_kept(int count)
    {
        var year = Of(0, new RiskClass(count, 1, Usual, double.PositiveInfinity));

        Assert.Equal(count * Usual.Mean, year.Moments.ExpectedRetained, 1e-6);
        Assert.Equal(33_116.307 * Math.Sqrt(count), year.Moments.RetainedDeviation, 0.01 * Math.Sqrt(count));
        Assert.InRange(year.NumericalError, 0, 1e-5);
        // One claim of five million is the way to a year that is five million above what is expected.
        var far = year.Moments.ExpectedRetained + 5_000_000;
        Assert.InRange(year.Above(far) / (count * Usual.Above(5_000_000)), 1, 1.8);
    }

    [Theory]
    [InlineData(0, 1, 50_000)]
    [InlineData(-3, 1, 50_000)]
    [InlineData(5, 0, 50_000)]
    [InlineData(5, -1, 50_000)]
    [InlineData(5, double.NaN, 50_000)]
    [InlineData(5, 1, 0)]
    [InlineData(5, 1, -50_000)]
    public void A_class_that_cannot_be_is_refused(int count, double factor, double deductible) =>
        Assert.ThrowsAny<ArgumentException>(() => Of(0, new RiskClass(count, factor, Usual, deductible)));

    [Fact]
    public void Nobody_and_an_impossible_group_sigma_are_refused()
    {
        Assert.ThrowsAny<ArgumentException>(() => Of(0));
        Assert.ThrowsAny<ArgumentException>(() => Of(-0.1, new RiskClass(5, 1, Usual, 50_000)));
        Assert.ThrowsAny<ArgumentException>(() => Of(double.NaN, new RiskClass(5, 1, Usual, 50_000)));
    }

    private static CostDistribution Of(double sigma, params IEnumerable<RiskClass> classes) =>
        AggregateCost.Of(new GroupRisk(classes.ToValueList()) { GroupSigma = sigma });
}
