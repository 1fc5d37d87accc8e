namespace OpenAso.Operations.Reporting.Tables;

/// <summary>What a month's claims cost is made of, as a table.</summary>
public static class AmountsReport
{
    /// <summary>The table.</summary>
    /// <param name="amounts">The parts; none where the people are too few.</param>
    public static ReportTable Of(PaidAmounts amounts)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        return new ReportTable(
            "amounts", amounts.Month.Last,
            [
                new ReportColumn("day", IsFigure: false), new ReportColumn("payment", IsFigure: false),
                new ReportColumn("claimant", IsFigure: false), new ReportColumn("line", IsFigure: false),
                new ReportColumn("amount"),
            ],
            [
                .. amounts.Rows.Items.Select(row => new ReportRow(
                [
                    new ReportCell.Day(row.Day), new ReportCell.Text(row.Payment), new ReportCell.Text(row.Pseudonym),
                    row.Line is { } line
                        ? new ReportCell.Word(Documents.Words.Of(line.ToString()))
                        : new ReportCell.Text(""),
                    new ReportCell.Amount(row.Amount),
                ])),
            ]);
    }
}
