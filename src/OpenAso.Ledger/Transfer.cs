using OpenAso.Kernel;

namespace OpenAso.Ledger;

/// <summary>An amount moved from one account to another: debits equal credits by construction. Immutable: a mistake is
/// corrected by <see cref="Reversal"/>, never by an edit.</summary>
/// <remarks>The reason in the key fixes the two accounts of the chart, so no caller can book the wrong way round, and
/// both have one source and one stripe.</remarks>
public sealed record Transfer
{
    /// <summary>An amount to be moved.</summary>
    /// <param name="key">What caused it.</param>
    /// <param name="source">Whose money moves.</param>
    /// <param name="stripe">The shard that books it; 0 where none does.</param>
    /// <param name="amount">Above zero.</param>
    /// <param name="date">The day on which it counts.</param>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The amount is zero or below, or there is no such
    /// source.</exception>
    public Transfer(TransferKey key, FundSource source, byte stripe, Money amount, DateOnly date)
    {
        if (key == default)
            throw new ArgumentException("A transfer has a key.", nameof(key));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((byte)source, (byte)FundSource.PlanAssets, nameof(source));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amount.Cents, nameof(amount));
        (Key, Source, Stripe, Amount, Date) = (key, source, stripe, amount, date);
    }

    /// <summary>What caused it; posting the same key twice is one posting.</summary>
    public TransferKey Key { get; private init; }

    /// <summary>Whose money moves.</summary>
    public FundSource Source { get; }

    /// <summary>The shard that books it; 0 where none does.</summary>
    public byte Stripe { get; }

    /// <summary>Above zero.</summary>
    public Money Amount { get; }

    /// <summary>The day on which it counts.</summary>
    public DateOnly Date { get; private init; }

    /// <summary>How far it moves money. <see cref="TransferStep.Posted"/> unless made otherwise.</summary>
    public TransferStep Step { get; private init; }

    /// <summary>The transfer that this one completes, withdraws or reverses; null for one that stands alone.</summary>
    public TransferKey? Origin { get; private init; }

    /// <summary>The account debited.</summary>
    public AccountId Debit => Account(Step == TransferStep.Reversal ? Terms.Credit : Terms.Debit);

    /// <summary>The account credited; never the one debited.</summary>
    public AccountId Credit => Account(Step == TransferStep.Reversal ? Terms.Debit : Terms.Credit);

    /// <summary>What its reason means.</summary>
    public ReasonTerms Terms => ReasonTerms.Of(Key.Reason);

    /// <summary>The same transfer, announced only.</summary>
    public Transfer Announced() => Alone(TransferStep.Pending);

    /// <summary>The transfer that moves this announced one for good.</summary>
    /// <param name="key">Of its own, with the same reason.</param>
    /// <param name="date">The day on which it counts.</param>
    /// <exception cref="ArgumentException">The key is this one's, or has another reason.</exception>
    public Transfer Completion(TransferKey key, DateOnly date) => Following(TransferStep.Completion, key, date);

    /// <summary>The transfer that lifts this announced one.</summary>
    /// <param name="key">Of its own, with the same reason.</param>
    /// <param name="date">The day on which it counts.</param>
    /// <exception cref="ArgumentException">The key is this one's, or has another reason.</exception>
    public Transfer Withdrawal(TransferKey key, DateOnly date) => Following(TransferStep.Withdrawal, key, date);

    /// <summary>The transfer that moves this posted one back.</summary>
    /// <param name="key">Of its own, with the same reason.</param>
    /// <param name="date">The day on which it counts.</param>
    /// <exception cref="ArgumentException">The key is this one's, or has another reason.</exception>
    public Transfer Reversal(TransferKey key, DateOnly date) => Following(TransferStep.Reversal, key, date);

    /// <summary>A transfer as it was stored.</summary>
    /// <param name="recorded">Its key, source, stripe, amount and date.</param>
    /// <param name="step">How far it moves money.</param>
    /// <param name="origin">Null for one that stands alone.</param>
    /// <exception cref="ArgumentException">The step needs an origin and has none, or the reverse; or the origin is the
    /// transfer itself or has another reason.</exception>
    public static Transfer Restore(Transfer recorded, TransferStep step, TransferKey? origin)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        var alone = step is TransferStep.Posted or TransferStep.Pending;
        if (alone != origin is null || step > TransferStep.Reversal)
            throw new ArgumentException($"A transfer that is {step} cannot have the origin '{origin}'.", nameof(step));
        if (origin is { } known && (known == recorded.Key || known.Reason != recorded.Key.Reason))
            throw new ArgumentException($"'{known}' cannot be the origin of '{recorded.Key}'.", nameof(origin));
        return recorded with { Step = step, Origin = origin };
    }

    private Transfer Alone(TransferStep step) => Restore(this, step, null);

    private Transfer Following(TransferStep step, TransferKey key, DateOnly date) =>
        Restore(this with { Key = key, Date = date }, step, Key);

    private AccountId Account(AccountKind kind) => new(kind, Source, Stripe);
}
