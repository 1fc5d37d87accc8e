using OpenAso.Actuarial.Reserving;
using OpenAso.Edi.Csv;
using OpenAso.Kernel;

namespace OpenAso.Edi.Tests;

public class TriangleFileTests
{
    [Fact]
    public void The_first_column_names_the_origin_and_every_other_an_age_but_for_the_exposure()
    {
        var read = Read(" ,1,\"2\",member_months,3\n\"2024\",10,25.5,100,30\n2025,0,-1e1,110,\n2026,1.25,,120.5,\n");

        Assert.Contains(read.Findings, finding => finding.Code == TriangleCodes.CumulativeBelowZero);
        read = Read(" ,1,\"2\",member_months,3\n\"2024\",10,25.5,100,30\n2025,0,1e1,110,\n\n2026,1.25,,120.5,\n");
        Assert.Empty(read.Findings);
        var table = read.Value!;
        Assert.Equal(["2024", "2025", "2026"], table.Origins);
        Assert.Equal(["1", "2", "3"], table.Ages);
        Assert.Equal([100, 110, 120.5m], table.Exposure);
        Assert.Equal([10, 25.5m, 30], table.Amounts[0]);
        Assert.Equal([0, 10, null], table.Amounts[1]);
        Assert.Equal([1.25m, null, null], table.Amounts[2]);
    }

    [Theory]
    [InlineData("", CsvCodes.NoRows, 0, 0, "is empty")]
    [InlineData("o,1,2\n", CsvCodes.NoRows, 0, 0, "no rows")]
    [InlineData("o;1;2\n2024;3;4\n", TriangleCodes.AgesMissing, 1, 1, "commas between")]
    [InlineData("o,1,,2\n2024,1,2,3\n", TriangleCodes.AgesMissing, 1, 3, "Column 3 has no name")]
    [InlineData("o,1,1\n2024,1,2\n", CsvCodes.ColumnRepeated, 1, 3, "'1' is named twice")]
    [InlineData("o,2,1\n2024,1,2\n", TriangleCodes.OutOfOrder, 1, 3, "from the youngest")]
    [InlineData("o,1,2,3\n2024,1,,3\n", TriangleCodes.Hole, 2, 3, "Age '2' is blank")]
    [InlineData("o,1,2,3\n2024,,2,3\n", TriangleCodes.Hole, 2, 2, "Age '1' is blank")]
    [InlineData("o,1,2\n\n2024,1,2\n2025,-1,\n", TriangleCodes.CumulativeBelowZero, 4, 2, "comes to -1, below zero")]
    [InlineData("o,1,2\n2024,,\n", CsvCodes.Empty, 2, 2, "no amount")]
    [InlineData("o,1,2\n,1,2\n", CsvCodes.Empty, 2, 1, "origin is empty")]
    [InlineData("o,1,2\n2024,1,2\n2024,1,\n", TriangleCodes.OriginRepeated, 3, 1, "stands twice")]
    [InlineData("o,1,2\n2025,1,2\n2024,1,\n", TriangleCodes.OutOfOrder, 3, 1, "does not come after '2025'")]
    [InlineData("o,1,2\n2024,1,x\n", CsvCodes.BadValue, 2, 3, "The amount is 'x'")]
    [InlineData("o,1,2\n2024,NaN,2\n", CsvCodes.BadValue, 2, 2, "'NaN'")]
    [InlineData("o,1,2\n2024,1,\"1,234\"\n", CsvCodes.BadValue, 2, 3, "without thousands separators")]
    [InlineData("o,1,2\n2024,1,1e99\n", CsvCodes.BadValue, 2, 3, "15 digits")]
    [InlineData("o,1,2\n2024,1,2,3\n", CsvCodes.TooManyValues, 2, 0, "has 4 values")]
    [InlineData("o,member_months,1\n2024,,1\n", CsvCodes.Empty, 2, 2, "for every origin")]
    [InlineData("o,member_months,1\n2024,-5,1\n", CsvCodes.BadValue, 2, 2, "not below zero")]
    [InlineData("o,1,2\n\"2024,1,2\n", CsvCodes.NotCsv, 0, 0, "quote")]
    public void What_is_wrong_is_named_with_its_line_and_column_and_nothing_is_taken(
        string text, string code, int line, int column, string words)
    {
        var read = Read(text);

        Assert.Null(read.Value);
        var finding = Assert.Single(read.Findings);
        Assert.Equal((code, "t.csv", line, column),
            (finding.Code, finding.Place.File, finding.Place.Line, finding.Place.Column));
        Assert.Contains(words, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_increment_may_be_below_zero_but_not_what_it_adds_up_to()
    {
        const string text = "o,1,2\n2024,5,-4\n2025,5,-6\n";

        var finding = Assert.Single(Read(text, AmountKind.Incremental).Findings);
        Assert.Equal((3, 3), (finding.Place.Line, finding.Place.Column));
        Assert.Equal(2, Read(text).Findings.Count);
    }

    [Theory]
    [InlineData("origin,exposure\n2025,20\n2024,10.5\n2023,9\n", null, "")]
    [InlineData("origin,exposure\n2024,10\n", CsvCodes.Empty, "no exposure for 2025")]
    [InlineData("origin,exposure\n2024,10\n2025,x\n", CsvCodes.BadValue, "not below zero")]
    [InlineData("origin,exposure\n2024,10\n2025,-1\n", CsvCodes.BadValue, "not below zero")]
    [InlineData("origin,exposure\n2024,10\n2025,1\n2025,2\n", TriangleCodes.OriginRepeated, "twice")]
    [InlineData("", CsvCodes.NoRows, "empty")]
    public void Exposure_is_given_for_each_origin_in_any_order(string text, string? code, string words)
    {
        var read = ExposureFile.Read(new StringReader(text), "e.csv", ["2024", "2025"]);

        if (code is null)
        {
            Assert.Equal([10.5m, 20], read.Value!.Value);
            return;
        }
        Assert.Null(read.Value);
        Assert.Equal(code, read.Findings[0].Code);
        Assert.Contains(read.Findings, finding => finding.Message.Contains(words, StringComparison.Ordinal));
    }

    private static Parsed<TriangleTable?> Read(string text, AmountKind kind = AmountKind.Cumulative) =>
        TriangleFile.Read(new StringReader(text), "t.csv", kind);
}
