using System.Data.Common;
using Dapper;
using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Storage;

namespace OpenAso.Operations.Paying;

/// <summary>Keeps the administrator's bills, a row for each fee and tier.</summary>
internal static class FeeRows
{
    private static readonly
        BulkInsert<(EmployerScope Scope, Month Bill, int Number, FeeLine Line, FeeStep Step)> Insert = new(
        "fee",
        ["tenant", "employer", "month", "number", "for_month", "fee", "tier", "units", "rate", "amount"],
        OnConflict.Fail,
        (row, binder) =>
        {
            binder.Bind(1, row.Scope.Tenant.Value);
            binder.Bind(2, row.Scope.Employer.Value);
            binder.Bind(3, row.Bill.ToString());
            binder.Bind(4, (long)row.Number);
            binder.Bind(5, row.Line.Month.ToString());
            binder.Bind(6, row.Line.Fee.Id);
            binder.Bind(7, row.Step.Tier is { } tier ? (long)tier : null);
            binder.Bind(8, (long)row.Step.Units);
            binder.Bind(9, row.Step.Rate.Cents);
            binder.Bind(10, row.Step.Amount.Cents);
        });

    public static void Keep(WriteSession session, EmployerScope scope, FeeBill bill) => session.Insert(
        Insert,
        bill.Lines.Items.SelectMany(line => line.Steps.Items.Select(step => (line, step)))
            .Select((one, index) => (scope, bill.Month, index + 1, one.line, one.step)));

    /// <summary>Every bill in order of month; what a bill came to below zero lowers the next.</summary>
    public static IReadOnlyList<FeeBill> Read(DbConnection connection, EmployerScope scope, AsoAgreement agreement)
    {
        var rows = connection.Query<(string Month, string ForMonth, string Fee, long? Tier, long Units, long Rate)>(
            "select month, for_month, fee, tier, units, rate from fee "
                + "where tenant = @tenant and employer = @employer order by month, number",
            scope.Bound());
        List<FeeBill> bills = [];
        foreach (var bill in rows.GroupBy(row => row.Month))
        {
            var lines = bill.GroupBy(row => (row.ForMonth, row.Fee)).Select(group => new FeeLine(
                FeeOf(agreement, Month.Parse(group.Key.ForMonth), group.Key.Fee), Month.Parse(group.Key.ForMonth),
                group.Select(row => new FeeStep((CoverageTier?)row.Tier, checked((int)row.Units), new Money(row.Rate)))
                    .ToValueList()));
            var before = bills.Count > 0 && bills[^1].Due.IsNegative ? bills[^1].Due : Money.Zero;
            bills.Add(new FeeBill(Month.Parse(bill.Key), lines.ToValueList()) { BalanceForward = before });
        }
        return bills;
    }

    private static Fee FeeOf(AsoAgreement agreement, Month month, string id) =>
        agreement.For(month)?.Fees.Items.FirstOrDefault(fee => fee.Id == id)
        ?? throw new InvalidOperationException($"Fee '{id}' was billed for {month} and is not in the agreement.");
}
