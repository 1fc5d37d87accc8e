using System.Data.Common;
using Dapper;
using OpenAso.Kernel;
using OpenAso.Operations.Insuring;

namespace OpenAso.Operations.Verifying;

/// <summary>Proves stop-loss premium from the ledger and from the bordereaux that were sent.</summary>
internal static class PremiumCheck
{
    public static void Run(DbConnection connection, EmployerScope scope, CheckLog log)
    {
        log.Begin("stop-loss premium is units times rate, and what the ledger has booked");
        foreach (var row in connection.Query<(string Policy, string Month, long Number, long Units, long Rate,
            long Amount)>(
            "select policy, month, number, units, rate, amount from stop_loss_premium "
                + "where tenant = @tenant and employer = @employer order by policy, month, number",
            scope.Bound()))
        {
            log.Examined();
            log.Same($"premium in row {row.Number} of {row.Month}, policy {row.Policy}", "units times rate",
                new Money(checked(row.Units * row.Rate)), new Money(row.Amount));
        }
        Bills(connection, scope, log);
    }

    private static void Bills(DbConnection connection, EmployerScope scope, CheckLog log)
    {
        var booked = connection.Query<(string Key, long Amount)>(
            "select key, amount from transfer where tenant = @tenant and employer = @employer "
                + "and (key like 'stop-loss-due:%' or key like 'stop-loss-credited:%')", scope.Bound())
            .GroupBy(row => row.Key.Split(':')[1], StringComparer.Ordinal)
            .ToDictionary(bill => bill.Key, bill => bill.Sum(row =>
                row.Key.StartsWith("stop-loss-due", StringComparison.Ordinal) ? row.Amount : -row.Amount),
                StringComparer.Ordinal);
        foreach (var (policy, month, amount) in connection.Query<(string, string, long)>(
            "select policy, month, sum(amount) from stop_loss_premium "
                + "where tenant = @tenant and employer = @employer group by policy, month", scope.Bound()))
        {
            log.Examined();
            booked.Remove(PremiumBilling.KeyOf(policy, month), out var expected);
            log.Same($"stop-loss premium of {month}, policy {policy}", "what the ledger has", new Money(amount),
                new Money(expected));
        }
        foreach (var (bill, amount) in booked)
            log.Differs($"stop-loss premium of {bill}",
                $"no bill is kept, and the ledger has booked {new Money(amount)}");
    }
}
