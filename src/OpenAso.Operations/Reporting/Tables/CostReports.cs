using OpenAso.Kernel;

namespace OpenAso.Operations.Reporting.Tables;

/// <summary>Reports of cost by month.</summary>
internal static class CostReports
{
    private static readonly LineOfCoverage[] Lines =
    [
        LineOfCoverage.Medical, LineOfCoverage.Pharmacy, LineOfCoverage.Dental, LineOfCoverage.Vision,
        LineOfCoverage.ShortTermDisability, LineOfCoverage.LongTermDisability,
    ];

    /// <summary>Claims, fixed cost and funding.</summary>
    public static ReportTable Monthly(ValueList<MonthlyCost> months, DateOnly day)
    {
        var left = Money.Zero;
        return new ReportTable(
            "monthly", day,
            [
                new ReportColumn("month", IsFigure: false), new ReportColumn("employees"), new ReportColumn("members"),
                .. Lines.Select(line => new ReportColumn(Documents.Words.Of(line.ToString()))),
                new ReportColumn("claims"), new ReportColumn("fees"), new ReportColumn("premium"),
                new ReportColumn("reimbursed"), new ReportColumn("net"), new ReportColumn("per-employee"),
                new ReportColumn("budget"), new ReportColumn("left"), new ReportColumn("left-so-far"),
                new ReportColumn("called"),
            ],
            [
                .. months.Items.Select(month => new ReportRow(
                [
                    new ReportCell.OfMonth(month.Month), new ReportCell.Count(month.Employees),
                    new ReportCell.Count(month.Members),
                    .. Lines.Select(line => new ReportCell.Amount(month.PaidFor(line))),
                    new ReportCell.Amount(month.ClaimsPaid), new ReportCell.Amount(month.Fees),
                    new ReportCell.Amount(month.Premium), new ReportCell.Amount(month.Reimbursed),
                    new ReportCell.Amount(month.Net),
                    new ReportCell.Amount(month.Employees > 0
                        ? month.Net.Ratio(1, month.Employees, Rounding.HalfUp) : null),
                    new ReportCell.Amount(month.Budget), new ReportCell.Amount(month.Left),
                    new ReportCell.Amount(left += month.Left), new ReportCell.Amount(month.Called),
                ])
                { Month = month.Month }),
            ]).Summed(
                [.. Lines.Select(line => Documents.Words.Of(line.ToString())), "claims", "fees", "premium",
                    "reimbursed", "net", "budget", "left", "called"]);
    }

    /// <summary>Cumulative cost so far, and how it may go on.</summary>
    public static ReportTable Projection(CostView view)
    {
        var (projection, known) = (view.Projection, view.Projection.Cost.Count);
        return new ReportTable(
            "projection", view.Position.AsOf,
            [
                new ReportColumn("month", IsFigure: false), new ReportColumn("cost"),
                .. projection.Lines.Items.Select(
                    line => new ReportColumn("not-above", (int)Math.Round(line.Probability * 100))),
                new ReportColumn("budget"), new ReportColumn("maximum"),
            ],
            [
                .. projection.Months.Items.Select((month, index) => new ReportRow(
                [
                    new ReportCell.OfMonth(month),
                    new ReportCell.Amount(index < known ? projection.Cost[index] : null),
                    .. projection.Lines.Items.Select(line =>
                        new ReportCell.Amount(index >= known ? line.Amounts[index - known] : null)),
                    new ReportCell.Amount(projection.Budget[index]), new ReportCell.Amount(projection.Maximum),
                ])),
            ]);
    }
}
