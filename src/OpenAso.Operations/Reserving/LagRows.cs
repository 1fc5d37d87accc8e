using System.Data.Common;
using Dapper;
using OpenAso.Kernel;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Reserving;

/// <summary>What services of a day came to on a later day.</summary>
/// <param name="Incurred">The first day of service.</param>
/// <param name="On">The day of receipt, or of the payment.</param>
/// <param name="Amount">What the plan pays; below zero for what was taken back.</param>
public readonly record struct LagAmount(DateOnly Incurred, DateOnly On, Money Amount);

/// <summary>Reads what decided claims came to, by the day of service and the day on which it was received or
/// paid.</summary>
/// <remarks>What a replacement or a void takes back counts on its own day, for the service it takes back.</remarks>
internal static class LagRows
{
    private const string ReceivedQuery =
        """
        select c.first_service, c.received, sum(case when c.payee_key is null then 0 else c.plan_paid end)
        from claim c
        where c.tenant = @tenant and c.employer = @employer and c.received <= @day and c.status not in (2, 3)
          and (@line is null or c.line_of_coverage = @line)
        group by 1, 2
        union all
        select o.first_service, c.received, -sum(c.taken_back)
        from claim c
        join claim o on o.tenant = c.tenant and o.employer = c.employer and o.claim = c.reverses
          and o.family = c.family
        where c.tenant = @tenant and c.employer = @employer and c.received <= @day and c.taken_back > 0
          and (@line is null or o.line_of_coverage = @line)
        group by 1, 2
        """;

    // An item pays what a version owes its payee, less what the version takes back from the same payee.
    private const string PaidQuery =
        """
        select c.first_service, p.day,
          sum(i.amount + case when i.payee_key = c.taken_back_from then c.taken_back else 0 end)
        from payment_item i
        join payment p on p.tenant = i.tenant and p.employer = i.employer and p.payment = i.payment
        join claim c on c.tenant = i.tenant and c.employer = i.employer and c.family = i.family and c.claim = i.claim
        where i.tenant = @tenant and i.employer = @employer and i.live = 1 and p.day <= @day
          and (@line is null or c.line_of_coverage = @line)
        group by 1, 2
        union all
        select o.first_service, p.day, -sum(c.taken_back)
        from payment_item i
        join payment p on p.tenant = i.tenant and p.employer = i.employer and p.payment = i.payment
        join claim c on c.tenant = i.tenant and c.employer = i.employer and c.family = i.family and c.claim = i.claim
        join claim o on o.tenant = c.tenant and o.employer = c.employer and o.claim = c.reverses
          and o.family = c.family
        where i.tenant = @tenant and i.employer = @employer and i.live = 1 and p.day <= @day
          and i.payee_key = c.taken_back_from and c.taken_back > 0
          and (@line is null or o.line_of_coverage = @line)
        group by 1, 2
        """;

    /// <summary>What came up to a day.</summary>
    /// <param name="connection">Open.</param>
    /// <param name="scope">Whose.</param>
    /// <param name="basis">By which day.</param>
    /// <param name="line">The line of coverage; null for all.</param>
    /// <param name="day">The last day.</param>
    public static IReadOnlyList<LagAmount> Read(
        DbConnection connection, EmployerScope scope, TriangleBasis basis, LineOfCoverage? line, DateOnly day) =>
        [.. connection.Query<(string Incurred, string On, long Amount)>(
                basis == TriangleBasis.Paid ? PaidQuery : ReceivedQuery,
                scope.Bound(new { day = Days.Text(day), line = (long?)line }))
            .Where(row => row.Amount != 0)
            .Select(row => new LagAmount(Days.Parse(row.Incurred), Days.Parse(row.On), new Money(row.Amount)))];
}
