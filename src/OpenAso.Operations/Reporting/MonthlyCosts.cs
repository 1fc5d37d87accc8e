using System.Data.Common;
using Dapper;
using OpenAso.Kernel;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Insuring;
using OpenAso.Operations.Paying;
using OpenAso.Operations.Reserving;
using OpenAso.Operations.Storing;
using OpenAso.StopLoss.Filings;

namespace OpenAso.Operations.Reporting;

/// <summary>Reads what the plan cost month by month.</summary>
internal static class MonthlyCosts
{
    private const int MostMonths = 24;

    /// <summary>The months of the agreement up to a day, the last of them as far as it goes; the newest 24.</summary>
    public static ValueList<MonthlyCost> Read(DbConnection connection, EmployerTerms terms, DateOnly day)
    {
        var earliest = Month.Of(day.AddMonths(1 - MostMonths));
        var first = Month.Of(terms.Agreement.Effective.First);
        var days = new DateRange((first > earliest ? first : earliest).First, day);
        var paid = PaidRows.Read(connection, terms.Scope, days).ToLookup(amount => amount.Month);
        var fees = FeeRows.Read(connection, terms.Scope, terms.Agreement)
            .ToDictionary(bill => bill.Month, bill => bill.Total);
        var premium = terms.Policies.Items.SelectMany(policy => PremiumRows.Billed(connection, terms.Scope, policy))
            .ToLookup(bill => bill.Key, bill => bill.Value);
        var reimbursed = Reimbursed(connection, terms.Scope, day).ToLookup(one => one.Month, one => one.Amount);
        var called = Called(connection, terms.Scope, day).ToLookup(one => one.Month, one => one.Amount);
        List<MonthlyCost> months = [];
        for (var month = Month.Of(days.First); month <= Month.Of(day); month = month.Next)
        {
            var cost = new MonthlyCost(
                month, CensusRows.Employees(connection, terms.Scope, month),
                MemberMonths.On(connection, terms.Scope, null, month.First))
            {
                Paid = [.. paid[month].GroupBy(amount => amount.Line).OrderBy(line => line.Key)
                    .Select(line => line.First() with { Amount = line.Total(amount => amount.Amount) })],
                Fees = fees.GetValueOrDefault(month),
                Premium = premium[month].Total(),
                Reimbursed = reimbursed[month].Total(),
                Called = called[month].Total(),
            };
            months.Add(cost with { Budget = Claims(connection, terms, month) + cost.Fixed });
        }
        return [.. months];
    }

    private static Money Claims(DbConnection connection, EmployerTerms terms, Month month) =>
        CensusRows.Count(connection, terms, month) is { Count: > 0 } census
            ? OpenAso.Funding.Budget.Claims(terms.Agreement, month, census).Total(amount => amount.Amount)
            : Money.Zero;

    private static IEnumerable<(Month Month, Money Amount)> Reimbursed(
        DbConnection connection, EmployerScope scope, DateOnly day) =>
        FilingRows.Read(connection, scope).SelectMany(filing => filing.Recovery.Steps.Items)
            .Where(step => step.State == RecoveryState.Received).Select(step => (step.On, step.Amount))
            .Concat(RepaymentRows.Read(connection, scope)
                .Select(kept => (kept.Repayment.On, Amount: -kept.Repayment.Amount)))
            .Where(one => one.On <= day).Select(one => (Month.Of(one.On), one.Amount));

    private static IEnumerable<(Month Month, Money Amount)> Called(
        DbConnection connection, EmployerScope scope, DateOnly day) =>
        connection.Query<(string Day, long Amount)>(
            "select day, amount from funding_request "
                + "where tenant = @tenant and employer = @employer and day <= @day",
            scope.Bound(new { day = Days.Text(day) }))
        .Select(row => (Month.Of(Days.Parse(row.Day)), new Money(row.Amount)));
}
