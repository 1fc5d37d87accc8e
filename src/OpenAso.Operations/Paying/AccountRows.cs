using System.Data.Common;
using Dapper;
using OpenAso.Kernel;
using OpenAso.Ledger;

namespace OpenAso.Operations.Paying;

/// <summary>Reads the balances of an employer's accounts.</summary>
internal static class AccountRows
{
    public static TrialBalance Read(DbConnection connection, EmployerScope scope) =>
        TrialBalance.Of(Balances(connection, scope));

    public static IReadOnlyDictionary<AccountId, AccountBalance> Balances(
        DbConnection connection, EmployerScope scope) => connection
        .Query<(
            long Kind, long Source, long Stripe,
            long DebitsPosted, long CreditsPosted, long DebitsPending, long CreditsPending)>(
            "select kind, source, stripe, debits_posted, credits_posted, debits_pending, credits_pending from account "
            + "where tenant = @tenant and employer = @employer",
            scope.Bound())
        .ToDictionary(
            row => new AccountId((AccountKind)row.Kind, (FundSource)row.Source, checked((byte)row.Stripe)),
            row => new AccountBalance(
                new Money(row.DebitsPosted), new Money(row.CreditsPosted), new Money(row.DebitsPending),
                new Money(row.CreditsPending)));
}
