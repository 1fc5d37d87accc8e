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
        if (!Following[recovery.State].Contains(step.State))
        {
            var possible = Following[recovery.State].Select(state => Words.Of(state.ToString()));
            return Reject(StopLossCodes.RecoveryStep, recovery,
                $"is {Words.Of(recovery.State.ToString())} and cannot become {Words.Of(step.State.ToString())}."
                + " Possible:"
                + $" {(recovery.State == RecoveryState.Closed ? "nothing more" : string.Join(", ", possible))}.");
        }
        if (step.On < recovery.Steps[^1].On)
            return Reject(StopLossCodes.RecoveryDay, recovery,
                $"has a step of {PackManifest.Text(recovery.Steps[^1].On)}, and {PackManifest.Text(step.On)} lies"
                + " before. Correct the day.");
        if (NeedsReason(recovery, step) && string.IsNullOrWhiteSpace(step.Reason))
            return Reject(StopLossCodes.RecoveryReason, recovery,
                $"becomes {Words.Of(step.State.ToString())} without a reason. Say why.");
        return Amount(recovery, step);
    }

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
            return step.Amount.IsZero ? null : Reject(StopLossCodes.RecoveryAmount, recovery,
                $"becomes {Words.Of(step.State.ToString())} with an amount of {step.Amount}. Only what is approved or"
                + " received has one.");
        if (step.Amount.IsPositive && step.Amount <= room)
            return null;
        return Reject(StopLossCodes.RecoveryAmount, recovery,
            $"cannot have {step.Amount} {Words.Of(step.State.ToString())}: above zero and at most {room} is open."
            + " Correct the amount.");
    }

    private static Finding Reject(string code, Recovery recovery, string problem) =>
        new(code, Severity.Rejected, Place.None, $"Filing {recovery.Number} {problem}");
}
