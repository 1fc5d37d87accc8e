using System.Data.Common;
using Dapper;
using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Operations.DisabilityClaims;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Reporting;

/// <summary>Reads what was paid for claims.</summary>
internal static class PaidRows
{
    /// <summary>By the month of the payment and line of coverage, disability with its tax, less what was taken back; a
    /// day at a time, in no order.</summary>
    public static IEnumerable<MonthAmount> Read(DbConnection connection, EmployerScope scope, DateRange days) =>
        connection.Query<(string Day, long? Line, long Amount)>(
            """
            select p.day, c.line_of_coverage, sum(i.amount) from payment_item i
            join payment p on p.tenant = i.tenant and p.employer = i.employer and p.payment = i.payment
            join claim c on c.tenant = i.tenant and c.employer = i.employer and c.claim = i.claim
              and c.family = i.family
            where i.tenant = @tenant and i.employer = @employer and i.live = 1 and i.amount <> 0 and p.day >= @first
              and p.day <= @day
            group by 1, 2
            """,
            scope.Bound(new { day = Days.Text(days.Last), first = Days.Text(days.First) }))
        .Select(row =>
            new MonthAmount(Month.Of(Days.Parse(row.Day)), (LineOfCoverage)(row.Line ?? 0), new Money(row.Amount)))
        .Concat(BookedBenefitRows.PaidOn(connection, scope, days)
            .Select(paid => new MonthAmount(Month.Of(paid.Day), paid.Line, paid.Amount)));
}
