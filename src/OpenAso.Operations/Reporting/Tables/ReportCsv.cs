using OpenAso.Kernel;
using OpenAso.StopLoss.Filings;

namespace OpenAso.Operations.Reporting.Tables;

/// <summary>Writes a report as CSV: what it is and was filtered by, a blank line, and all rows; behind them, after a
/// blank line, what is known of it as a whole.</summary>
public static class ReportCsv
{
    /// <summary>The file.</summary>
    /// <param name="report">The report.</param>
    /// <param name="employer">Whose.</param>
    public static string Of(ReportTable report, EmployerId employer)
    {
        ArgumentNullException.ThrowIfNull(report);
        var head = new CsvText("report", "employer", "as-of");
        head.Text(report.Name).Text(employer.Value).Day(report.AsOf).EndRow();
        var table = new CsvText([.. report.Columns.Items.Select(
            column => column.Number is { } number ? $"{column.Key}-{number}" : column.Key)]);
        foreach (var row in report.Rows)
        {
            foreach (var cell in row.Cells)
                Write(table, cell);
            table.EndRow();
        }
        return report.Facts.Count == 0 ? $"{head}\n{table}" : $"{head}\n{table}\n{Facts(report)}";
    }

    private static CsvText Facts(ReportTable report)
    {
        var facts = new CsvText("fact", "value");
        foreach (var fact in report.Facts)
            Write(facts.Text(fact.Key), fact.Cell).EndRow();
        return facts;
    }

    private static CsvText Write(CsvText table, ReportCell cell) => cell switch
    {
        ReportCell.Amount amount => table.Amount(amount.Value),
        ReportCell.Count count => table.Number(count.Value),
        ReportCell.Share share => table.Text(share.Value.ToString()),
        ReportCell.Day day => table.Day(day.Value),
        ReportCell.OfMonth month => table.Text(month.Value.ToString()),
        ReportCell.Text text => table.Text(text.Value),
        ReportCell.Payment payment => table.Text(payment.Value),
        ReportCell.Claim claim => table.Text(claim.Value),
        ReportCell.Word word => table.Text(word.Key),
        _ => throw new ArgumentOutOfRangeException(nameof(cell), cell, "No kind of cell."),
    };
}
