using System.Globalization;
using OpenAso.Kernel;
using OpenAso.StopLoss;
using OpenAso.StopLoss.Positions;

namespace OpenAso.Edi.Csv;

/// <summary>Reads who was covered, for stop-loss: <c>month,line,tier,units</c>, a row for each month, line of coverage
/// and tier.</summary>
/// <remarks>Rows of the same month, line and tier are added up.</remarks>
public static class CensusFile
{
    private static readonly string[] Columns = ["month", "line", "tier", "units"];

    /// <summary>Reads one file.</summary>
    /// <param name="reader">The file's text.</param>
    /// <param name="file">Its name, for findings.</param>
    /// <returns>In the order of the file; a row that cannot be read is left out and named.</returns>
    public static Parsed<ValueList<CensusUnits>> Read(TextReader reader, string file)
    {
        List<CensusUnits> census = [];
        List<Finding> findings = [];
        CsvTable.Read(reader, file, Columns, findings, row =>
        {
            var units = new CensusUnits(MonthOf(row), Line(row), row.Required("tier"), Units(row));
            if (row.IsSound)
                census.Add(units);
        });
        return new Parsed<ValueList<CensusUnits>>(census.ToValueList(), findings.ToValueList());
    }

    /// <summary>The line of coverage of a row.</summary>
    internal static LineOfCoverage Line(CsvRow row) =>
        StopLossLines.Words.TryGetValue(row.Text("line").ToLowerInvariant(), out var line)
            ? line
            : row.Bad<LineOfCoverage>("line", $"one of {string.Join(", ", StopLossLines.Words.Keys.Order())}");

    private static Month MonthOf(CsvRow row) =>
        DateOnly.TryParseExact(
            row.Text("month") + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            ? Month.Of(first)
            : row.Bad<Month>("month", "a month such as 2026-01");

    private static int Units(CsvRow row) =>
        int.TryParse(
            row.Required("units"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var units)
            ? units
            : row.Bad<int>("units", "a whole number such as 120");
}
