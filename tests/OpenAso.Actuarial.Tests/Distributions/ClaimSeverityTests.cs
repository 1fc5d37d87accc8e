using OpenAso.Actuarial.Distributions;

namespace OpenAso.Actuarial.Tests.Distributions;

public sealed class ClaimSeverityTests
{
    private static readonly ClaimSeverity Usual = new ZeroInflated(0.14, new LognormalSeverity(7.53, 1.725));
    private static readonly ClaimSeverity Heavy =
        new SplicedSeverity(new LognormalSeverity(7.53, 1.725), 250_000, 0.35, 206_000);

    [Theory]
    [InlineData(50_000, 5274.379678951647)]
    [InlineData(100_000, 6010.942755563794)]
    [InlineData(150_000, 6336.624498395214)]
    [InlineData(250_000, 6639.453550003442)]
    [InlineData(1_000_000, 7014.29326138622)]
    [InlineData(double.PositiveInfinity, 7093.893412967278)]
    public void The_usual_severity_has_its_published_limited_means(double limit, double expected) =>
        Near(expected, Usual.LimitedMean(limit), 1e-12);

    [Fact]
    public void The_usual_severity_has_its_published_deviation() =>
        Near(33_116.307, Math.Sqrt(Usual.LimitedSquare(1e13) - (Usual.Mean * Usual.Mean)), 1e-7);

    [Fact]
    public void Lognormal_limited_means_and_tails_are_the_published_ones()
    {
        var severity = new LognormalSeverity(7, 1.6);

        Near(2466.62877720172, severity.LimitedMean(10_000), 1e-12);
        Near(3745.59007441376, severity.LimitedMean(100_000), 1e-12);
        Near(45_349.5983332944, severity.Quantile(0.99), 1e-12);
        Near(92_220.3009316866, severity.TailMean(0.99), 1e-11);
    }

    [Fact]
    public void Pareto_and_gamma_limited_means_are_the_published_ones()
    {
        Near(15_407.2067322815, new ParetoSeverity(2.5, 30_000).LimitedMean(50_000), 1e-12);
        Near(5_160.58550961713, new GammaSeverity(0.5, 20_000).LimitedMean(10_000), 1e-12);
    }

    public static TheoryData<string> Severities => ["lognormal", "gamma", "pareto", "spliced", "zero"];

    [Theory, MemberData(nameof(Severities))]
    public void The_limited_moments_are_integrals_of_the_survival(string name)
    {
        var severity = Named(name);
        foreach (var limit in (double[])[500, 20_000, 300_000, 600_000])
        {
            Near(Integral(severity.Above, limit), severity.LimitedMean(limit), 1e-7);
            Near(Integral(amount => 2 * amount * severity.Above(amount), limit), severity.LimitedSquare(limit), 1e-7);
        }
    }

    [Theory, MemberData(nameof(Severities))]
    public void A_quantile_is_passed_with_what_is_left_of_the_probability(string name)
    {
        var severity = Named(name);
        foreach (var probability in (double[])[0.2, 0.5, 0.95, 0.9995])
            Assert.Equal(1 - probability, severity.Above(severity.Quantile(probability)), 1e-10);
    }

    [Fact]
    public void A_spliced_tail_is_heavier_than_the_body_and_joins_it_without_a_gap()
    {
        var body = new LognormalSeverity(7.53, 1.725);

        Assert.Equal(body.LimitedMean(250_000), Heavy.LimitedMean(250_000));
        Near(body.Above(250_000), Heavy.Above(250_000), 1e-12);
        Assert.True(Heavy.Excess(2_000_000) > body.Excess(2_000_000));
    }

    [Fact]
    public void A_table_is_cut_at_the_limit()
    {
        var table = new EmpiricalSeverity([(0, 0.5), (100, 0.3), (1000, 0.2)]);

        Assert.Equal(230, table.Mean, 1e-12);
        Assert.Equal((0.3 * 100) + (0.2 * 400), table.LimitedMean(400), 1e-12);
        Assert.Equal(0.2, table.Above(100), 1e-15);
        Assert.Equal(100, table.Quantile(0.8));
    }

    [Fact]
    public void Probabilities_that_do_not_add_up_and_parameters_that_cannot_be_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new EmpiricalSeverity([(0, 0.5), (100, 0.4)]));
        Assert.Throws<ArgumentException>(() => new EmpiricalSeverity([(-5, 0.5), (100, 0.5)]));
        Assert.Throws<ArgumentException>(() => new EmpiricalSeverity([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ZeroInflated(1, new LognormalSeverity(7, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LognormalSeverity(7, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParetoSeverity(1, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GammaSeverity(-1, 5));
    }

    private static ClaimSeverity Named(string name) => name switch
    {
        "lognormal" => new LognormalSeverity(7, 1.6),
        "gamma" => new GammaSeverity(0.7, 20_000),
        "pareto" => new ParetoSeverity(2.5, 30_000),
        "spliced" => Heavy,
        _ => Usual,
    };

    // Simpson's rule after the substitution amount = e^u - 1, which is where claims lie evenly.
    private static double Integral(Func<double, double> of, double limit)
    {
        const int Steps = 200_000;
        var width = Math.Log(1 + limit) / Steps;
        var sum = 0.0;
        for (var step = 0; step <= Steps; step++)
        {
            var amount = Math.Exp(step * width) - 1;
            var weight = step is 0 or Steps ? 1 : step % 2 == 1 ? 4 : 2;
            sum += weight * of(amount) * (amount + 1);
        }
        return sum * width / 3;
    }

    private static void Near(double expected, double actual, double relative) =>
        Assert.Equal(expected, actual, Math.Abs(expected) * relative);
}
