using OpenAso.Kernel;

namespace OpenAso.Funding;

/// <summary>What happens to a payment. The numbers are stored and never change.</summary>
public enum PaymentEventKind : byte
{
    /// <summary>It was sent.</summary>
    Issued = 1,

    /// <summary>The bank paid out.</summary>
    Cleared = 2,

    /// <summary>It was stopped before it cleared.</summary>
    Voided = 3,

    /// <summary>It came back after it had cleared.</summary>
    Returned = 4,
}

/// <summary>Something that happened to the payment of one obligation.</summary>
/// <param name="Key">The obligation.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Payment">To this payment.</param>
/// <param name="Date">The day on which it counts.</param>
public sealed record PaymentEvent(PaymentKey Key, PaymentEventKind Kind, ContentHash Payment, DateOnly Date);

/// <summary>The answer to an event. Ordered by precedence.</summary>
public enum ChainOutcome
{
    /// <summary>It is in the chain.</summary>
    Recorded,

    /// <summary>The very same event was in the chain before; nothing changed.</summary>
    AlreadyRecorded,

    /// <summary>The obligation has a live payment, so no other may be issued.</summary>
    AnotherPaymentIsLive,

    /// <summary>A payment that was voided or returned is not issued again: a new one is.</summary>
    PaymentWasEnded,

    /// <summary>It is not the live payment.</summary>
    PaymentNotLive,

    /// <summary>It has cleared: what comes back now is returned, not voided.</summary>
    AlreadyCleared,

    /// <summary>It has not cleared: what is stopped now is voided, not returned.</summary>
    NotCleared,
}

/// <summary>All payments of one obligation: at most one is live, and void, return and reissue form a chain.</summary>
/// <param name="Key">The obligation.</param>
/// <param name="Events">In the order in which they happened.</param>
public sealed record PaymentChain(PaymentKey Key, ValueList<PaymentEvent> Events)
{
    /// <summary>The payment that was issued last and neither voided nor returned; null where there is none.</summary>
    public ContentHash? Live => Events.Count > 0 && !Ends(Events[^1]) ? Events[^1].Payment : null;

    /// <summary>Whether the live payment has cleared.</summary>
    public bool IsCleared => Events.Count > 0 && Events[^1].Kind == PaymentEventKind.Cleared;

    /// <summary>How many payments were voided or returned: what the obligation's next payment counts from.</summary>
    public int Ended => Events.Items.Count(Ends);

    /// <summary>A chain by its obligation; an empty one where there was no payment.</summary>
    /// <param name="key">The obligation.</param>
    /// <param name="chains">Those that have had any payment.</param>
    public static PaymentChain Of(PaymentKey key, IReadOnlyDictionary<PaymentKey, PaymentChain> chains)
    {
        ArgumentNullException.ThrowIfNull(chains);
        return chains.GetValueOrDefault(key) ?? new PaymentChain(key, []);
    }

    /// <summary>Takes an event into the chain, where it may follow.</summary>
    /// <param name="happened">Of this obligation.</param>
    /// <returns>The chain with the event, or this one unchanged where the outcome is another.</returns>
    /// <exception cref="ArgumentException">The event is another obligation's.</exception>
    public (ChainOutcome Outcome, PaymentChain Chain) Record(PaymentEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        if (happened.Key != Key)
            throw new ArgumentException(
                $"The event is of '{happened.Key.Claim}', not of '{Key.Claim}'.", nameof(happened));
        var outcome = Judge(happened);
        return (outcome, outcome == ChainOutcome.Recorded ? this with { Events = Events.Add(happened) } : this);
    }

    private ChainOutcome Judge(PaymentEvent happened)
    {
        if (Events.Items.Contains(happened))
            return ChainOutcome.AlreadyRecorded;
        if (happened.Kind == PaymentEventKind.Issued)
        {
            return Live is not null ? ChainOutcome.AnotherPaymentIsLive
                : Events.Items.Any(earlier => earlier.Payment == happened.Payment) ? ChainOutcome.PaymentWasEnded
                : ChainOutcome.Recorded;
        }
        if (Live != happened.Payment)
            return ChainOutcome.PaymentNotLive;
        return happened.Kind == PaymentEventKind.Returned
            ? IsCleared ? ChainOutcome.Recorded : ChainOutcome.NotCleared
            : IsCleared ? ChainOutcome.AlreadyCleared : ChainOutcome.Recorded;
    }

    private static bool Ends(PaymentEvent happened) =>
        happened.Kind is PaymentEventKind.Voided or PaymentEventKind.Returned;
}
