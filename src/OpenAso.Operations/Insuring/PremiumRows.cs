using System.Data.Common;
using Dapper;
using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;
using OpenAso.StopLoss.Underwriting;
using OpenAso.Storage;

namespace OpenAso.Operations.Insuring;

/// <summary>Keeps stop-loss premium as it was billed.</summary>
internal static class PremiumRows
{
    private static readonly
        BulkInsert<(EmployerScope Scope, PremiumBill Bill, int Number, BordereauRow Row)> Insert = new(
        "stop_loss_premium",
        [
            "tenant", "employer", "policy", "month", "number", "for_month", "coverage", "line", "tier", "units", "rate",
            "amount",
        ],
        OnConflict.Fail,
        (row, binder) =>
        {
            binder.Bind(1, row.Scope.Tenant.Value);
            binder.Bind(2, row.Scope.Employer.Value);
            binder.Bind(3, row.Bill.Policy);
            binder.Bind(4, row.Bill.Month.ToString());
            binder.Bind(5, (long)row.Number);
            binder.Bind(6, row.Row.Month.ToString());
            binder.Bind(7, Words.Of(row.Row.Coverage.ToString()));
            binder.Bind(8, (long)row.Row.Line);
            binder.Bind(9, row.Row.Tier);
            binder.Bind(10, (long)row.Row.Units);
            binder.Bind(11, row.Row.Rate.Cents);
            binder.Bind(12, row.Row.Amount.Cents);
        });

    public static void Keep(WriteSession session, EmployerScope scope, PremiumBill bill) =>
        session.Insert(Insert, bill.Rows.Items.Select((row, index) => (scope, bill, index + 1, row)));

    /// <summary>The months of a policy that were billed, with what each came to.</summary>
    public static IReadOnlyDictionary<Month, Money> Billed(
        DbConnection connection, EmployerScope scope, StopLossPolicy policy) => connection
        .Query<(string Month, long Amount)>(
            "select month, sum(amount) from stop_loss_premium "
                + "where tenant = @tenant and employer = @employer and policy = @policy group by month",
            ParametersOf(scope, policy))
        .ToDictionary(row => Month.Parse(row.Month), row => new Money(row.Amount));

    /// <summary>Who was billed for so far: the units of each month, line and tier that any rate was charged
    /// for.</summary>
    public static IReadOnlyList<CensusUnits> Units(
        DbConnection connection, EmployerScope scope, StopLossPolicy policy) => connection
        .Query<(string Month, long Line, string Tier, long Units)>(
            """
            select for_month, line, tier, max(units) from (
              select for_month, line, tier, coverage, sum(units) units from stop_loss_premium
              where tenant = @tenant and employer = @employer and policy = @policy
              group by for_month, line, tier, coverage) as charged
            group by for_month, line, tier
            """, ParametersOf(scope, policy))
        .Select(row => new CensusUnits(
            Month.Parse(row.Month), (LineOfCoverage)row.Line, row.Tier, checked((int)row.Units)))
        .ToList();

    private static DynamicParameters ParametersOf(EmployerScope scope, StopLossPolicy policy) =>
        scope.Bound(new { policy = policy.Number });
}
