using OpenAso.Kernel;
using OpenAso.Operations.Reserving;

namespace OpenAso.Operations.Reporting.Tables;

/// <summary>The lag report: services by the month in which they were received, how complete each month is, and what is
/// still to come.</summary>
internal static class LagReport
{
    public static ReportTable Of(BooksLag? lag, BooksReserve? reserve, DateOnly day)
    {
        if (lag is null)
            return new ReportTable("lag", day, [new ReportColumn("incurred", IsFigure: false)], []);
        var table = lag.Triangle.Table;
        var origins = reserve?.Report.Estimate.Origins.Items.ToArray() ?? [];
        return new ReportTable(
            "lag", day,
            [
                new ReportColumn("incurred", IsFigure: false),
                .. Enumerable.Range(0, table.Ages.Count).Select(age => new ReportColumn("age", age)),
                .. origins.Length > 0
                    ? [new ReportColumn("complete"), new ReportColumn("to-come")]
                    : (ReportColumn[])[],
            ],
            [
                .. table.Origins.Items.Select((origin, index) => new ReportRow(
                [
                    new ReportCell.Text(origin),
                    .. table.Amounts[index].Items.Select(amount => new ReportCell.Amount(
                        amount is { } known ? Money.Exactly(known) : null)),
                    .. index < origins.Length
                        ? [
                            new ReportCell.Share(Complete(origins[index].Latest, origins[index].Ultimate)),
                            new ReportCell.Amount(CostProjection.Whole(origins[index].Ibnr)),
                        ]
                        : (ReportCell[])[],
                ])),
            ]);
    }

    private static Percent Complete(double latest, double ultimate) =>
        ultimate > 0 ? new Percent((int)Math.Round(Math.Clamp(latest / ultimate, 0, 2) * 1_000_000)) : Percent.Whole;
}
