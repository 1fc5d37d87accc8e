using System.Data.Common;
using Dapper;
using OpenAso.Kernel;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Reporting.Tables;

/// <summary>The register of payments, newest first, with what was paid up to each.</summary>
internal static class PaymentReport
{
    public static ReportTable Of(DbConnection connection, EmployerScope scope, DateOnly day, bool withPayees)
    {
        var sum = Money.Zero;
        var rows = connection.Query<(string Payment, long Run, string Day, string Payee, long Amount)>(
            """
            select payment, run, day, payee_key, amount from payment
            where tenant = @tenant and employer = @employer and day <= @day and amount > 0
            order by day, run, payment
            """, scope.Bound(new { day = Days.Text(day) }))
            .Select(row => new ReportRow(
            [
                new ReportCell.Text(row.Payment), new ReportCell.Count(row.Run),
                new ReportCell.Day(Days.Parse(row.Day)),
                .. withPayees ? [new ReportCell.Text(row.Payee)] : (ReportCell[])[],
                new ReportCell.Amount(new Money(row.Amount)), new ReportCell.Amount(sum += new Money(row.Amount)),
            ])
            { Month = Month.Of(Days.Parse(row.Day)) }).ToList();
        rows.Reverse();
        return new ReportTable(
            "payments", day,
            [
                new ReportColumn("payment", IsFigure: false), new ReportColumn("run"),
                new ReportColumn("day", IsFigure: false),
                .. withPayees ? [new ReportColumn("payee", IsFigure: false)] : (ReportColumn[])[],
                new ReportColumn("amount"), new ReportColumn("paid-so-far"),
            ],
            [.. rows]);
    }
}
