namespace OpenAso.Operations.Reporting.Tables;

/// <summary>Reports of the stop-loss policy, by pseudonym.</summary>
internal static class StopLossReports
{
    /// <summary>The aggregate month by month; no rows where there is none.</summary>
    public static ReportTable Aggregate(EmployerPosition position) => new(
        "aggregate", position.AsOf,
        [
            new ReportColumn("month", IsFigure: false), new ReportColumn("attachment"),
            new ReportColumn("attachment-so-far"), new ReportColumn("eligible"), new ReportColumn("eligible-so-far"),
            new ReportColumn("accommodation"),
        ],
        [
            .. (position.StopLoss?.Aggregate?.Months ?? []).Items.Select(month => new ReportRow(
            [
                new ReportCell.OfMonth(month.Month), new ReportCell.Amount(month.Attachment),
                new ReportCell.Amount(month.CumulativeAttachment), new ReportCell.Amount(month.Eligible),
                new ReportCell.Amount(month.CumulativeEligible), new ReportCell.Amount(month.Accommodation),
            ])
            { Month = month.Month }),
        ]);

    /// <summary>Claimants who have used half of their deductible or more.</summary>
    public static ReportTable Specific(EmployerPosition position) => new(
        "specific", position.AsOf,
        [
            new ReportColumn("claimant", IsFigure: false), new ReportColumn("eligible"),
            new ReportColumn("deductible"), new ReportColumn("laser", IsFigure: false), new ReportColumn("used"),
            new ReportColumn("excess"),
        ],
        [
            .. (position.StopLoss?.Watched ?? []).Items.Select(member => new ReportRow(
            [
                new ReportCell.Text(member.Pseudonym), new ReportCell.Amount(member.Eligible),
                new ReportCell.Amount(member.Deductible),
                new ReportCell.Word(member.IsLasered ? "yes" : "no"), new ReportCell.Share(member.Used),
                new ReportCell.Amount(member.Excess),
            ])),
        ]);
}
