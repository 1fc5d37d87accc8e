using System.Data.Common;
using Dapper;
using OpenAso.Kernel;
using OpenAso.Operations.Paying;
using OpenAso.X12;
using OpenAso.X12.Remittances;

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
            ParametersOf(scope)).ToList();
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
        var issued = Issued(connection, scope);
        foreach (var payment in Read(connection, scope))
        {
            log.Examined();
            log.Same($"payment {payment.Id}", "its amount", sums[payment.Id].Total(), payment.Amount);
            log.Same($"payment {payment.Id}", "what the ledger has issued", payment.Amount,
                issued.GetValueOrDefault(payment.Id));
        }
    }

    public static void Remittances(DbConnection connection, EmployerScope scope, CheckLog log)
    {
        log.Begin("remittances (835) balance and tell what the ledger has paid");
        var payments = Read(connection, scope).Where(payment => payment.IsProvider)
            .ToDictionary(payment => payment.Id, payment => payment.Amount);
        foreach (var (name, content) in SentFiles.Read(connection, scope, "835"))
        {
            using var reader = new X12Reader(content);
            var file = RemittanceReader.ReadAll(reader);
            foreach (var finding in file.Findings)
                log.Differs(name, finding.ToString());
            foreach (var remittance in file.Remittances)
            {
                log.Examined();
                foreach (var imbalance in RemittanceBalance.Check(remittance))
                    log.Differs(name, imbalance.ToString());
                var trace = remittance.Payment.TraceNumber;
                if (!payments.Remove(trace, out var paid))
                    log.Differs(name, $"it tells of payment {trace}, which is not on file, or twice");
                else
                    log.Same(
                        $"payment {trace} in {name}", "what it tells", paid, new Money(remittance.Payment.PaidCents));
            }
        }
        foreach (var untold in payments.Keys)
            log.Differs($"payment {untold}", "no remittance tells of it");
    }

    public static void Fees(DbConnection connection, EmployerScope scope, CheckLog log)
    {
        log.Begin("fees and funding requests are what the ledger has booked");
        var booked = connection.Query<(string Key, long Amount)>(
            "select key, amount from transfer where tenant = @tenant and employer = @employer and "
            + "(key like 'fee-incurred:%' or key like 'fee-credited:%' or key like 'funding-requested:%')",
            ParametersOf(scope)).ToList();
        var fees = booked.Where(row => row.Key.StartsWith("fee-", StringComparison.Ordinal))
            .GroupBy(row => row.Key.Split(':')[1][..7])
            .ToDictionary(group => group.Key,
                group =>
                    group.Sum(row =>
                        row.Key.StartsWith("fee-incurred", StringComparison.Ordinal) ? row.Amount : -row.Amount));
        foreach (var (month, amount) in connection.Query<(string, long)>(
            "select month, sum(amount) from fee where tenant = @tenant and employer = @employer group by month",
            ParametersOf(scope)))
        {
            log.Examined();
            log.Same(
                $"fees of {month}", "what the ledger has", new Money(amount), new Money(fees.GetValueOrDefault(month)));
        }
        var requested = booked.Where(row => row.Key.StartsWith("funding-", StringComparison.Ordinal))
            .GroupBy(row => row.Key.Split(':')[1])
            .ToDictionary(group => group.Key, group => group.Sum(row => row.Amount));
        foreach (var (number, amount) in connection.Query<(long, long)>(
            "select number, amount from funding_request where tenant = @tenant and employer = @employer",
            ParametersOf(scope)))
        {
            log.Examined();
            log.Same($"funding request {number}", "what the ledger has", new Money(amount),
                new Money(requested.GetValueOrDefault($"request-{number}")));
        }
    }

    private static Dictionary<string, Money> Issued(DbConnection connection, EmployerScope scope) => connection
        .Query<(string Key, long Amount)>(
            "select key, amount from transfer "
                + "where tenant = @tenant and employer = @employer and key like 'payment-issued:%'",
                ParametersOf(scope))
        .GroupBy(row => row.Key.Split(':')[1])
        .ToDictionary(group => group.Key, group => group.Select(row => new Money(row.Amount)).Total());

    private static IEnumerable<(string Id, Money Amount, bool IsProvider)> Read(
        DbConnection connection, EmployerScope scope) => connection
        .Query<(string Payment, long Amount, string Payee)>(
            "select payment, amount, payee_key from payment "
                + "where tenant = @tenant and employer = @employer order by payment", ParametersOf(scope))
        .Select(row =>
            (row.Payment, new Money(row.Amount), row.Payee.StartsWith("provider/", StringComparison.Ordinal)));

    private static object ParametersOf(EmployerScope scope) => new
    {
        tenant = scope.Tenant.Value,
        employer = scope.Employer.Value,
    };
}
