using OpenAso.Actuarial.Reserving;

namespace OpenAso.Actuarial.Tests.Reserving;

public sealed class ExpectedDevelopmentTests
{
    private static readonly double[] Raa40000 = [.. Enumerable.Repeat(40_000.0, 10)];
    private static readonly double[] GenIns5Million = [.. Enumerable.Repeat(5e6, 10)];

    [Theory]
    [InlineData(0.7, "75203.2355")]
    [InlineData(1.0, "107433.1936")]
    public void Bornhuetter_ferguson_of_raa_is_what_is_published(double aPriori, string ibnr) => Closeness.Printed(
        ibnr, ExpectedDevelopment.BornhuetterFerguson(
            PublicTriangles.Raa, Pattern(PublicTriangles.Raa), Raa40000, Each(aPriori)).Ibnr);

    [Theory]
    [InlineData(1, "75203.2355")]
    [InlineData(2, "67041.2020")]
    [InlineData(3, "63071.3462")]
    [InlineData(10, "55257.8959")]
    [InlineData(100, "52135.2941")]
    public void Benktander_of_raa_goes_from_bornhuetter_ferguson_to_the_chain_ladder(int rounds, string ibnr) =>
        Closeness.Printed(ibnr, ExpectedDevelopment.Benktander(
            PublicTriangles.Raa, Pattern(PublicTriangles.Raa), Raa40000, Each(0.7), rounds).Ibnr);

    [Fact]
    public void Cape_cod_of_raa_is_what_is_published_without_and_with_trend_and_decay()
    {
        var (triangle, pattern) = (PublicTriangles.Raa, Pattern(PublicTriangles.Raa));
        var plain = ExpectedDevelopment.CapeCod(triangle, pattern, Raa40000, 0, 1);

        Closeness.Printed("59115.8913", plain.Ibnr);
        Closeness.Printed("0.55025723", plain.APriori[0]);
        Closeness.Printed(
            "64306.4651", ExpectedDevelopment.CapeCod(triangle, pattern, Raa40000, 0.034, 0.75).Ibnr);
    }

    [Fact]
    public void Taylor_ashe_with_an_exposure_of_five_million_is_what_is_published()
    {
        var (triangle, pattern) = (PublicTriangles.GenIns, Pattern(PublicTriangles.GenIns));
        var capeCod = ExpectedDevelopment.CapeCod(triangle, pattern, GenIns5Million, 0, 1);

        Closeness.Printed("16853749.25", ExpectedDevelopment.BornhuetterFerguson(
            triangle, pattern, GenIns5Million, Each(1)).Ibnr);
        Closeness.Printed("1.03656037", capeCod.APriori[^1]);
        Closeness.Printed("17469928.59", capeCod.Ibnr);
        Closeness.Printed("17632838.45", ExpectedDevelopment.Benktander(
            triangle, pattern, GenIns5Million, Each(1), 2).Ibnr);
    }

    [Fact]
    public void Benktander_is_the_default_and_takes_its_a_priori_from_cape_cod()
    {
        var pattern = Pattern(PublicTriangles.Raa);
        var aPriori = ExpectedDevelopment.CapeCodAPriori(PublicTriangles.Raa, pattern, Raa40000, 0.03, 1);
        var expected = ExpectedDevelopment.Benktander(PublicTriangles.Raa, pattern, Raa40000, aPriori, 2);

        var (estimate, findings) = ReserveCalculation.Estimate(
            PublicTriangles.Raa, new ReserveTerms { Exposure = [.. Raa40000], Trend = 0.03 });

        Assert.Empty(findings);
        Assert.Equal(ReserveMethod.Benktander, estimate!.Method);
        Assert.Equal(expected.Ibnr, estimate.Ibnr);
        Assert.Contains(estimate.Diagnostics, one => one.Code == ReserveCodes.APrioriFromCapeCod);
    }

    [Fact]
    public void Trend_is_a_years_whatever_the_grid()
    {
        Assert.Equal([2, 1, 0], OriginCalendar.YearsBeforeLast(["2024", "2025", "2026"]));
        Assert.Equal([1.0 / 6, 1.0 / 12, 0], Rounded("2025-12", "2026-01", "2026-02"));
        Assert.Equal([0.5, 0.25, 0], OriginCalendar.YearsBeforeLast(["2025-Q4", "2026Q1", "2026-Q2"]));
        Assert.Equal([2, 1, 0], OriginCalendar.YearsBeforeLast(["first", "2026", "2026-01"]));
        Assert.Equal(1, OriginCalendar.OutOfOrder(["2026-02", "2026-01"]));
        Assert.Null(OriginCalendar.OutOfOrder(["b", "a"]));

        static double[] Rounded(params string[] names) =>
            [.. OriginCalendar.YearsBeforeLast(names).Select(year => Math.Round(year * 12) / 12)];
    }

    internal static DevelopmentPattern Pattern(Triangle triangle) =>
        FactorSelection.Select(triangle, new AverageTerms());

    private static double[] Each(double aPriori) => [.. Enumerable.Repeat(aPriori, 10)];
}
