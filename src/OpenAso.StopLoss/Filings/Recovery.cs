using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;

namespace OpenAso.StopLoss.Filings;

/// <summary>A loss that was filed with the carrier, and all that came of it.</summary>
/// <param name="Number">Our own number of the filing.</param>
/// <param name="From">Specific or aggregate.</param>
/// <param name="Claimant">Whose loss it is; empty under the aggregate.</param>
/// <param name="Excess">What had passed the deductible or attachment when it was filed, earlier filings
/// included.</param>
/// <param name="Requested">What was asked for by this filing alone; not below zero.</param>
/// <param name="Steps">In order; the first is the filing.</param>
/// <remarks>What was asked for is always received, outstanding or denied: the three come to
/// <paramref name="Requested"/>.</remarks>
public sealed record Recovery(
    string Number,
    StopLossCoverage From,
    string Claimant,
    Money Excess,
    Money Requested,
    ValueList<RecoveryStep> Steps)
{
    /// <summary>Where it stands.</summary>
    public RecoveryState State => Steps[^1].State;

    /// <summary>The day of the filing.</summary>
    public DateOnly FiledOn => Steps[0].On;

    /// <summary>What the carrier has agreed to pay.</summary>
    public Money Approved => Sum(RecoveryState.Approved);

    /// <summary>What it has paid.</summary>
    public Money Received => Sum(RecoveryState.Received);

    /// <summary>What is still expected: all of it until the carrier has decided, and what it agreed to afterwards.
    /// Nothing once closed.</summary>
    public Money Outstanding => State switch
    {
        RecoveryState.Closed => Money.Zero,
        RecoveryState.Filed or RecoveryState.Pended or RecoveryState.Appealed => Requested - Received,
        RecoveryState.Approved or RecoveryState.Received or RecoveryState.Denied => Approved - Received,
        _ => throw new ArgumentOutOfRangeException(nameof(State), State, "There is no such state."),
    };

    /// <summary>What the carrier has refused, or was given up when it was closed.</summary>
    public Money Denied => Requested - Received - Outstanding;

    /// <summary>A loss on the day on which it is filed.</summary>
    /// <param name="number">Our own number of the filing.</param>
    /// <param name="filing">What was filed.</param>
    public static Recovery Of(string number, SpecificFiling filing)
    {
        ArgumentNullException.ThrowIfNull(filing);
        return new Recovery(
            number, StopLossCoverage.Specific, filing.Claimant, filing.Excess, filing.Requested, Filed(filing.FiledOn));
    }

    /// <summary>A loss on the day on which it is filed.</summary>
    /// <param name="number">Our own number of the filing.</param>
    /// <param name="filing">What was filed.</param>
    public static Recovery Of(string number, AggregateFiling filing)
    {
        ArgumentNullException.ThrowIfNull(filing);
        return new Recovery(
            number, StopLossCoverage.Aggregate, "", filing.Excess, filing.Requested, Filed(filing.FiledOn));
    }

    /// <summary>What was known of it on a day; null where it had not been filed.</summary>
    /// <param name="asOf">The day.</param>
    public Recovery? AsOf(DateOnly asOf)
    {
        if (FiledOn > asOf)
            return null;
        return Steps[^1].On <= asOf
            ? this
            : this with { Steps = Steps.Items.TakeWhile(step => step.On <= asOf).ToValueList() };
    }

    private static ValueList<RecoveryStep> Filed(DateOnly on) =>
        [new RecoveryStep(RecoveryState.Filed, on, Money.Zero, "")];

    private Money Sum(RecoveryState state) =>
        Steps.Items.Where(step => step.State == state).Total(step => step.Amount);
}

/// <summary>One step in the life of a filed loss.</summary>
/// <param name="State">Where it stands after it.</param>
/// <param name="On">The day.</param>
/// <param name="Amount">What this step approves or brings in; zero for all others.</param>
/// <param name="Reason">The carrier's, or ours for an appeal or for closing it with money open; may be empty
/// otherwise.</param>
public sealed record RecoveryStep(RecoveryState State, DateOnly On, Money Amount, string Reason);

/// <summary>Where a filed loss stands.</summary>
public enum RecoveryState
{
    /// <summary>With the carrier, undecided.</summary>
    Filed,

    /// <summary>The carrier waits for something.</summary>
    Pended,

    /// <summary>The carrier has agreed to pay an amount.</summary>
    Approved,

    /// <summary>The carrier has paid, all of it or a part.</summary>
    Received,

    /// <summary>The carrier has refused what it had not agreed to.</summary>
    Denied,

    /// <summary>The plan has asked the carrier to decide again.</summary>
    Appealed,

    /// <summary>Nothing more is expected.</summary>
    Closed,
}
