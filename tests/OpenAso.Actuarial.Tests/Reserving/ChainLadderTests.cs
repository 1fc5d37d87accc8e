using OpenAso.Actuarial.Reserving;

namespace OpenAso.Actuarial.Tests.Reserving;

public sealed class ChainLadderTests
{
    private static readonly string[] RaaFactors =
    [
        "2.99935865134", "1.62352275375", "1.27088811504", "1.17167463309", "1.11338488621", "1.04193463791",
        "1.03326355379", "1.01693648101", "1.00921658986",
    ];

    private static readonly string[] GenInsFactors =
    [
        "3.49060654793", "1.74733264210", "1.45741283602", "1.17385170940", "1.10382353224", "1.08626936444",
        "1.05387435550", "1.07655517835", "1.01772472522",
    ];

    [Fact]
    public void Oracle_R_1_raa_by_volume_leaves_52_135_23_and_each_year_what_is_printed()
    {
        var estimate = Project(PublicTriangles.Raa);

        Assert.Equal(160_987, estimate.Latest);
        Closeness.Printed("213122.23", estimate.Ultimate);
        Closeness.Printed("52135.22826", estimate.Ibnr);
        string[] byYear =
        [
            "0", "153.95", "617.37", "1636.14", "2746.74", "3649.10", "5435.30", "10907.19", "10649.98", "16339.44",
        ];
        foreach (var (printed, origin) in byYear.Zip(estimate.Origins))
            Closeness.Printed(printed, origin.Ibnr);
        foreach (var (printed, step) in RaaFactors.Zip(estimate.Pattern.Steps))
            Closeness.Printed(printed, step.Factor);
    }

    [Fact]
    public void Mack_1994_raa_has_a_standard_error_of_26_909()
    {
        var estimate = Project(PublicTriangles.Raa);

        Closeness.Printed("26909.01116", estimate.Errors!.Standard);
        Closeness.Printed("24919.96223", estimate.Errors.Process);
        Closeness.Printed("10153.34249", estimate.Errors.Parameter);
        Closeness.Printed("25181.95094", estimate.Errors.OneYear!.Value);
        string[] byYear = ["0", "206", "623", "747", "1469", "2002", "2209", "5358", "6333", "24566"];
        foreach (var (printed, origin) in byYear.Zip(estimate.Origins))
            Closeness.Printed(printed, origin.StandardError!.Value);
        string[] variances = ["27883", "1109", "691", "61.2", "119", "40.8", "1.34", "7.88"];
        foreach (var (printed, step) in variances.Zip(estimate.Pattern.Steps))
            Closeness.Printed(printed, step.Variance);
        Assert.Equal(estimate.Pattern.Steps[6].Variance, estimate.Pattern.Steps[8].Variance);
    }

    [Fact]
    public void Mack_1993_taylor_ashe_has_a_standard_error_of_2_447_095()
    {
        var estimate = Project(PublicTriangles.GenIns);

        Closeness.Printed("18680855.612", estimate.Ibnr);
        Closeness.Printed("2447094.861", estimate.Errors!.Standard);
        Closeness.Printed("1878291.798", estimate.Errors.Process);
        Closeness.Printed("1568532.174", estimate.Errors.Parameter);
        Closeness.Printed("1778967.663", estimate.Errors.OneYear!.Value);
        string[] byYear =
        [
            "75535.0", "121698.6", "133548.9", "261406.4", "411009.7", "558316.9", "875327.5", "971257.8", "1363154.9",
        ];
        foreach (var (printed, origin) in byYear.Zip(estimate.Origins.Items[1..]))
            Closeness.Printed(printed, origin.StandardError!.Value);
        foreach (var (printed, step) in GenInsFactors.Zip(estimate.Pattern.Steps))
            Closeness.Printed(printed, step.Factor);
    }

