using System.Runtime.InteropServices;
using OpenAso.Kernel;

namespace OpenAso.Ledger;

/// <summary>One employer's transfers and balances in memory: for the memory store, for tests, and for summing what is
/// stored in order to prove it.</summary>
/// <remarks>A book is changed only by posting. Not safe for several threads at once.</remarks>
public sealed class Book
{
    private readonly Dictionary<TransferKey, Transfer> _transfers = [];
    private readonly Dictionary<AccountId, AccountBalance> _balances = [];
    private readonly HashSet<TransferKey> _ended = [];

    /// <summary>How many transfers were posted.</summary>
    public int Count => _transfers.Count;

    /// <summary>The accounts that were touched, with what went through them; in no order.</summary>
    public IReadOnlyDictionary<AccountId, AccountBalance> Balances => _balances;

    /// <summary>The last day of the closed periods; null where none is closed.</summary>
    public DateOnly? ClosedThrough { get; private set; }

    /// <summary>All accounts summed over their stripes.</summary>
    public TrialBalance TrialBalance => TrialBalance.Of(_balances);

    /// <summary>The transfer with this key; null where there is none.</summary>
    /// <param name="key">What caused it.</param>
    public Transfer? Find(TransferKey key) => _transfers.GetValueOrDefault(key);

    /// <summary>Takes no more postings up to a day.</summary>
    /// <param name="last">The last day of the closed period; an earlier day than before changes nothing.</param>
    public void Close(DateOnly last) => ClosedThrough = ClosedThrough > last ? ClosedThrough : last;

    /// <summary>Posts a transfer where the rules allow it; otherwise nothing changes.</summary>
    /// <param name="transfer">The transfer proposed.</param>
    /// <param name="beyondFunds">Whether more may be given away than the fund holds.</param>
    public PostOutcome Post(Transfer transfer, bool beyondFunds = false)
    {
        ArgumentNullException.ThrowIfNull(transfer);
        var outcome = PostingRules.Post(transfer, Context(transfer, beyondFunds));
        if (outcome != PostOutcome.Posted)
            return outcome;
        _transfers.Add(transfer.Key, transfer);
        if (transfer.Origin is { } origin)
            _ended.Add(origin);
        Move(transfer);
        return outcome;
    }

    /// <summary>Takes in a transfer that was posted elsewhere, such as one read from storage, without asking the
    /// rules.</summary>
    /// <param name="transfer">As stored; each key once.</param>
    /// <exception cref="ArgumentException">The key was taken in before.</exception>
    public void Load(Transfer transfer)
    {
        ArgumentNullException.ThrowIfNull(transfer);
        _transfers.Add(transfer.Key, transfer);
        if (transfer.Origin is { } origin)
            _ended.Add(origin);
        Move(transfer);
    }

    private PostingContext Context(Transfer transfer, bool beyondFunds) => new()
    {
        SameKey = Find(transfer.Key),
        Origin = transfer.Origin is { } origin ? Find(origin) : null,
        OriginEnded = transfer.Origin is { } followed && _ended.Contains(followed),
        ClosedThrough = ClosedThrough,
        Available = transfer.Terms.DrawsOnFund && !beyondFunds
            ? FundPosition.Of(TrialBalance).Available[transfer.Source] : null,
    };

    private void Move(Transfer transfer)
    {
        var (posted, pending) = transfer.Step switch
        {
            TransferStep.Posted or TransferStep.Reversal => (transfer.Amount, Money.Zero),
            TransferStep.Pending => (Money.Zero, transfer.Amount),
            TransferStep.Completion => (transfer.Amount, -transfer.Amount),
            TransferStep.Withdrawal => (Money.Zero, -transfer.Amount),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        Add(transfer.Debit, new AccountBalance(posted, Money.Zero, pending, Money.Zero));
        Add(transfer.Credit, new AccountBalance(Money.Zero, posted, Money.Zero, pending));
    }

    private void Add(AccountId account, AccountBalance moved) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_balances, account, out _) += moved;
}
