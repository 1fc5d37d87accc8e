using System.Data.Common;
using Dapper;
using OpenAso.Kernel;
using OpenAso.Ledger;
using OpenAso.Operations.Storing;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;
using OpenAso.Storage;

namespace OpenAso.Operations.Insuring;

/// <summary>Books what the carrier owes, as it rises and falls.</summary>
internal static class RecoverableBooking
{
    /// <summary>What the carrier owes under a position: under the specific, and under the aggregate what the period's
    /// end gives or what was to be advanced before it.</summary>
    public static Money Of(StopLossPosition position) => position.SpecificTotal
        + (position.Aggregate is { } aggregate
            ? Money.Max(aggregate.Reimbursable, aggregate.Advanced - aggregate.Repayable)
            : Money.Zero);

    /// <summary>Posts the difference to what is booked.</summary>
    public static void Post(
        WriteSession session, EmployerScope scope, StopLossPolicy policy, StopLossPosition position, DateOnly day)
    {
        var (booked, count) = Booked(session.Connection, scope, policy);
        var difference = Of(position) - booked;
        if (difference.IsZero)
            return;
        var reason = difference.IsPositive ? TransferReason.StopLossClaimed : TransferReason.StopLossClaimReduced;
        var key = new TransferKey(reason, KeyOf(policy.Number), count);
        TransferRows.Post(session, scope,
            [new Transfer(key, FundSource.Employer, 0, difference.IsPositive ? difference : -difference, day)]);
    }

    /// <summary>What is booked under a policy, and by how many transfers.</summary>
    public static (Money Amount, int Count) Booked(DbConnection connection, EmployerScope scope, StopLossPolicy policy)
    {
        var id = KeyOf(policy.Number);
        var rows = connection.Query<(string Key, long Amount)>(
            "select key, amount from transfer where tenant = @tenant and employer = @employer "
                + "and (key like 'stop-loss-claimed:%' or key like 'stop-loss-reduced:%')",
            scope.Bound())
            .Where(row => row.Key.Split(':')[1] == id).ToList();
        return (new Money(rows.Sum(row =>
            row.Key.StartsWith("stop-loss-claimed", StringComparison.Ordinal) ? row.Amount : -row.Amount)), rows.Count);
    }

    /// <summary>A policy in the key of a transfer, which takes letters, digits, points and hyphens.</summary>
    public static string KeyOf(string policy) =>
        policy.Length <= 40 && policy.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-')
            ? policy
            : ContentHash.Of(policy).ToString();
}
