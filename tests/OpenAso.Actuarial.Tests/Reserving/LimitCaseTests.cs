using OpenAso.Actuarial.Reserving;
using OpenAso.Kernel;

namespace OpenAso.Actuarial.Tests.Reserving;

public sealed class LimitCaseTests
{
    [Fact]
    public void One_row_develops_by_itself_and_says_that_its_errors_are_none()
    {
        var estimate = Estimate(Triangle.Of([[100, 150, 175]]), ReserveMethod.ChainLadder);

        Assert.Equal(0, estimate.Ibnr);
        Assert.Equal([1.5, 175 / 150.0], estimate.Pattern.Steps.Items.Select(step => step.Factor));
        Assert.Equal(0, estimate.Errors!.Standard);
        Assert.Contains(estimate.Diagnostics, one => one.Code == ReserveCodes.NoDeviation);
    }

    [Fact]
    public void One_column_does_not_develop_but_for_a_tail()
    {
        var triangle = Triangle.Of([[100], [120]]);

        var estimate = Estimate(triangle, ReserveMethod.ChainLadder);
        Assert.Equal(0, estimate.Ibnr);
        Assert.Contains(estimate.Diagnostics, one => one.Code == ReserveCodes.OneAge);

        var tail = ReserveCalculation.Estimate(triangle, new ReserveTerms
        {
            Method = ReserveMethod.ChainLadder,
            Average = new AverageTerms { Tail = new TailTerms(TailKind.Given, 1.1) },
        }).Value!;
        Closeness.Same(22, tail.Ibnr);
        Assert.Contains(tail.Diagnostics, one => one.Code == ReserveCodes.TailCertain);
    }

    [Fact]
    public void A_zero_is_an_amount_and_a_blank_is_not_known()
    {
        var known = Triangle.Of(Table([[10m, 0m, 5m], [20m, 10m, null]]), AmountKind.Incremental);

        Assert.Equal(3, known.Known(0));
        Assert.Equal(2, known.Known(1));
        Assert.Equal(0, known.Increment(0, 1));
        Assert.Equal(40.0 / 30, FactorSelection.Select(known, new AverageTerms()).Steps[0].Factor);
    }

    [Fact]
    public void A_last_diagonal_that_is_known_in_part_is_taken_as_far_as_it_goes()
    {
        // The second origin has not been valued this month.
        var triangle = Triangle.Of([[100, 200, 220], [110], [90, 170], [120]]);
        var pattern = FactorSelection.Select(triangle, new AverageTerms { Last = 2 });

        Closeness.Same(370.0 / 190, pattern.Steps[0].Factor);
        Closeness.Same(110 * 370.0 / 190 * 1.1, ChainLadder.Project(triangle, pattern).Origins[1].Ultimate);
    }

    [Fact]
    public void More_ages_than_origins_have_variances_led_on_one_after_another()
    {
        // Two years by quarter: after the fourth quarter one ratio alone is known.
        var triangle = Triangle.Of([[10, 20, 25, 28, 30, 31, 31.5, 31.6], [12, 22, 29, 31]]);

        var estimate = Estimate(triangle, ReserveMethod.ChainLadder);

        Numbers.AreFinite(estimate);
        Assert.True(estimate.Errors!.Standard > 0);
        Assert.Contains(estimate.Diagnostics, one => one.Code == ReserveCodes.OneRatio);
    }

    [Fact]
    public void An_origin_without_any_amount_yet_has_a_reserve_by_exposure_alone()
    {
        var triangle = Triangle.Of([[100, 200], [0]]);

        Assert.Equal(0, Estimate(triangle, ReserveMethod.ChainLadder).Ibnr);
        var capeCod = Estimate(triangle, ReserveMethod.CapeCod);
        // 200 came for the exposure of one and a half units.
        Closeness.Same(0.5 * 200 / 1.5, capeCod.Ibnr);
        Assert.Contains(capeCod.Diagnostics, one => one.Code == ReserveCodes.NothingYet);
    }

