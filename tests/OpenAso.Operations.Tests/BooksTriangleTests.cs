using OpenAso.Actuarial.Reserving;
using OpenAso.Edi.Csv;
using OpenAso.Kernel;
using OpenAso.Operations.Reserving;

namespace OpenAso.Operations.Tests;

public sealed class BooksTriangleTests
{
    private static readonly DateRange Quarter = new(new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31));

    [Fact]
    public void Each_amount_stands_at_its_service_and_its_age_and_what_nobody_knows_yet_is_blank_and_not_zero()
    {
        var triangle = Of(ReserveGrid.Month,
            Amount("2026-01-05", "2026-01-31", 10), Amount("2026-01-06", "2026-03-01", 7),
            Amount("2026-02-28", "2026-03-02", 5), Amount("2026-01-07", "2026-04-01", 99));

        Assert.Equal(["2026-01", "2026-02", "2026-03"], triangle.Table.Origins.Items);
        Assert.Equal([10m, 0m, 7m], triangle.Table.Amounts[0].Items);
        Assert.Equal([0m, 5m, null], triangle.Table.Amounts[1].Items);
        Assert.Equal([0m, null, null], triangle.Table.Amounts[2].Items);
        Assert.Equal([3m, 3m, 3m], triangle.Table.Exposure.Items);
    }

    [Fact]
    public void What_is_taken_back_lowers_its_own_service_at_the_age_of_the_taking_back()
    {
        var triangle = Of(ReserveGrid.Month,
            Amount("2026-01-05", "2026-01-31", 10), Amount("2026-01-05", "2026-02-10", -4));

        Assert.Equal([10m, -4m, 0m], triangle.Table.Amounts[0].Items);
    }

    [Fact]
    public void More_taken_back_than_came_is_said_and_gives_no_triangle()
    {
        var (triangle, findings) = BooksTriangle.Of(
            TriangleBasis.Paid, ReserveGrid.Month, Quarter, [Amount("2026-02-05", "2026-02-10", -4)], [3, 3, 3]);

        Assert.Null(triangle);
        Assert.Equal(BooksReserveCodes.BelowZero, Assert.Single(findings).Code);
        Assert.Contains("2026-02", findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Quarters_hold_their_months()
    {
        var (triangle, _) = BooksTriangle.Of(
            TriangleBasis.Paid, ReserveGrid.Quarter,
            new DateRange(new DateOnly(2026, 1, 1), new DateOnly(2026, 6, 30)),
            [Amount("2026-03-31", "2026-04-01", 8), Amount("2026-05-01", "2026-06-30", 2)], [9, 9]);

        Assert.Equal(["2026-Q1", "2026-Q2"], triangle!.Table.Origins.Items);
        Assert.Equal([0m, 8m], triangle.Table.Amounts[0].Items);
        Assert.Equal([2m, null], triangle.Table.Amounts[1].Items);
    }

    [Fact]
    public void What_is_written_is_read_again_as_the_same_triangle()
    {
        var table = Of(ReserveGrid.Month,
            Amount("2026-01-05", "2026-01-31", 10), Amount("2026-01-05", "2026-02-10", -4)).Table;

        var read = TriangleFile.Read(
            new StringReader(TriangleWriter.Write(table)), "written.csv", AmountKind.Incremental);

        Assert.Empty(read.Findings);
        Assert.Equal(table, read.Value);
    }

    private static BooksTriangle Of(ReserveGrid grid, params LagAmount[] amounts) =>
        BooksTriangle.Of(TriangleBasis.Paid, grid, Quarter, amounts, [3, 3, 3]).Value!;

    private static LagAmount Amount(string incurred, string on, int dollars) => new(
        DateOnly.ParseExact(incurred, "yyyy-MM-dd"), DateOnly.ParseExact(on, "yyyy-MM-dd"), Money.Of(dollars));
}
