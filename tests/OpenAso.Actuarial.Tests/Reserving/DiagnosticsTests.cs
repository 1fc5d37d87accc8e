using OpenAso.Actuarial.Reserving;

namespace OpenAso.Actuarial.Tests.Reserving;

public sealed class DiagnosticsTests
{
    [Fact]
    public void The_newest_diagonal_of_raa_stands_beside_what_the_one_before_it_led_to_expect()
    {
        var gaps = ActualAgainstExpected.Of(PublicTriangles.Raa, new AverageTerms());

        // The oldest origin's last age was not known anywhere before, and the youngest has just begun.
        Assert.Equal(["2", "3", "4", "5", "6", "7", "8", "9"], gaps.Items.Select(gap => gap.Origin));
        var last = gaps[^1];
        Assert.Equal("2", last.Age);
        Assert.Equal(5395 - 3133, last.Actual);
        var factor = (8269.0 + 4285 + 8992 + 11555 + 9565 + 6445 + 4020 + 6947)
            / (5012 + 106 + 3410 + 5655 + 1092 + 1513 + 557 + 1351);
        Closeness.Same(3133 * (factor - 1), last.Expected);
        Closeness.Same(last.Actual - last.Expected, last.Gap);
    }

    [Fact]
    public void Residuals_weigh_each_age_to_nothing_and_have_the_variance_of_one()
    {
        var pattern = FactorSelection.Select(PublicTriangles.Raa, new AverageTerms());
        var residuals = Residuals.Of(PublicTriangles.Raa, pattern);

        foreach (var age in residuals.Items.GroupBy(residual => residual.Age))
        {
            var weighed = age.Sum(one => one.Value * Math.Sqrt(PublicTriangles.Raa[one.Origin, one.Age]));
            Assert.Equal(0, weighed, 6);
            Closeness.Same(age.Count() - 1, age.Sum(one => one.Value * one.Value));
        }
        Assert.Equal(44, residuals.Count);
        Assert.Equal(8, Residuals.Means(residuals, one => one.Age).Count);
    }

    [Fact]
    public void A_slow_month_stands_out_on_its_diagonal()
    {
        double[] completion = [0.2, 0.5, 0.8, 1];
        var triangle = Triangle.Of([.. Enumerable.Range(0, 12).Select(origin => Enumerable
            .Range(0, Math.Min(4, 12 - origin))
            .Select(age => (1_000 + 7 * (origin * 5 % 3)) * completion[age] * (origin + age == 8 ? 0.8 : 1))
            .ToArray())]);
        var pattern = FactorSelection.Select(triangle, new AverageTerms());

        var means = Residuals.Means(Residuals.Of(triangle, pattern), one => one.Calendar);

        Assert.Equal(8, means.Items.MinBy(mean => mean.Mean).Index);
    }

    [Fact]
    public void Terms_that_a_method_does_not_use_are_said()
    {
        var estimate = ReserveCalculation.Estimate(PublicTriangles.Raa, new ReserveTerms
        {
            Method = ReserveMethod.ChainLadder, APriori = 0.7, Trend = 0.05, Decay = 0.5, Iterations = 3,
        }).Value!;

        Assert.Contains(
            "a-priori, trend, decay, iterations",
            estimate.Diagnostics.Items.Single(one => one.Code == ReserveCodes.NotUsed).Message,
            StringComparison.Ordinal);
    }
}
