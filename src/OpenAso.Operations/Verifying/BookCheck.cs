using System.Data.Common;
using Dapper;
using OpenAso.Claims;
using OpenAso.Documents;
using OpenAso.Ledger;
using OpenAso.Operations.Paying;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Verifying;

/// <summary>Proves accumulators, transfers and accounts from what the determinations say.</summary>
internal static class BookCheck
{
    private static readonly HashSet<TransferReason> OfDecisions =
    [
        TransferReason.ClaimIncurred, TransferReason.ClaimReversed,
        TransferReason.ShortTermIncurred, TransferReason.ShortTermReversed,
        TransferReason.LongTermIncurred, TransferReason.LongTermReversed,
        TransferReason.OverpaymentFound, TransferReason.OverpaymentRecovered,
        TransferReason.OverpaymentRepaid, TransferReason.RepaymentReversed,
        TransferReason.TaxWithheld, TransferReason.TaxReduced,
        TransferReason.RecoveryAgreed, TransferReason.RecoveryReopened, TransferReason.RecoveryPaid,
        TransferReason.RecoveryReturned,
        TransferReason.FicaWithheld, TransferReason.FicaReduced,
        TransferReason.EmployerTaxIncurred, TransferReason.EmployerTaxReversed,
    ];

    public static void Accumulators(DbConnection connection, EmployerScope scope, Expectation expected, CheckLog log)
    {
        log.Begin("accumulators are the sum of the determinations");
        var left = new Dictionary<(string, AccumulatorKey), long>(expected.Accumulators);
        foreach (var row in connection.Query<AccumulatorRecord>(
            "select family, person, limit_id LimitId, window_first WindowFirst, part, amount from accumulator "
            + "where tenant = @tenant and employer = @employer", scope.Bound()))
        {
            log.Examined();
            var movement = row.ToMovement();
            left.Remove((row.Family, movement.Key), out var amount);
            log.Same(
                $"limit {movement.Key.Limit} of person {movement.Key.Person.Value} in family {row.Family} from "
                    + $"{movement.Key.WindowFirst:yyyy-MM-dd}",
                "what is used", amount, row.Amount);
        }
        foreach (var ((family, key), amount) in left.Where(pair => pair.Value != 0))
            log.Differs($"limit {key.Limit} of person {key.Person.Value} in family {family}",
                $"nothing is kept, expected {amount}");
    }

    public static void Transfers(DbConnection connection, EmployerScope scope, Expectation expected, CheckLog log)
    {
        log.Begin("transfers of claims are what their determinations book");
        var book = new Book();
        var left = new Dictionary<TransferKey, Transfer>(expected.Transfers);
        foreach (var transfer in Read(connection, scope, log))
        {
            log.Examined();
            book.Load(transfer);
            if (!OfDecisions.Contains(transfer.Key.Reason))
                continue;
            if (!left.Remove(transfer.Key, out var booked))
                log.Differs($"transfer {transfer.Key}", "no determination books it");
            else if (booked != transfer)
                log.Differs($"transfer {transfer.Key}", $"moves {transfer.Amount}, expected {booked.Amount}");
        }
        foreach (var missing in left.Values)
            log.Differs($"transfer {missing.Key}", $"is not booked, expected {missing.Amount}");
        Accounts(connection, scope, book, log);
    }

    private static void Accounts(DbConnection connection, EmployerScope scope, Book book, CheckLog log)
    {
        log.Begin("debits equal credits, and accounts are the sum of the transfers");
        var balances = AccountRows.Balances(connection, scope);
        foreach (var account in balances.Keys.Union(book.Balances.Keys).Order())
        {
            log.Examined();
            Same(account, book.Balances.GetValueOrDefault(account), balances.GetValueOrDefault(account), log);
        }
        if (!TrialBalance.Of(balances).IsBalanced)
            log.Differs("the trial balance", "debits do not equal credits");
    }

    private static void Same(AccountId account, AccountBalance expected, AccountBalance found, CheckLog log)
    {
        var subject = $"account {Words.Of(account.Kind.ToString())}, source {Words.Of(account.Source.ToString())}, "
            + $"stripe {account.Stripe}";
        log.Same(subject, "the sum of debits posted", expected.DebitsPosted, found.DebitsPosted);
        log.Same(subject, "the sum of credits posted", expected.CreditsPosted, found.CreditsPosted);
        log.Same(subject, "the sum of debits pending", expected.DebitsPending, found.DebitsPending);
        log.Same(subject, "the sum of credits pending", expected.CreditsPending, found.CreditsPending);
    }

    private static IEnumerable<Transfer> Read(DbConnection connection, EmployerScope scope, CheckLog log)
    {
        var rows = connection.Query<StoredTransfer>(
            $"select {StoredTransfer.Columns} from transfer where tenant = @tenant and employer = @employer",
            scope.Bound());
        foreach (var row in rows)
        {
            Transfer? transfer = null;
            try
            {
                transfer = row.ToTransfer();
            }
            catch (Exception problem) when (problem is FormatException or OverflowException or ArgumentException)
            {
                log.Differs($"transfer {row.Key}", $"cannot be read: {problem.Message}");
            }
            if (transfer is not null)
                yield return transfer;
        }
    }
}
