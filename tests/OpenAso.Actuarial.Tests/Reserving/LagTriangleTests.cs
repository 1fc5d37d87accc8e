using OpenAso.Actuarial.Reserving;

namespace OpenAso.Actuarial.Tests.Reserving;

/// <summary>Generated triangles of 36 months, of which it is known what they come to in the end.</summary>
public sealed class LagTriangleTests
{
    [Theory]
    [InlineData("lag_deterministic", null, "2726147.01")]
    [InlineData("lag_deterministic", 12, "2726147.01")]
    [InlineData("lag_deterministic", 6, "2726147.03")]
    [InlineData("lag_noisy", null, "2902440.85")]
    [InlineData("lag_noisy", 12, "2778808.04")]
    [InlineData("lag_noisy", 6, "2865078.39")]
    public void Completion_factors_leave_what_is_published(string file, int? last, string ibnr)
    {
        var (triangle, _) = PublicTriangles.Read($"{file}.csv", AmountKind.Incremental);
        var pattern = FactorSelection.Select(triangle, new AverageTerms { Last = last });

        Closeness.Printed(ibnr, CompletionFactors.Project(triangle, pattern).Ibnr);
    }

    [Fact]
    public void The_files_come_to_what_is_told_of_them()
    {
        Closeness.Printed("2726146.93", PublicTriangles.TrueIbnr("lag_deterministic"));
        Closeness.Printed("2316333.98", PublicTriangles.TrueIbnr("lag_noisy"));
    }

    [Fact]
    public void A_triangle_that_does_not_deviate_has_an_error_of_cents_and_none_that_is_no_number()
    {
        var (triangle, exposure) = PublicTriangles.Read("lag_deterministic.csv", AmountKind.Incremental);
        foreach (var sigma in Enum.GetValues<SigmaKind>())
        {
            foreach (var method in Enum.GetValues<ReserveMethod>())
            {
                var estimate = ReserveCalculation.Estimate(triangle, new ReserveTerms
                {
                    Method = method,
                    Exposure = [.. exposure],
                    Average = new AverageTerms { Sigma = sigma },
                    Iterations = method == ReserveMethod.Bootstrap ? 200 : null,
                }).Value!;
                Numbers.AreFinite(estimate);
                Assert.InRange(estimate.Errors?.Standard ?? 0, 0, 200);
                if (method == ReserveMethod.ChainLadder)
                    Assert.InRange(estimate.Errors!.Standard, 0.04, 0.06);
                // What methods with exposure expect knows nothing of the trend and the seasons of the file.
                var allowed = estimate.APriori.Count > 0 ? 0.1 : 1e-5;
                Assert.InRange(estimate.Ibnr, 2_726_146.93 * (1 - allowed), 2_726_146.93 * (1 + allowed));
            }
        }
    }

    [Fact]
    public void A_noisy_triangle_has_the_published_error_and_first_factors()
    {
        var (triangle, _) = PublicTriangles.Read("lag_noisy.csv", AmountKind.Incremental);
        var estimate = ChainLadder.Project(triangle, FactorSelection.Select(triangle, new AverageTerms()));

        Closeness.Printed("405409.00", estimate.Errors!.Standard);
        string[] factors = ["4.15342250631", "1.40524124271", "1.13130050555", "1.07163461930"];
        foreach (var (printed, step) in factors.Zip(estimate.Pattern.Steps))
            Closeness.Printed(printed, step.Factor);
    }

    [Fact]
    public void Methods_with_exposure_come_nearer_to_the_truth_of_a_noisy_triangle_than_completion_factors()
    {
        var (triangle, exposure) = PublicTriangles.Read("lag_noisy.csv", AmountKind.Incremental);
        var truth = PublicTriangles.TrueIbnr("lag_noisy");
        double Gap(ReserveMethod method) => Math.Abs(truth - ReserveCalculation.Estimate(
            triangle, new ReserveTerms { Method = method, Exposure = [.. exposure], Trend = 0.07 }).Value!.Ibnr);

        Assert.True(Gap(ReserveMethod.Benktander) < Gap(ReserveMethod.Completion));
        Assert.True(Gap(ReserveMethod.CapeCod) < Gap(ReserveMethod.Completion));
    }

    [Fact]
    public void The_youngest_months_can_be_given_by_their_cost_for_each_member()
    {
        var (triangle, exposure) = PublicTriangles.Read("lag_noisy.csv", AmountKind.Incremental);
        var pattern = FactorSelection.Select(triangle, new AverageTerms { Last = 12 });
        var plain = CompletionFactors.Project(triangle, pattern);

        var byCost = CompletionFactors.Project(triangle, pattern, exposure, 2, 0.06);

        double level = 0;
        for (var origin = 22; origin < 34; origin++)
            level += plain.Origins[origin].Ultimate * Math.Pow(1.06, (35 - origin) / 12.0);
        level /= exposure[22..34].Sum();
        Closeness.Same(level * exposure[35], byCost.Origins[35].Ultimate);
        Closeness.Same(level * exposure[34] / Math.Pow(1.06, 1 / 12.0), byCost.Origins[34].Ultimate);
        Assert.Equal(plain.Origins[33].Ultimate, byCost.Origins[33].Ultimate);
        Assert.Null(byCost.Errors);
    }
}