    [Fact]
    public void A_log_linear_sigma_gives_the_errors_that_r_and_python_give_by_default()
    {
        var terms = new AverageTerms { Sigma = SigmaKind.LogLinear };

        Closeness.Printed("26880.74033", Project(PublicTriangles.Raa, terms).Errors!.Standard);
        Closeness.Printed("2441364.128", Project(PublicTriangles.GenIns, terms).Errors!.Standard);
    }

    [Fact]
    public void The_variance_of_a_single_ratio_is_where_a_decrease_leads_to()
    {
        var triangle = Triangle.Of([
            [100, 200, 300, 330, 335], [100, 240, 330, 364], [100, 180, 280, 306], [100, 220, 300], [100, 190], [100],
        ]);
        var steps = FactorSelection.Select(triangle, new AverageTerms()).Steps;

        Assert.True(steps[2].Variance > 0 && steps[2].Variance < steps[1].Variance);
        Closeness.Same(steps[2].Variance * steps[2].Variance / steps[1].Variance, steps[3].Variance);
    }

    [Theory]
    [InlineData(AverageKind.Volume, null, "52135.228")]
    [InlineData(AverageKind.Simple, null, "93643.031")]
    [InlineData(AverageKind.Regression, null, "43771.948")]
    [InlineData(AverageKind.Geometric, null, "65466.819")]
    [InlineData(AverageKind.Volume, 3, "55891.534")]
    [InlineData(AverageKind.Volume, 5, "61792.206")]
    public void Averages_of_raa_leave_what_is_published(AverageKind kind, int? last, string ibnr)
    {
        var terms = new AverageTerms { Kind = kind, Last = last };
        Closeness.Printed(ibnr, Project(PublicTriangles.Raa, terms).Ibnr);
    }

    [Fact]
    public void Raa_without_its_highest_and_lowest_ratios_leaves_52_449_76() => Closeness.Printed(
        "52449.760", Project(PublicTriangles.Raa, new AverageTerms { DropHigh = true, DropLow = true }).Ibnr);

    [Theory]
    [InlineData(TailKind.Exponential, "1.00943575", "54146.197")]
    [InlineData(TailKind.InversePower, "1.101482", "73763.323")]
    public void Tails_of_raa_are_what_is_published(TailKind kind, string factor, string ibnr)
    {
        var estimate = Project(PublicTriangles.Raa, new AverageTerms { Tail = new TailTerms(kind) });

        Closeness.Printed(factor, estimate.Pattern.Tail.Factor);
        Closeness.Printed(ibnr, estimate.Ibnr);
        Assert.True(estimate.Errors!.Standard > Project(PublicTriangles.Raa).Errors!.Standard);
    }

    [Fact]
    public void A_given_tail_multiplies_every_ultimate() => Closeness.Same(
        213_122.22826121017 * 1.05,
        Project(PublicTriangles.Raa, new AverageTerms { Tail = new TailTerms(TailKind.Given, 1.05) }).Ultimate);

    [Fact]
    public void An_excluded_ratio_does_not_count_and_a_chosen_factor_stands_in_place_of_the_average()
    {
        // The ratio of 1982 from the first age to the second is 40.4; without it 2.22 is the rest's.
        var terms = new AverageTerms { Excluded = [new RatioCell(1, 0)], Chosen = [new ChosenFactor(8, 1.02)] };
        var pattern = FactorSelection.Select(PublicTriangles.Raa, terms);

        var above = 8269.0 + 8992 + 11555 + 9565 + 6445 + 4020 + 6947 + 5395;
        var below = 5012.0 + 3410 + 5655 + 1092 + 1513 + 557 + 1351 + 3133;
        Closeness.Same(above / below, pattern.Steps[0].Factor);
        Assert.Equal(8, pattern.Steps[0].Ratios);
        Assert.False(pattern.Uses(1, 0));
        Assert.Equal(1.02, pattern.Steps[8].Factor);
    }

    private static ReserveEstimate Project(Triangle triangle, AverageTerms? terms = null) =>
        ChainLadder.Project(triangle, FactorSelection.Select(triangle, terms ?? new AverageTerms()));
}
