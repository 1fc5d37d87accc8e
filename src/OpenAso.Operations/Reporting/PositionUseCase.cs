using System.Data.Common;
using Dapper;
using OpenAso.Claims;
using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Ledger;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Paying;
using OpenAso.Operations.Reserving;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Reporting;

/// <summary>Shows an employer where its plan stands.</summary>
/// <param name="books">Open for reading at least.</param>
public sealed class PositionUseCase(Books books)
{
    private const int Costliest = 10;

    /// <summary>The position at the end of a day.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="asOf">The day; null for the last day on which anything was received or paid, and the fund as its
    /// ledger stands now.</param>
    public EmployerPosition Show(EmployerTerms terms, DateOnly? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return books.Database.Read(connection =>
            Show(connection, terms, asOf ?? DayOf(connection, terms), asOf));
    }

    /// <summary>The last day on which anything was received or paid; the first of the agreement where nothing
    /// was.</summary>
    internal static DateOnly DayOf(DbConnection connection, EmployerTerms terms) =>
        LastDay(connection, terms.Scope) ?? terms.Agreement.Effective.First;

    private static EmployerPosition Show(
        DbConnection connection, EmployerTerms terms, DateOnly day, DateOnly? fundAsOf)
    {
        var budget = BudgetOf(connection, terms, day);
        var bills = FeeRows.Read(connection, terms.Scope, terms.Agreement)
            .Where(bill => bill.Month.First <= day && bill.Month.First >= terms.Agreement.Year.Containing(day).First)
            .ToList();
        var fees = bills.Select(bill => bill.Total).Total();
        var stopLoss = StopLossReading.Of(connection, terms, day);
        return new EmployerPosition
        {
            Employer = terms.NameOn(day),
            AsOf = day,
            Lives = Lives(connection, terms.Scope, day),
            Claims = Claims(connection, terms.Scope, day),
            Money = Money(connection, terms.Scope, day),
            Budget = budget,
            Costliest = CostliestMembers(connection, terms.Scope, day),
            FeesBilled = fees,
            StopLoss = stopLoss?.Summary,
            Outlook = StopLossReading.Outlook(connection, terms, day, stopLoss?.Policy, stopLoss?.Position),
            Reserve = ReservePosition.Of(connection, terms, day),
            Disability = DisabilityLinePosition.Of(connection, terms, day),
            Fund = FundPosition.Of(FundHistory.Read(connection, terms.Scope, fundAsOf)),
            FundAsOf = fundAsOf,
            Surplus = new SurplusPosition(
                budget.Expected, fees, budget.Paid, fees, OpenAso.Kernel.Money.Zero,
                terms.Agreement.PayingOnOrLast(day).Surplus.Use),
        };
    }

    private static DateOnly? LastDay(DbConnection connection, EmployerScope scope)
    {
        var last = connection.ExecuteScalar<string?>(
            """
            select max(day) from (
              select max(received) as day from claim where tenant = @tenant and employer = @employer
              union all select max(day) from payment_run where tenant = @tenant and employer = @employer) as days
            """,
            ParametersOf(scope, default));
        return last is null ? null : Days.Parse(last);
    }

    private static ValueList<EnrolledLives> Lives(
        DbConnection connection, EmployerScope scope, DateOnly day) => connection
        .Query<(long Line, long Employees, long Members)>(
            """
            select line, sum(case when person = 1 then 1 else 0 end), count(*) from coverage
            where tenant = @tenant and employer = @employer and first_day <= @day and last_day >= @day
            group by line order by line
            """, ParametersOf(scope, day))
        .Select(row =>
            new EnrolledLives((LineOfCoverage)row.Line, checked((int)row.Employees), checked((int)row.Members)))
        .ToValueList();

