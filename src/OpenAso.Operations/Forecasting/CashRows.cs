using System.Data.Common;
using Dapper;
using OpenAso.Decision.Forecasting;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Reserving;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Forecasting;

/// <summary>Reads what became of each decided claim in cash.</summary>
internal static class CashRows
{
    private const string Query =
        """
        select c.first_service, c.received, p.day, case when c.payee_key is null then 0 else c.plan_paid end, c.allowed
        from claim c
        left join payment_item i on i.tenant = c.tenant and i.employer = c.employer and i.family = c.family
          and i.claim = c.claim and i.payee_key = c.payee_key and i.live = 1
        left join payment p on p.tenant = i.tenant and p.employer = i.employer and p.payment = i.payment
        where c.tenant = @tenant and c.employer = @employer and c.received <= @day and c.status in (0, 1)
        union all
        select o.first_service, c.received, p.day, -c.taken_back, -o.allowed
        from claim c
        join claim o on o.tenant = c.tenant and o.employer = c.employer and o.claim = c.reverses
          and o.family = c.family
        left join payment_item i on i.tenant = c.tenant and i.employer = c.employer and i.family = c.family
          and i.claim = c.claim and i.payee_key = c.taken_back_from and i.live = 1
        left join payment p on p.tenant = i.tenant and p.employer = i.employer and p.payment = i.payment
        where c.tenant = @tenant and c.employer = @employer and c.received <= @day and c.taken_back > 0
        """;

    /// <summary>All of an employer's claims in cash up to a day, in whole weeks that end with it.</summary>
    public static CashHistory Read(DbConnection connection, EmployerTerms terms, DateOnly day)
    {
        var first = terms.Agreement.Effective.First;
        var weeks = Math.Max(0, (day.DayNumber - first.DayNumber + 1) / 7);
        var members = Enumerable.Range(0, weeks).Select(week =>
            (double)MemberMonths.On(connection, terms.Scope, null, day.AddDays(-7 * (weeks - 1 - week))));
        var claims = connection.Query<(string Incurred, string Received, string? Paid, long Amount, long Allowed)>(
                Query, terms.Scope.Bound(new { day = Days.Text(day) }))
            .Select(row => new ClaimCash(
                Days.Parse(row.Incurred), Days.Parse(row.Received),
                row.Paid is null ? null : Days.Parse(row.Paid), row.Amount / 100.0,
                row.Allowed / 100.0))
            // The same chance must meet the same claim, whatever order a database gives them in.
            .OrderBy(claim => (claim.Incurred, claim.Received, claim.Paid, claim.Amount, claim.Allowed));
        return CashHistory.Of(day, terms.Agreement.Year.Containing(first).First, members.ToList(), claims);
    }
}
