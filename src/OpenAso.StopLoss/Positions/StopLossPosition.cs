using OpenAso.Kernel;
using OpenAso.StopLoss.Notices;
using OpenAso.StopLoss.Policies;

namespace OpenAso.StopLoss.Positions;

/// <summary>Where a policy stands on a day.</summary>
/// <param name="Policy">The policy's number.</param>
/// <param name="AsOf">The day; nothing later is known.</param>
/// <param name="Specific">Everybody for whom something was paid, by name.</param>
/// <param name="Aggregate">All claims together; null where the policy has no aggregate.</param>
/// <param name="Excluded">What does not count, and why, by claim.</param>
/// <param name="Bearers">Who bears what was paid.</param>
/// <param name="Findings">What is not known, so that the position leaves it out or claims nothing for it.</param>
public sealed record StopLossPosition(
    string Policy,
    DateOnly AsOf,
    ValueList<SpecificPosition> Specific,
    AggregatePosition? Aggregate,
    ValueList<ExcludedAmount> Excluded,
    CostBearers Bearers,
    ValueList<Finding> Findings)
{
    /// <summary>The claimants to keep an eye on, who has used most of the deductible first.</summary>
    public ValueList<WatchEntry> Watch { get; init; }

    /// <summary>What must be told to the carrier, what is due first in front.</summary>
    public ValueList<Notice> Notices { get; init; }

    /// <summary>What the specific pays back for everybody together.</summary>
    public Money SpecificTotal => Specific.Total(claimant => claimant.Reimbursable);

    /// <summary>What has been used of the aggregating specific deductible.</summary>
    public Money AggregatingUsed => Specific.Total(claimant => claimant.AggregatingApplied);
}

/// <summary>Where one claimant stands against the specific deductible.</summary>
/// <param name="Claimant">The person, or the certificate where the policy counts by certificate.</param>
/// <param name="Paid">All that the plan paid, less all that it got back.</param>
/// <param name="Eligible">What of it counts under the specific.</param>
/// <param name="AggregateOnly">What of it counts under the aggregate alone, as a line of coverage that the specific
/// does not protect.</param>
/// <param name="Deductible">The claimant's own; null where the carrier excludes the person.</param>
/// <param name="IsLasered">Whether the deductible is the claimant's own.</param>
/// <param name="Excess">What has passed it.</param>
/// <param name="AggregatingApplied">What of the excess the aggregating specific deductible took.</param>
/// <param name="Reimbursable">What the carrier pays back.</param>
public sealed record SpecificPosition(
    string Claimant,
    Money Paid,
    Money Eligible,
    Money AggregateOnly,
    Money? Deductible,
    bool IsLasered,
    Money Excess,
    Money AggregatingApplied,
    Money Reimbursable)
{
    /// <summary>What was paid and counts nowhere.</summary>
    public Money Ineligible => Paid - Eligible - AggregateOnly;

    /// <summary>How much of the deductible is used, rounded down to the hundredth of a percent; 100 % or more once it
    /// is met. None where there is no deductible to use.</summary>
    public Percent Used => UsedOf(Eligible, Deductible);

    internal static Percent UsedOf(Money eligible, Money? deductible) =>
        deductible is { IsPositive: true } whole && eligible.IsPositive
            ? new Percent((int)Int128.Min((Int128)eligible.Cents * 10_000 / whole.Cents, 20_000_000) * 100)
            : Percent.None;
}

/// <summary>Where all claims together stand against the aggregate attachment.</summary>
/// <param name="Months">Of the period, then those of run-out, up to the day of the position.</param>
/// <param name="Attachment">Of the months so far; once the period has ended, of the period.</param>
/// <param name="AttachmentProjected">Of the period, if the months to come are like the last.</param>
/// <param name="MinimumAttachment">The least that the period's can be.</param>
/// <param name="Eligible">What counts so far.</param>
/// <param name="Reimbursable">What the carrier pays back; zero before the period has ended.</param>
/// <param name="Advanced">Accommodation that the carrier has paid and not got back.</param>
/// <param name="Repayable">What of it goes back because the period's end asks for less; zero before.</param>
/// <param name="Variant">What of a person's claims counts above the specific deductible.</param>
public sealed record AggregatePosition(
    ValueList<AggregateMonth> Months,
    Money Attachment,
    Money AttachmentProjected,
    Money MinimumAttachment,
    Money Eligible,
    Money Reimbursable,
    Money Advanced,
    Money Repayable,
    LaseredDollars Variant)
{
    /// <summary>How much of the attachment is used, rounded down to the hundredth of a percent.</summary>
    public Percent Used => Attachment.IsPositive && Eligible.IsPositive
        ? new Percent((int)Int128.Min((Int128)Eligible.Cents * 10_000 / Attachment.Cents, 20_000_000) * 100)
        : Percent.None;
}

/// <summary>One month of the aggregate report.</summary>
/// <param name="Month">The month.</param>
/// <param name="Attachment">What its covered units add; zero in run-out.</param>
/// <param name="CumulativeAttachment">The sum so far.</param>
/// <param name="Eligible">What counts of the month; below zero where more was given back.</param>
/// <param name="CumulativeEligible">The sum so far.</param>
/// <param name="Floor">What claims must pass before the carrier advances anything.</param>
/// <param name="Accommodation">What the carrier advances for the month.</param>
/// <param name="Repayable">What of earlier advances turns out too high.</param>
public sealed record AggregateMonth(
    Month Month,
    Money Attachment,
    Money CumulativeAttachment,
    Money Eligible,
    Money CumulativeEligible,
    Money Floor,
    Money Accommodation,
    Money Repayable);
