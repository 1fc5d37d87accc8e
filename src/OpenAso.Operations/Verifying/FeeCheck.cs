using System.Data.Common;
using Dapper;
using OpenAso.Kernel;

namespace OpenAso.Operations.Verifying;

/// <summary>Proves the administrator's bills and the funding requests from the ledger.</summary>
internal static class FeeCheck
{
    public static void Run(DbConnection connection, EmployerScope scope, CheckLog log)
    {
        log.Begin("fees and funding requests are what the ledger has booked");
        var booked = connection.Query<(string Key, long Amount)>(
            "select key, amount from transfer where tenant = @tenant and employer = @employer and "
            + "(key like 'fee-incurred:%' or key like 'fee-credited:%' or key like 'funding-requested:%')",
            scope.Bound()).ToList();
        Steps(connection, scope, log);
        Bills(connection, scope, booked.Where(row => row.Key.StartsWith("fee-", StringComparison.Ordinal)), log);
        Requests(connection, scope, booked.Where(row => row.Key.StartsWith("funding-", StringComparison.Ordinal)), log);
    }

    private static void Steps(DbConnection connection, EmployerScope scope, CheckLog log)
    {
        foreach (var row in connection.Query<(string Month, long Number, string Fee, long Units, long Rate,
            long Amount)>(
            "select month, number, fee, units, rate, amount from fee where tenant = @tenant and employer = "
                + "@employer order by month, number",
            scope.Bound()))
        {
            log.Examined();
            log.Same($"fee {row.Fee} in row {row.Number} of {row.Month}", "units times rate",
                new Money(checked(row.Units * row.Rate)), new Money(row.Amount));
        }
    }

    private static void Bills(DbConnection connection, EmployerScope scope,
        IEnumerable<(string Key, long Amount)> booked, CheckLog log)
    {
        var ledger = booked.GroupBy(row => row.Key.Split(':')[1][..7]).ToDictionary(
            group => group.Key,
            group => group.Sum(row =>
                row.Key.StartsWith("fee-incurred", StringComparison.Ordinal) ? row.Amount : -row.Amount));
        var counted = connection.Query<string>(
            "select distinct month from census where tenant = @tenant and employer = @employer", scope.Bound())
                .ToHashSet();
        foreach (var (month, amount) in connection.Query<(string, long)>(
            "select month, sum(amount) from fee where tenant = @tenant and employer = @employer group by month",
                scope.Bound()))
        {
            log.Examined();
            ledger.Remove(month, out var expected);
            log.Same($"fees of {month}", "what the ledger has", new Money(amount), new Money(expected));
            if (!counted.Contains(month))
                log.Differs($"fees of {month}", "nobody was counted for them");
        }
        foreach (var (month, amount) in ledger)
            log.Differs($"fees of {month}", $"no bill is kept, and the ledger has booked {new Money(amount)}");
    }

    private static void Requests(DbConnection connection, EmployerScope scope,
        IEnumerable<(string Key, long Amount)> booked, CheckLog log)
    {
        var ledger = booked.GroupBy(row => row.Key.Split(':')[1])
            .ToDictionary(group => group.Key, group => group.Sum(row => row.Amount));
        var letters = connection.Query<string>(
            "select name from sent_file where tenant = @tenant and employer = @employer and kind = 'funding-request'",
                scope.Bound()).ToList();
        foreach (var (number, amount) in connection.Query<(long, long)>(
            "select number, amount from funding_request where tenant = @tenant and employer = @employer",
                scope.Bound()))
        {
            log.Examined();
            ledger.Remove($"request-{number}", out var expected);
            log.Same($"funding request {number}", "what the ledger has", new Money(amount), new Money(expected));
            if (!letters.Exists(name => name.EndsWith($"-request-{number:D4}.html", StringComparison.Ordinal)))
                log.Differs($"funding request {number}", "the letter that was sent is not on file");
        }
        foreach (var (request, amount) in ledger)
            log.Differs($"funding {request.Replace('-', ' ')}",
                $"it is not on file, and the ledger has booked {new Money(amount)}");
    }
}
