using OpenAso.Actuarial.Reserving;

namespace OpenAso.Actuarial.Tests.Reserving;

public sealed class BootstrapTests
{
    private const int Replicates = 100_000;

    // The printed number comes from an iteration that stopped two parts in 100,000 early; ours is the closed form.
    [Fact]
    public void The_scale_of_taylor_ashe_is_52_601() => Within(
        2e-5, 52_601.93209, OdpBootstrap.Scale(
            PublicTriangles.GenIns, ExpectedDevelopmentTests.Pattern(PublicTriangles.GenIns)));

    [Fact]
    public void Taylor_ashe_drawn_again_is_within_one_percent_of_what_is_published()
    {
        var estimate = Run(PublicTriangles.GenIns, new AverageTerms(), Replicates);

        Within(0.01, 18.86e6, estimate.Ibnr);
        Within(0.01, 2.985e6, estimate.Errors!.Standard);
        Quantiles(estimate, (0.5, 18.65e6), (0.75, 20.71e6), (0.95, 24.04e6), (0.99, 26.78e6));
    }

    // Three standard errors of the published 20,000 replicates are 0.75 % of the mean here, and more of the tail.
    [Fact]
    public void Raa_which_has_negative_increments_drawn_again_is_what_is_published()
    {
        var estimate = Run(PublicTriangles.Raa, new AverageTerms(), Replicates);

        Within(0.01, 53_809, estimate.Ibnr);
        Within(0.015, 18_972, estimate.Errors!.Standard);
        Quantiles(estimate, (0.75, 65_195), (0.95, 87_891), (0.99, 106_304));
    }

    [Fact]
    public void Process_and_parameter_error_make_the_whole()
    {
        var errors = Run(PublicTriangles.GenIns, new AverageTerms()).Errors!;

        Within(0.01, errors.Standard, Math.Sqrt(errors.Process * errors.Process + errors.Parameter * errors.Parameter));
        Assert.True(errors.Process > 0 && errors.Parameter > errors.Process);
    }

    [Fact]
    public void The_same_seed_gives_the_same_reserve_and_another_seed_another()
    {
        var pattern = ExpectedDevelopmentTests.Pattern(PublicTriangles.Raa);

        Assert.Equal(Ibnr(7), Ibnr(7));
        Assert.NotEqual(Ibnr(7), Ibnr(8));

        double Ibnr(ulong seed) => OdpBootstrap.Run(PublicTriangles.Raa, pattern, 500, new RandomStream(seed)).Ibnr;
    }

    [Theory]
    [InlineData(AverageKind.Volume, 5)]
    [InlineData(AverageKind.Volume, 3)]
    [InlineData(AverageKind.Regression, null)]
    [InlineData(AverageKind.Simple, 3)]
    [InlineData(AverageKind.Geometric, 3)]
    public void Selected_factors_are_selected_again_in_every_replicate(AverageKind kind, int? last)
    {
        var terms = new AverageTerms { Kind = kind, Last = last, Excluded = [new RatioCell(3, 2)] };
        var chainLadder = ChainLadder.Project(
            PublicTriangles.GenIns, FactorSelection.Select(PublicTriangles.GenIns, terms));

        var estimate = Run(PublicTriangles.GenIns, terms);

        // Means of ratios whose lower part is drawn lie above the ratio of means, so they are allowed more.
        Within(kind is AverageKind.Simple or AverageKind.Geometric ? 0.1 : 0.05, chainLadder.Ibnr, estimate.Ibnr);
        Assert.True(estimate.Errors!.Parameter > 0.02 * estimate.Ibnr);
    }

    [Fact]
    public void A_tail_is_drawn_too()
    {
        var tail = new AverageTerms { Tail = new TailTerms(TailKind.Given, 1.05) };
        var expected = Run(PublicTriangles.GenIns, new AverageTerms());

        // The latest amounts of a replicate are drawn too, so that the tail takes its share of both.
        var grown = expected.Ultimate * 1.05 - expected.Latest;
        Within(0.01, grown, Run(PublicTriangles.GenIns, tail).Ibnr);
    }

    [Fact]
    public void A_triangle_without_anything_left_over_has_no_error_and_says_so()
    {
        var triangle = Triangle.Of([[100, 150], [200]]);

        var estimate = OdpBootstrap.Run(
            triangle, ExpectedDevelopmentTests.Pattern(triangle), 100, new RandomStream(1));

        Closeness.Same(100, estimate.Ibnr);
        Assert.Equal(0, estimate.Errors!.Standard);
        Assert.Contains(estimate.Diagnostics, one => one.Code == ReserveCodes.NoResiduals);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(2.5)]
    [InlineData(40)]
    public void A_gamma_number_has_its_mean_its_variance_and_its_skewness(double shape)
    {
        var random = new RandomStream(11);
        var draws = Enumerable.Range(0, 400_000).Select(_ => random.Gamma(shape)).ToArray();
        var mean = draws.Average();
        var variance = draws.Average(draw => (draw - mean) * (draw - mean));
        var third = draws.Average(draw => Math.Pow(draw - mean, 3)) / Math.Pow(variance, 1.5);

        Within(0.01, shape, mean);
        Within(0.02, shape, variance);
        Within(0.05, 2 / Math.Sqrt(shape), third);
    }

    [Fact]
    public void Whole_numbers_below_a_bound_are_all_as_likely()
    {
        var random = new RandomStream(3);
        var counts = new int[7];
        var numbers = new int[700_001];
        random.Below(numbers, 7);
        foreach (var number in numbers)
            counts[number]++;
        Assert.All(counts, count => Assert.InRange(count, 99_000, 101_000));
    }

    private static ReserveEstimate Run(Triangle triangle, AverageTerms terms, int replicates = 20_000) =>
        OdpBootstrap.Run(triangle, FactorSelection.Select(triangle, terms), replicates, new RandomStream(20_261_126));

    private static void Quantiles(ReserveEstimate estimate, params (double Probability, double Value)[] published)
    {
        // Of 20,000 published replicates the last percent is known to two.
        foreach (var (probability, value) in published)
            Within(
                probability > 0.95 ? 0.02 : 0.01, value,
                estimate.Quantiles.Items.Single(one => one.Probability == probability).Value);
    }

    private static void Within(double share, double expected, double actual) => Assert.True(
        Math.Abs(actual - expected) <= share * Math.Abs(expected), $"{actual:N4} is too far from {expected:N4}.");
}