    private static ClaimCounts Claims(DbConnection connection, EmployerScope scope, DateOnly day)
    {
        var rows = connection.Query<(long Status, long Reversed, long Reasons, long Count)>(
            """
            select status, case when reversed_by is null then 0 else 1 end, pend_reasons, count(*) from claim
            where tenant = @tenant and employer = @employer and received <= @day
              and not exists (select 1 from pend_work w where w.tenant = claim.tenant and w.employer = claim.employer
                and w.family = claim.family and w.claim = claim.claim and w.decided <> '')
            group by 1, 2, 3
            """, ParametersOf(scope, day)).ToList();
        var rejected = checked((int)connection.ExecuteScalar<long>(
            "select count(*) from rejection where tenant = @tenant and employer = @employer and received <= @day",
            ParametersOf(scope, day)));
        var pended = rows.Where(row => (ClaimStatus)row.Status == ClaimStatus.Pended && row.Reversed == 0).ToList();
        var reasons = Enum.GetValues<PendReasons>()
            .Where(reason => reason != PendReasons.None)
            .Select(reason => (reason, Count: Sum(pended.Where(row => ((PendReasons)row.Reasons & reason) != 0))))
            .Where(pair => pair.Count > 0)
            .OrderByDescending(pair => pair.Count)
            .ToValueList();
        return new ClaimCounts(
            Sum(rows) + rejected, Count(ClaimStatus.Payable), Count(ClaimStatus.Denied), Count(ClaimStatus.Pended),
            Sum(rows.Where(row => (ClaimStatus)row.Status == ClaimStatus.Void || row.Reversed == 1)), rejected,
            reasons);

        int Count(ClaimStatus status) =>
            Sum(rows.Where(row => (ClaimStatus)row.Status == status && row.Reversed == 0));

        static int Sum(IEnumerable<(long Status, long Reversed, long Reasons, long Count)> counted) =>
            checked((int)counted.Sum(row => row.Count));
    }

    private static ClaimMoney Money(DbConnection connection, EmployerScope scope, DateOnly day)
    {
        var (billed, allowed, paid, owes) = connection.QuerySingle<(long, long, long, long)>(
            """
            select coalesce(sum(billed), 0), coalesce(sum(allowed), 0), coalesce(sum(plan_paid), 0),
              coalesce(sum(member_owes), 0) from claim
            where tenant = @tenant and employer = @employer and received <= @day and status in (0, 1)
              and reversed_by is null
            """, ParametersOf(scope, day));
        return new ClaimMoney(new Money(billed), new Money(allowed), new Money(paid), new Money(owes));
    }

    private static BudgetByMonth BudgetOf(DbConnection connection, EmployerTerms terms, DateOnly day)
    {
        List<MonthAmount> expected = [];
        var year = terms.Agreement.Year.Containing(day);
        for (var month = Month.Of(year.First); month <= Month.Of(day); month = month.Next)
        {
            var census = CensusRows.Count(connection, terms, month);
            if (census.Count > 0)
                expected.AddRange(OpenAso.Funding.Budget.Claims(terms.Agreement, month, census));
        }
        var paid = PaidRows.Read(connection, terms.Scope, new DateRange(year.First, day));
        return BudgetByMonth.Of(expected, paid);
    }

    private static ValueList<MemberCost> CostliestMembers(
        DbConnection connection, EmployerScope scope, DateOnly day) => connection
        .Query<(string Family, long Person, long Claims, long Paid)>(
            """
            select family, person, count(*), sum(plan_paid) from claim
            where tenant = @tenant and employer = @employer and received <= @day and status = 0 and reversed_by is null
              and plan_paid > 0
            group by family, person order by 4 desc, family, person limit @limit
            """,
            scope.Bound(new { day = Days.Text(day), limit = Costliest }))
        .Select(row =>
            new MemberCost(Pseudonyms.Of(scope, row.Family, row.Person), checked((int)row.Claims), new Money(row.Paid)))
        .ToValueList();

    private static DynamicParameters ParametersOf(EmployerScope scope, DateOnly day) =>
        scope.Bound(new { day = Days.Text(day) });
}
