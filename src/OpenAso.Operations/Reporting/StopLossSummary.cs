using OpenAso.Kernel;
using OpenAso.StopLoss.Positions;

namespace OpenAso.Operations.Reporting;

/// <summary>Where an employer's stop-loss policy stands, by pseudonym.</summary>
/// <param name="Policy">The policy's number.</param>
/// <param name="Carrier">Its carrier.</param>
/// <param name="Watched">Who has used half of the own deductible or more, who has used most first.</param>
/// <param name="Recoverable">What the carrier owes for claims already paid, before what it has paid.</param>
/// <param name="AggregatingUsed">What has been used of the aggregating specific deductible.</param>
/// <param name="Aggregating">The aggregating specific deductible; zero for none.</param>
/// <param name="Aggregate">All claims together; null where the policy has no aggregate.</param>
/// <param name="Notices">Notices to the carrier that have arisen.</param>
/// <param name="PremiumBilled">Premium billed for the policy so far.</param>
public sealed record StopLossSummary(
    string Policy,
    string Carrier,
    ValueList<WatchedMember> Watched,
    Money Recoverable,
    Money AggregatingUsed,
    Money Aggregating,
    AggregatePosition? Aggregate,
    int Notices,
    Money PremiumBilled)
{
    /// <summary>What was asked of the carrier.</summary>
    public Money Filed { get; init; }

    /// <summary>What it has paid and the plan has not paid back.</summary>
    public Money Received { get; init; }

    /// <summary>What is still expected of what was filed.</summary>
    public Money Outstanding { get; init; }

    /// <summary>What is owed and nobody has filed.</summary>
    public Money NotFiled { get; init; }

    /// <summary>What the plan owes the carrier, because payments came back after it had paid.</summary>
    public Money PayableToCarrier { get; init; }
}

/// <summary>A member who has used half of the own deductible or more.</summary>
/// <param name="Pseudonym">Stands for the member; the same in every report of the employer.</param>
/// <param name="Eligible">What counts.</param>
/// <param name="Deductible">The member's own.</param>
/// <param name="IsLasered">Whether it is higher than the policy's.</param>
/// <param name="Used">How much of it is used.</param>
/// <param name="Excess">What has passed it.</param>
public sealed record WatchedMember(
    string Pseudonym, Money Eligible, Money Deductible, bool IsLasered, Percent Used, Money Excess);

/// <summary>What the plan year is expected to cost, and what it can cost at most.</summary>
/// <remarks>Months to come are taken to be like the last one known.</remarks>
/// <param name="Fixed">Fees and stop-loss premium.</param>
/// <param name="Expected">Fixed cost and the claims of the budget, all lines.</param>
/// <param name="Maximum">Fixed cost, aggregate attachment, aggregating specific deductible, laser layers, and lines
/// outside
/// stop-loss at their budget; null where no aggregate ends it. What the policy does not count comes on top.</param>
public sealed record CostOutlook(Money Fixed, Money Expected, Money? Maximum);
