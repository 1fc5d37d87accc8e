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
                new ReportColumn("claimant", IsFigure: false),
                .. amounts.NamesClaims ? [new ReportColumn("claim", IsFigure: false)] : (ReportColumn[])[],
                new ReportColumn("line", IsFigure: false), new ReportColumn("amount"),
            ],
            [.. amounts.Rows.Items.Select(row => RowOf(amounts, row))]).Summed("amount");
    }

    private static ReportRow RowOf(PaidAmounts amounts, PaidAmount row) => new(
    [
        new ReportCell.Day(row.Day), new ReportCell.Payment(row.Payment), new ReportCell.Text(row.Pseudonym),
        .. amounts.NamesClaims ? [new ReportCell.Claim(row.Claim)] : (ReportCell[])[],
        row.Line is { } line
            ? new ReportCell.Word(Documents.Words.Of(line.ToString()))
            : new ReportCell.Text(""),
        new ReportCell.Amount(row.Amount),
    ]);
}
