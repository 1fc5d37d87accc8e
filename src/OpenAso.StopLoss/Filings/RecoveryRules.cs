using System.Collections.Immutable;
using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.StopLoss.Filings;

/// <summary>What can become of a filed loss, and what cannot.</summary>
public static class RecoveryRules
{
    private static readonly ImmutableDictionary<RecoveryState, ImmutableArray<RecoveryState>> Following =
        ImmutableDictionary.CreateRange<RecoveryState, ImmutableArray<RecoveryState>>(
        [
            new(RecoveryState.Filed,
                [RecoveryState.Pended, RecoveryState.Approved, RecoveryState.Denied, RecoveryState.Closed]),
            new(RecoveryState.Pended,
                [RecoveryState.Pended, RecoveryState.Approved, RecoveryState.Denied, RecoveryState.Closed]),
            new(RecoveryState.Approved, [RecoveryState.Received, RecoveryState.Appealed, RecoveryState.Closed]),
            new(RecoveryState.Received, [RecoveryState.Received, RecoveryState.Appealed, RecoveryState.Closed]),
            new(RecoveryState.Denied, [RecoveryState.Received, RecoveryState.Appealed, RecoveryState.Closed]),
            new(RecoveryState.Appealed,
                [
                    RecoveryState.Pended, RecoveryState.Approved, RecoveryState.Received, RecoveryState.Denied,
                    RecoveryState.Closed,
                ]),
            new(RecoveryState.Closed, []),
        ]);

    /// <summary>Where a loss can go from a state; empty for none.</summary>
    /// <param name="state">Where it stands.</param>
    [Source("Stop-loss filing practice: a loss is pended, decided, paid, refused, appealed and closed, which is the"
        + " end")]
    public static ImmutableArray<RecoveryState> After(RecoveryState state) => Following[state];

    /// <summary>The loss after one more step.</summary>
    /// <param name="recovery">As it stands.</param>
    /// <param name="step">What happened.</param>
    /// <returns>The loss unchanged, with a finding, where the step is not possible: it cannot follow where the loss
    /// stands, lies before the last step, has no reason where one is needed, or an amount that cannot be.</returns>
    [Source("Stop-loss filing practice: no more is approved than was asked for, and no more received than approved")]
    public static Parsed<Recovery> Next(Recovery recovery, RecoveryStep step)
    {
        ArgumentNullException.ThrowIfNull(recovery);
        ArgumentNullException.ThrowIfNull(step);
        return Problem(recovery, step) is { } finding
            ? new Parsed<Recovery>(recovery, [finding])
            : new Parsed<Recovery>(recovery with { Steps = recovery.Steps.Add(step) }, []);
    }

    private static Finding? Problem(Recovery recovery, RecoveryStep step)
    {
        var (number, state) = (recovery.Number, new NamedState(step.State));
        if (!Following[recovery.State].Contains(step.State))
            return Reject(StopLossCodes.RecoveryStep, StopLossTexts.Room[
                "recovery.not-next", number, new NamedState(recovery.State), state, Possible(recovery.State)]);
        if (step.On < recovery.Steps[^1].On)
            return Reject(StopLossCodes.RecoveryDay,
                StopLossTexts.Room["recovery.day", number, recovery.Steps[^1].On, step.On]);
        if (NeedsReason(recovery, step) && string.IsNullOrWhiteSpace(step.Reason))
            return Reject(StopLossCodes.RecoveryReason, StopLossTexts.Room["recovery.reason", number, state]);
        return Amount(recovery, step);
    }

    private static object Possible(RecoveryState state) => Following[state]
        .Select(next => (object)new NamedState(next))
        .DefaultIfEmpty(StopLossTexts.Room["recovery.nothing-more"])
        .Aggregate((all, next) => StopLossTexts.Room["recovery.also", all, next]);

    private static bool NeedsReason(Recovery recovery, RecoveryStep step) => step.State switch
    {
        RecoveryState.Pended or RecoveryState.Denied or RecoveryState.Appealed => true,
        RecoveryState.Closed => recovery.Received != recovery.Requested,
        _ => false,
    };

    private static Finding? Amount(Recovery recovery, RecoveryStep step)
    {
        var room = step.State switch
        {
            RecoveryState.Approved => recovery.Requested - recovery.Approved,
            RecoveryState.Received => recovery.Approved - recovery.Received,
            _ => Money.Zero,
        };
        if (step.State is not (RecoveryState.Approved or RecoveryState.Received))
            return step.Amount.IsZero ? null : Reject(StopLossCodes.RecoveryAmount, StopLossTexts.Room[
                "recovery.no-amount", recovery.Number, new NamedState(step.State), step.Amount]);
        if (step.Amount.IsPositive && step.Amount <= room)
            return null;
        return Reject(StopLossCodes.RecoveryAmount, StopLossTexts.Room[
            "recovery.amount", recovery.Number, step.Amount, new NamedState(step.State), room]);
    }

    private static Finding Reject(string code, Sentence sentence) =>
        new(code, Severity.Rejected, Place.None, sentence);
}

/// <summary>Where a filed loss stands, at a place of a sentence.</summary>
/// <param name="State">Any state.</param>
public readonly record struct NamedState(RecoveryState State)
{
    /// <summary>The word in which documents name it.</summary>
    public override string ToString() => Words.Of(State.ToString());
}
