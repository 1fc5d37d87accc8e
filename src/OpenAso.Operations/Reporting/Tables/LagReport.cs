using OpenAso.Actuarial.Reserving;
using OpenAso.Kernel;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Reserving;

namespace OpenAso.Operations.Reporting.Tables;

/// <summary>The lag reports: services by the month in which they were received, or paid, how complete each month is,
/// and what is still to come.</summary>
internal static class LagReport
{
    private const int Replicates = 499;

    public static ReportTable Of(
        BooksReserveUseCase reserves, EmployerTerms terms, DateOnly day, TriangleBasis basis)
    {
        var lag = reserves.Read(terms, new BooksLagQuestion { AsOf = day, Basis = basis }).Value;
        if (lag is null)
            return new ReportTable(NameOf(basis), day, [new ReportColumn("incurred", IsFigure: false)], []);
        return lag.Months < BooksReserveUseCase.FewestMonths
            || reserves.Estimate(terms, lag, new BooksReserveTerms()).Value is not { } reserve
            ? Of(lag, [], day)
            : Of(lag, reserve.Report.Estimate.Origins.Items, day) with
            {
                Facts = [.. FactsOf(reserve), .. RangeOf(reserves, terms, lag)],
            };
    }

    private static string NameOf(TriangleBasis basis) => basis == TriangleBasis.Paid ? "lag-paid" : "lag";

    private static ReportTable Of(BooksLag lag, IReadOnlyList<OriginReserve> origins, DateOnly day)
    {
        var table = lag.Triangle.Table;
        return new ReportTable(
            NameOf(lag.Triangle.Basis), day,
            [
                new ReportColumn("incurred", IsFigure: false),
                .. Enumerable.Range(0, table.Ages.Count).Select(age => new ReportColumn("age", age)),
                .. origins.Count > 0
                    ? [new ReportColumn("complete"), new ReportColumn("to-come")]
                    : (ReportColumn[])[],
            ],
            [
                .. table.Origins.Items.Select((origin, index) => new ReportRow(
                [
                    new ReportCell.Text(origin),
                    .. table.Amounts[index].Items.Select(amount => new ReportCell.Amount(
                        amount is { } known ? Money.Exactly(known) : null)),
                    .. index < origins.Count
                        ? [
                            new ReportCell.Share(Complete(origins[index].Latest, origins[index].Ultimate)),
                            new ReportCell.Amount(CostProjection.Whole(origins[index].Ibnr)),
                        ]
                        : (ReportCell[])[],
                ])),
            ]).Summed("age", "to-come");
    }

    // What is known to have come is no part of what has not: the two are told apart, whichever triangle it is.
    private static ReportFact[] FactsOf(BooksReserve reserve) =>
    [
        new("reported-pended", new ReportCell.Amount(reserve.Reported.Pended)),
        new("reported-decided", new ReportCell.Amount(reserve.Reported.Decided)),
        new("not-reported", new ReportCell.Amount(reserve.Statement.Ibnr)),
        new("stop-loss-credit", new ReportCell.Amount(reserve.Statement.StopLossCredit)),
        new("reserve-net", new ReportCell.Amount(reserve.Statement.Net)),
    ];

    // Of what the triangle says is still to come, by resampling it; nothing where that cannot be done.
    private static IEnumerable<ReportFact> RangeOf(BooksReserveUseCase reserves, EmployerTerms terms, BooksLag lag)
    {
        var method = new ReserveTerms { Method = ReserveMethod.Bootstrap, Iterations = Replicates };
        var sampled = reserves.Estimate(terms, lag, new BooksReserveTerms { Method = method }).Value;
        return (sampled?.Report.Estimate.Quantiles.Items ?? [])
            .Where(quantile => quantile.Probability is 0.5 or 0.75 or 0.95)
            .Select(quantile => new ReportFact(
                FormattableString.Invariant($"to-come-{quantile.Probability * 100:0}"),
                new ReportCell.Amount(CostProjection.Whole(quantile.Value))));
    }

    private static Percent Complete(double latest, double ultimate) =>
        ultimate > 0 ? new Percent((int)Math.Round(Math.Clamp(latest / ultimate, 0, 2) * 1_000_000)) : Percent.Whole;
}
