using System.Data.Common;
using Dapper;
using OpenAso.Kernel;
using OpenAso.Ledger;

namespace OpenAso.Operations.Verifying;

/// <summary>Proves payments from obligations, their transfers and the remittances that were sent.</summary>
internal static class PaymentCheck
{
    public static void Payments(DbConnection connection, EmployerScope scope, Expectation expected, CheckLog log)
    {
        log.Begin("nobody is paid twice, and every payment is the sum of its claims");
        var items = connection
            .Query<(string Payment, string Family, string Claim, string Payee, long Amount, long Live)>(
            "select payment, family, claim, payee_key, amount, live from payment_item "
                + "where tenant = @tenant and employer = @employer",
            scope.Bound()).ToList();
        foreach (var item in items.Where(item => item.Live == 1))
        {
            log.Examined();
            log.Same($"claim {item.Claim} in payment {item.Payment}", $"what {item.Payee} is paid",
                expected.Obligations.GetValueOrDefault((item.Family, item.Claim, item.Payee)), new Money(item.Amount));
        }
        foreach (var twice in items.Where(item => item.Live == 1).GroupBy(item => (item.Family, item.Claim, item.Payee))
            .Where(group => group.Count() > 1))
            log.Differs($"claim {twice.Key.Claim}", $"{twice.Key.Payee} has {twice.Count()} live payments");
        var sums = items.ToLookup(item => item.Payment, item => new Money(item.Amount));
        var issued = Booked(connection, scope, TransferReason.PaymentIssued, TransferReason.TaxIssued);
        var ended = Booked(
            connection, scope, TransferReason.PaymentVoided, TransferReason.PaymentReturned, TransferReason.TaxVoided,
            TransferReason.TaxReturned).Keys.ToHashSet();
        foreach (var item in items.Where(item => item.Live == 0 && item.Amount != 0 && !ended.Contains(item.Payment)))
            log.Differs($"claim {item.Claim} in payment {item.Payment}",
                "it is said not to be paid any more, and the ledger has neither void nor return");
        var payments = Read(connection, scope).ToList();
        var known = payments.Select(payment => payment.Id).ToHashSet();
        foreach (var item in items.Where(item => !known.Contains(item.Payment)))
            log.Differs($"payment {item.Payment}", $"it is not on file, and claim {item.Claim} was paid with it");
        foreach (var (id, amount) in issued.Where(pair => !known.Contains(pair.Key)))
            log.Differs($"payment {id}", $"it is not on file, and the ledger has issued {amount} with it");
        foreach (var payment in payments)
        {
            log.Examined();
            log.Same($"payment {payment.Id}", "its amount", sums[payment.Id].Total(), payment.Amount);
            log.Same($"payment {payment.Id}", "what the ledger has issued", payment.Amount,
                issued.GetValueOrDefault(payment.Id));
        }
    }

    private static Dictionary<string, Money> Booked(
        DbConnection connection, EmployerScope scope, params TransferReason[] reasons) => reasons
        .SelectMany(reason => connection.Query<(string Key, long Amount)>(
            "select key, amount from transfer where tenant = @tenant and employer = @employer and key like @like",
            scope.Bound(new { like = ReasonTerms.Of(reason).Word + ":%" })))
        .GroupBy(row => row.Key.Split(':')[1])
        .ToDictionary(group => group.Key, group => group.Select(row => new Money(row.Amount)).Total());

    /// <summary>Every payment.</summary>
    public static IEnumerable<(string Id, Money Amount, bool IsProvider)> Read(
        DbConnection connection, EmployerScope scope) => connection
        .Query<(string Payment, long Amount, string Payee)>(
            "select payment, amount, payee_key from payment "
                + "where tenant = @tenant and employer = @employer order by payment", scope.Bound())
        .Select(row =>
            (row.Payment, new Money(row.Amount), row.Payee.StartsWith("provider/", StringComparison.Ordinal)));
}
