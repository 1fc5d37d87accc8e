using System.Data.Common;
using Dapper;
using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Operations.Paying;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Reporting.Tables;

/// <summary>The register of payments, newest first, with what was paid up to each.</summary>
internal static class PaymentReport
{
    public static ReportTable Of(DbConnection connection, EmployerScope scope, DateOnly day, bool withPayees)
    {
        var payments = connection.Query<(string Payment, long Run, string Day, string Payee, long Amount)>(
            """
            select payment, run, day, payee_key, amount from payment
            where tenant = @tenant and employer = @employer and day <= @day and amount > 0
            order by day, run, payment
            """, scope.Bound(new { day = Days.Text(day) })).ToList();
        var names = withPayees
            ? PayeeNames.OfPayments(
                connection, scope, payments.Select(one => (PayeeId.Parse(one.Payee), one.Payment)))
            : new Dictionary<PayeeId, string>();
        var sum = Money.Zero;
        var rows = payments.ConvertAll(row => new ReportRow(
        [
            new ReportCell.Payment(row.Payment), new ReportCell.Count(row.Run),
            new ReportCell.Day(Days.Parse(row.Day)),
            .. withPayees
                ? [
                    new ReportCell.Text(row.Payee),
                    new ReportCell.Text(names.GetValueOrDefault(PayeeId.Parse(row.Payee), "")),
                ]
                : (ReportCell[])[],
            new ReportCell.Amount(new Money(row.Amount)), new ReportCell.Amount(sum += new Money(row.Amount)),
        ])
        { Month = Month.Of(Days.Parse(row.Day)) });
        rows.Reverse();
        return new ReportTable(
            "payments", day,
            [
                new ReportColumn("payment", IsFigure: false), new ReportColumn("run"),
                new ReportColumn("day", IsFigure: false),
                .. withPayees
                    ? [new ReportColumn("payee", IsFigure: false), new ReportColumn("payee-name", IsFigure: false)]
                    : (ReportColumn[])[],
                new ReportColumn("amount"), new ReportColumn("paid-so-far"),
            ],
            [.. rows]);
    }
}