    [Fact]
    public void A_curve_of_the_tail_that_does_not_end_asks_for_a_given_tail()
    {
        // Each age doubles or nearly so, without an end in sight.
        var triangle = Triangle.Of(
            [[1, 2.001, 4.001, 8, 15.99], [1, 2.001, 4.001, 8], [1, 2.001, 4.001], [1, 2.001], [1]]);
        var terms = new ReserveTerms
        {
            Method = ReserveMethod.ChainLadder,
            Average = new AverageTerms { Tail = new TailTerms(TailKind.Exponential) },
        };

        var (estimate, findings) = ReserveCalculation.Estimate(triangle, terms);

        Assert.Null(estimate);
        Assert.Equal(ReserveCodes.EndlessTail, Assert.Single(findings).Code);
        var given = terms with { Average = new AverageTerms { Tail = new TailTerms(TailKind.Given, 2) } };
        Assert.NotNull(ReserveCalculation.Estimate(triangle, given).Value);
    }

    [Theory]
    [InlineData("trend", -1.5, "above -1")]
    [InlineData("trend", double.NaN, "above -1")]
    [InlineData("decay", 1.5, "from 0 to 1")]
    [InlineData("apriori", -0.1, "not below zero")]
    [InlineData("iterations", 0, "iterations")]
    [InlineData("last", 0, "at least the last one")]
    [InlineData("tail", 0, "above zero")]
    [InlineData("tail", double.PositiveInfinity, "above zero")]
    [InlineData("youngest", 2, "older ones must remain")]
    public void A_term_out_of_range_is_said(string term, double value, string words)
    {
        var terms = new ReserveTerms { Exposure = [1, 1] };
        terms = term switch
        {
            "trend" => terms with { Trend = value },
            "decay" => terms with { Decay = value },
            "apriori" => terms with { APriori = value },
            "iterations" => terms with { Iterations = (int)value },
            "last" => terms with { Average = new AverageTerms { Last = (int)value } },
            "tail" => terms with { Average = new AverageTerms { Tail = new TailTerms(TailKind.Given, value) } },
            _ => terms with { Method = ReserveMethod.Completion, YoungestByCost = (int)value },
        };
        var (estimate, findings) = ReserveCalculation.Estimate(Triangle.Of([[1, 2], [1]]), terms);

        Assert.Null(estimate);
        Assert.Contains(words, Assert.Single(findings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new double[0], "there is none")]
    [InlineData(new double[] { 1 }, "1 origins")]
    [InlineData(new double[] { 0, 0 }, "zero in sum")]
    [InlineData(new double[] { 2, -1 }, "below zero")]
    public void Exposure_that_is_missing_or_does_not_fit_is_said(double[] exposure, string words)
    {
        var (estimate, findings) = ReserveCalculation.Estimate(
            Triangle.Of([[1, 2], [1]]), new ReserveTerms { Exposure = [.. exposure] });

        Assert.Null(estimate);
        Assert.Contains(words, Assert.Single(findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Amounts_that_fall_and_fall_look_incremental_and_a_hole_is_no_triangle()
    {
        var estimate = Estimate(Triangle.Of([[100, 50, 20], [90, 40], [80]]), ReserveMethod.ChainLadder);
        Assert.Contains(estimate.Diagnostics, one => one.Code == ReserveCodes.LooksIncremental);

        Assert.Throws<ArgumentException>(() => Triangle.Of(Table([[1m, null, 2m]]), AmountKind.Cumulative));
        Assert.Throws<ArgumentException>(() => Triangle.Of(Table([[null, null, null]]), AmountKind.Cumulative));
        Assert.Throws<ArgumentException>(() => Triangle.Of(Table([[1m, -2m, 2m]]), AmountKind.Incremental));
        Assert.Throws<ArgumentException>(() => Triangle.Of([[double.NaN]]));
    }

    private static TriangleTable Table(decimal?[][] rows) => new(
        Enumerable.Range(1, rows.Length).Select(number => $"o{number}").ToValueList(), ["1", "2", "3"],
        rows.Select(row => row.ToValueList()).ToValueList(), []);

    private static ReserveEstimate Estimate(Triangle triangle, ReserveMethod method) =>
        ReserveCalculation.Estimate(triangle, new ReserveTerms
        {
            Method = method,
            Exposure = [.. Enumerable.Repeat(1.0, triangle.Origins.Count)],
        }).Value!;
}
