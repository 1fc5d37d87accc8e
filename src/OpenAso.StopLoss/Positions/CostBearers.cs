using OpenAso.Kernel;

namespace OpenAso.StopLoss.Positions;

/// <summary>Who bears what the plan paid, so that each cent is borne by exactly one.</summary>
/// <remarks>What the aggregate carrier pays back is taken from the plan's own layers in this order: corridor and below,
/// laser layer, aggregating specific deductible, kept share.</remarks>
/// <param name="Ineligible">The plan, because the policy does not count it.</param>
/// <param name="BelowSpecific">The plan, below the policy's own specific deductible, as far as expected.</param>
/// <param name="Corridor">The plan, between expected claims and the aggregate attachment.</param>
/// <param name="LaserLayer">The plan, between the policy's deductible and a higher one of the claimant.</param>
/// <param name="AggregatingSpecific">The plan, by the aggregating specific deductible.</param>
/// <param name="KeptShare">The plan, by the share that the specific carrier does not pay.</param>
/// <param name="BeyondMaximum">The plan, above the maximum for a person.</param>
/// <param name="SpecificCarrier">The carrier, under the specific.</param>
/// <param name="AggregateCarrier">The carrier, under the aggregate.</param>
public sealed record CostBearers(
    Money Ineligible,
    Money BelowSpecific,
    Money Corridor,
    Money LaserLayer,
    Money AggregatingSpecific,
    Money KeptShare,
    Money BeyondMaximum,
    Money SpecificCarrier,
    Money AggregateCarrier)
{
    /// <summary>Everything that was paid.</summary>
    public Money Total => Plan + SpecificCarrier + AggregateCarrier;

    /// <summary>What the plan bears itself.</summary>
    public Money Plan =>
        Ineligible + BelowSpecific + Corridor + LaserLayer + AggregatingSpecific + KeptShare + BeyondMaximum;
}

/// <summary>Divides what was paid among those who bear it.</summary>
internal static class BearerDivision
{
    public static CostBearers Of(
        StopLossPolicyTerms terms, IEnumerable<SpecificPosition> claimants, AggregatePosition? aggregate)
    {
        Money ineligible = Money.Zero, below = Money.Zero, laser = Money.Zero, aggregating = Money.Zero;
        Money kept = Money.Zero, beyond = Money.Zero, carrier = Money.Zero;
        foreach (var claimant in claimants)
        {
            ineligible += claimant.Ineligible;
            var under = claimant.Eligible - claimant.Excess;
            var ownLayer = Money.Min(under, terms.Deductible ?? under);
            below += ownLayer + claimant.AggregateOnly;
            laser += under - ownLayer;
            aggregating += claimant.AggregatingApplied;
            var share = (claimant.Excess - claimant.AggregatingApplied).Times(terms.Reimbursement, Rounding.HalfUp);
            kept += claimant.Excess - claimant.AggregatingApplied - share;
            beyond += share - claimant.Reimbursable;
            carrier += claimant.Reimbursable;
        }
        var back = aggregate?.Reimbursable ?? Money.Zero;
        var fromAggregate = back;
        (below, laser, aggregating, kept) =
            (Less(below, ref back), Less(laser, ref back), Less(aggregating, ref back), Less(kept, ref back));
        var corridor = aggregate is null ? Money.Zero : CorridorOf(terms.Corridor, aggregate, below);
        return new CostBearers(
            ineligible, below - corridor, corridor, laser, aggregating, kept, beyond, carrier, fromAggregate - back);
    }

    // What stands between expected claims, which are the attachment without its corridor, and the attachment.
    private static Money CorridorOf(Percent? corridor, AggregatePosition aggregate, Money below)
    {
        if (corridor is not { Millionths: > 0 } share)
            return Money.Zero;
        var expected = aggregate.Attachment.Ratio(1_000_000, share.Millionths, Rounding.HalfUp);
        var reached = Money.Min(aggregate.Eligible, aggregate.Attachment) - expected;
        return Money.Max(Money.Min(reached, below), Money.Zero);
    }

    private static Money Less(Money layer, ref Money back)
    {
        var part = Money.Min(layer, back);
        if (!part.IsPositive)
            return layer;
        back -= part;
        return layer - part;
    }
}

/// <summary>The terms that a division needs.</summary>
/// <param name="Deductible">The policy's own; null where there is no specific.</param>
/// <param name="Reimbursement">The specific carrier's share.</param>
/// <param name="Corridor">What the aggregate's factors hold above expected claims; null where not stated.</param>
internal readonly record struct StopLossPolicyTerms(Money? Deductible, Percent Reimbursement, Percent? Corridor);
