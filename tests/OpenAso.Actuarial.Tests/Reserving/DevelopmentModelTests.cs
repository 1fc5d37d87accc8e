using OpenAso.Actuarial.Reserving;

namespace OpenAso.Actuarial.Tests.Reserving;

/// <summary>The published figures come from fits that stop some parts in 100,000 early; these go on to the
/// end.</summary>
public sealed class DevelopmentModelTests
{
    private static readonly double[] ErrorsByOrigin =
    [
        110_099.87, 216_043.39, 260_872.08, 303_550.02, 375_013.87, 495_378.03, 789_961.07, 1_046_513.82, 1_980_101.39,
    ];

    [Fact]
    public void Over_dispersed_poisson_of_taylor_ashe_has_the_chain_ladders_reserve_and_an_error_of_2_945_661()
    {
        var model = DevelopmentModel.Fit(PublicTriangles.GenIns, IncrementVariance.OverDispersedPoisson)!;

        Closeness.Printed("18680855.612", model.Ibnr);
        Near(52_601.93209, model.Scale);
        Near(2_945_660.87, model.StandardError);
        foreach (var (published, error) in ErrorsByOrigin.Zip(model.ByOrigin.Skip(1)))
            Near(published, error);
        Closeness.Same(
            OdpBootstrap.Scale(PublicTriangles.GenIns, ExpectedDevelopmentTests.Pattern(PublicTriangles.GenIns)),
            model.Scale);
    }

    [Fact]
    public void Gamma_of_taylor_ashe_is_what_is_published()
    {
        var model = DevelopmentModel.Fit(PublicTriangles.GenIns, IncrementVariance.Gamma)!;

        Near(18_085_805, model.Ibnr);
        Near(2_702_709.78, model.StandardError);
    }

    [Fact]
    public void The_bootstrap_agrees_with_the_error_that_needs_no_drawing()
    {
        var model = DevelopmentModel.Fit(PublicTriangles.GenIns, IncrementVariance.OverDispersedPoisson)!;
        var drawn = OdpBootstrap.Run(
            PublicTriangles.GenIns, ExpectedDevelopmentTests.Pattern(PublicTriangles.GenIns), 20_000,
            new RandomStream(5));

        Assert.InRange(drawn.Errors!.Standard, model.StandardError * 0.97, model.StandardError * 1.05);
    }

    [Fact]
    public void What_cannot_be_fitted_has_no_model()
    {
        Assert.Null(DevelopmentModel.Fit(PublicTriangles.Raa, IncrementVariance.Gamma));
        Assert.Null(DevelopmentModel.Fit(Triangle.Of([[1, 2], [1]]), IncrementVariance.OverDispersedPoisson));
        Assert.Null(DevelopmentModel.Fit(
            Triangle.Of([[1, 1, 1], [1, 1, 1], [1, 1, 1]]), IncrementVariance.OverDispersedPoisson));
    }

    private static void Near(double published, double actual) => Assert.True(
        Math.Abs(actual - published) <= 2e-5 * published, $"{published:N2} is published, {actual:N2} came out.");
}
