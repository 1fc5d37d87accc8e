using System.Data.Common;
using Dapper;
using OpenAso.Kernel;
using OpenAso.Ledger;
using OpenAso.Operations.Paying;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Reporting;

/// <summary>The fund as it stood at the end of a day: the balances of the accounts less what was booked for later days.
/// </summary>
/// <remarks>Balances are kept, their history is not: transfers are never changed, so that they are the history.
/// </remarks>
internal static class FundHistory
{
    // Reasons are lower-case words and hyphens, and a colon follows them: what is left of a key without them is shorter
    // by the reason.
    private const string Later =
        """
        select substr(key, 1, length(key) - length(ltrim(key, 'abcdefghijklmnopqrstuvwxyz-'))) as reason,
          source, step, sum(amount) as amount
        from transfer where tenant = @tenant and employer = @employer and day > @day
        group by 1, 2, 3
        """;

    /// <summary>The accounts at the end of a day.</summary>
    /// <param name="connection">Open.</param>
    /// <param name="scope">Whose.</param>
    /// <param name="day">The last day that counts; null for everything that is booked.</param>
    public static TrialBalance Read(DbConnection connection, EmployerScope scope, DateOnly? day) => day is { } last
        ? At(connection, scope, last)
        : AccountRows.Read(connection, scope);

    private static TrialBalance At(DbConnection connection, EmployerScope scope, DateOnly day)
    {
        var later = new Book();
        foreach (var (reason, source, step, amount) in connection.Query<(
            string Reason, long Source, long Step, long Amount)>(Later, scope.Bound(new { day = Days.Text(day) })))
            later.Load(Sum(reason, (FundSource)source, (TransferStep)step, new Money(amount), day.AddDays(1)));
        var balances = new Dictionary<AccountId, AccountBalance>(AccountRows.Balances(connection, scope));
        foreach (var (account, moved) in later.Balances)
            balances[account] = balances.GetValueOrDefault(account) - moved;
        return TrialBalance.Of(balances);
    }

    // All transfers of a kind as one: what moves between two accounts is their sum.
    private static Transfer Sum(string reason, FundSource source, TransferStep step, Money amount, DateOnly day)
    {
        if (!TransferKey.TryParse($"{reason}:{source}-{step}:0", out var key)
            || !TransferKey.TryParse($"{reason}:origin:0", out var origin))
            throw new FormatException($"'{reason}' is no reason of a transfer.");
        return Transfer.Restore(
            new Transfer(key, source, 0, amount, day), step,
            step is TransferStep.Posted or TransferStep.Pending ? null : origin);
    }
}
