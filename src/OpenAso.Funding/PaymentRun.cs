using OpenAso.Kernel;
using OpenAso.Ledger;

namespace OpenAso.Funding;

/// <summary>What came of executing a payment run.</summary>
public abstract record PaymentRunResult
{
    private protected PaymentRunResult()
    {
    }
}

/// <summary>The payments are to be issued: the caller writes them, their events and their transfers down
/// together.</summary>
/// <param name="Payments">By payee.</param>
/// <param name="Events">One for each obligation paid.</param>
/// <param name="Transfers">That book the issue.</param>
public sealed record RunExecuted(
    ValueList<Payment> Payments, ValueList<PaymentEvent> Events, ValueList<Transfer> Transfers) : PaymentRunResult;

/// <summary>The world is not as it was when the plan was looked at: claims, funds or agreement have changed. Nothing is
/// paid; look at the new plan.</summary>
/// <param name="LookedAt">The plan that was approved.</param>
/// <param name="Now">The plan as it would be now.</param>
public sealed record RunOutdated(ContentHash LookedAt, ContentHash Now) : PaymentRunResult;

/// <summary>Some obligation already has a live payment. Nothing is paid.</summary>
/// <param name="Live">Which.</param>
public sealed record RunWouldPayTwice(ValueList<PaymentKey> Live) : PaymentRunResult;

/// <summary>Executes what was planned and looked at.</summary>
public static class PaymentRun
{
    /// <summary>Executes a run, if it is still the one that was looked at.</summary>
    /// <param name="now">Planned again from what is known at this moment.</param>
    /// <param name="lookedAt">The <see cref="PaymentRunPlan.Hash"/> that was approved.</param>
    /// <param name="chains">The payments so far of each obligation that has had any.</param>
    public static PaymentRunResult Execute(
        PaymentRunPlan now, ContentHash lookedAt, IReadOnlyDictionary<PaymentKey, PaymentChain> chains)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(chains);
        if (now.Hash != lookedAt)
            return new RunOutdated(lookedAt, now.Hash);
        var events = now.Payments.Items
            .SelectMany(payment => payment.Obligations.Items.Select(obligation =>
                new PaymentEvent(obligation.Key, PaymentEventKind.Issued, payment.Id, now.Date)))
            .ToValueList();
        var twice = events.Items
            .Where(issued => PaymentChain.Of(issued.Key, chains).Record(issued).Outcome != ChainOutcome.Recorded)
            .Select(issued => issued.Key)
            .ToValueList();
        return twice.Count > 0
            ? new RunWouldPayTwice(twice)
            : new RunExecuted(
                now.Payments, events, now.Payments.Items.SelectMany(payment => payment.Issued().Items).ToValueList());
    }
}
