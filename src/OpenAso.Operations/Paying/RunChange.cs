using OpenAso.Kernel;

namespace OpenAso.Operations.Paying;

/// <summary>In what a payment run differs from the one that was prepared.</summary>
public enum RunChangeKind
{
    /// <summary>The fund can give away more or less.</summary>
    Available,

    /// <summary>Somebody would be paid who would not have been.</summary>
    PayeeAdded,

    /// <summary>Somebody would not be paid any more.</summary>
    PayeeGone,

    /// <summary>Somebody would be paid another amount, or for other claims.</summary>
    PayeeAmount,

    /// <summary>More or less is held back.</summary>
    Held,

    /// <summary>The amounts are the same; the agreement or the claims behind them are not.</summary>
    Terms,
}

/// <summary>One difference between a run as it was prepared and as it would be now.</summary>
/// <param name="Kind">What differs.</param>
/// <param name="Payee">Whose payment; empty where it is nobody's.</param>
/// <param name="Before">As prepared.</param>
/// <param name="Now">As it would be now.</param>
public sealed record RunChange(RunChangeKind Kind, string Payee, Money Before, Money Now)
{
    /// <summary>Everything in which two runs differ; nothing where they are of one plan.</summary>
    /// <param name="before">As prepared.</param>
    /// <param name="now">As it would be now.</param>
    public static IReadOnlyList<RunChange> Between(PreparedRun before, PreparedRun now)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        if (before.Plan == now.Plan)
            return [];
        List<RunChange> changes = [];
        if (before.Available != now.Available)
            changes.Add(new RunChange(RunChangeKind.Available, "", before.Available, now.Available));
        var held = (before.Holds.Items.Total(hold => hold.Amount), now.Holds.Items.Total(hold => hold.Amount));
        if (held.Item1 != held.Item2)
            changes.Add(new RunChange(RunChangeKind.Held, "", held.Item1, held.Item2));
        changes.AddRange(OfPayees(before, now));
        return changes.Count > 0
            ? changes
            : [new RunChange(RunChangeKind.Terms, "", before.Total, now.Total)];
    }

    private static IEnumerable<RunChange> OfPayees(PreparedRun before, PreparedRun now)
    {
        var earlier = before.Payments.Items.ToDictionary(payment => payment.Payee);
        foreach (var payment in now.Payments)
        {
            var payee = payment.Payee.ToString();
            if (!earlier.Remove(payment.Payee, out var was))
                yield return new RunChange(RunChangeKind.PayeeAdded, payee, Money.Zero, payment.Amount);
            else if (was.Amount != payment.Amount || was.Claims != payment.Claims)
                yield return new RunChange(RunChangeKind.PayeeAmount, payee, was.Amount, payment.Amount);
        }
        foreach (var gone in earlier.Values.OrderBy(payment => payment.Payee))
            yield return new RunChange(RunChangeKind.PayeeGone, gone.Payee.ToString(), gone.Amount, Money.Zero);
    }
}

/// <summary>A payment run was not prepared, approved or withdrawn; nothing was changed.</summary>
/// <param name="refusal">Why, for programs and pages.</param>
/// <param name="sentence">Says why, and how to go on.</param>
public sealed class PreparedRunRefusedException(PreparedRunRefusal refusal, Sentence sentence)
    : WorkRefusedException(sentence)
{
    /// <summary>Why.</summary>
    public PreparedRunRefusal Refusal => refusal;

    /// <summary>In what the run would differ now from what was prepared.</summary>
    public IReadOnlyList<RunChange> Changes { get; init; } = [];
}

/// <summary>Why something is not done with a payment run. Ordered by precedence.</summary>
public enum PreparedRunRefusal
{
    /// <summary>None of that number waits: it was approved, withdrawn or replaced meanwhile.</summary>
    NotWaiting,

    /// <summary>Another run waits than the one that was looked at.</summary>
    AnotherWaits,

    /// <summary>Whoever prepared a run does not approve it.</summary>
    SamePerson,

    /// <summary>The day of the run has passed: its payments would be dated before they are made.</summary>
    DayPassed,

    /// <summary>The books have changed since the run was looked at.</summary>
    Outdated,

    /// <summary>There is nothing to pay.</summary>
    Empty,

    /// <summary>The reason is missing or too long.</summary>
    NoReason,
}
