using OpenAso.Ledger;
using OpenAso.Storage;

namespace OpenAso.Operations.Storing;

/// <summary>Transfers, and what they move on the accounts that they touch, ready to be written.</summary>
internal sealed class TransferRows
{
    private readonly ReadyRows _transfers;
    private readonly List<(EmployerScope Scope, AccountId Account, AccountBalance Moved)> _moved;

    private TransferRows(Dialect dialect, EmployerScope scope, IReadOnlyCollection<Transfer> transfers)
    {
        _transfers = dialect.Ready(Insert, [.. transfers.Select(transfer => (scope, transfer))]);
        var moved = new Book();
        foreach (var transfer in transfers)
            moved.Load(transfer);
        _moved = [.. moved.Balances.OrderBy(balance => balance.Key)
            .Select(balance => (scope, balance.Key, balance.Value))];
    }

    private static readonly BulkInsert<(EmployerScope Scope, Transfer Transfer)> Insert = new(
        "transfer",
        ["tenant", "employer", "key", "source", "stripe", "amount", "day", "step", "origin"],
        OnConflict.Fail,
        (row, binder) =>
        {
            binder.Bind(1, row.Scope.Tenant.Value);
            binder.Bind(2, row.Scope.Employer.Value);
            binder.Bind(3, row.Transfer.Key.ToString());
            binder.Bind(4, (long)row.Transfer.Source);
            binder.Bind(5, (long)row.Transfer.Stripe);
            binder.Bind(6, row.Transfer.Amount.Cents);
            binder.Bind(7, row.Transfer.Date);
            binder.Bind(8, (long)row.Transfer.Step);
            binder.Bind(9, row.Transfer.Origin?.ToString());
        });

    private static readonly BulkStatement<(EmployerScope Scope, AccountId Account, AccountBalance Moved)> AddTo = new(
        """
        insert into account (tenant, employer, kind, source, stripe, debits_posted, credits_posted, debits_pending,
          credits_pending)
        values (@tenant, @employer, @kind, @source, @stripe, @debitsPosted, @creditsPosted, @debitsPending,
          @creditsPending)
        on conflict (tenant, employer, kind, source, stripe) do update set
          debits_posted = account.debits_posted + excluded.debits_posted,
          credits_posted = account.credits_posted + excluded.credits_posted,
          debits_pending = account.debits_pending + excluded.debits_pending,
          credits_pending = account.credits_pending + excluded.credits_pending
        """,
        (row, binder) =>
        {
            binder.Bind(1, row.Scope.Tenant.Value);
            binder.Bind(2, row.Scope.Employer.Value);
            binder.Bind(3, (long)row.Account.Kind);
            binder.Bind(4, (long)row.Account.Source);
            binder.Bind(5, (long)row.Account.Stripe);
            binder.Bind(6, row.Moved.DebitsPosted.Cents);
            binder.Bind(7, row.Moved.CreditsPosted.Cents);
            binder.Bind(8, row.Moved.DebitsPending.Cents);
            binder.Bind(9, row.Moved.CreditsPending.Cents);
        });

    /// <summary>Makes them ready.</summary>
    /// <param name="dialect">Of the database that they are written to.</param>
    /// <param name="scope">Whose.</param>
    /// <param name="transfers">Any number.</param>
    public static TransferRows Of(Dialect dialect, EmployerScope scope, IReadOnlyCollection<Transfer> transfers) =>
        new(dialect, scope, transfers);

    /// <summary>Writes them down; a key that is there already fails the command.</summary>
    public static void Post(WriteSession session, EmployerScope scope, IReadOnlyCollection<Transfer> transfers) =>
        Of(session.Dialect, scope, transfers).Post(session);

    /// <summary>As above.</summary>
    public void Post(WriteSession session)
    {
        session.Insert(_transfers);
        session.Enqueue(AddTo, _moved);
    }
}
