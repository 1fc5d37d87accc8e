using OpenAso.Kernel;
using OpenAso.StopLoss.Counting;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;

namespace OpenAso.StopLoss.Gaps;

/// <summary>Compares a plan with its stop-loss policy: what the plan must pay and the policy will not.</summary>
/// <remarks>A list for people to read, not a coverage opinion: a payment may fall under several gaps, so their amounts
/// are not to be added up.</remarks>
public static class GapAnalysis
{
    /// <summary>All gaps, by kind.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="plan">What the plan covers.</param>
    /// <param name="services">What was paid, as far as it is known.</param>
    /// <param name="asOf">Nothing that was paid later is known yet.</param>
    public static ValueList<CoverageGap> Of(
        StopLossPolicy policy, PlanPractice plan, IEnumerable<PaidCare> services, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(services);
        var scene = new GapScene(policy, plan, [.. services], asOf);
        return EligibilityGaps.Of(scene)
            .Concat(ExclusionGaps.Of(scene))
            .Concat(WindowGaps.Of(scene))
            .Concat(LayerGaps.Of(scene))
            .OrderBy(gap => gap.Kind).ThenBy(gap => gap.Key, StringComparer.Ordinal)
            .ToValueList();
    }
}

/// <summary>What all parts of the comparison look at.</summary>
internal sealed class GapScene
{
    public GapScene(StopLossPolicy policy, PlanPractice plan, IReadOnlyList<PaidCare> services, DateOnly asOf)
    {
        (Policy, Plan, Services) = (policy, plan, services);
        var book = new StopLossBook(policy, asOf);
        foreach (var service in services)
            book.Add(service.Payment);
        Position = book.Position();
        Terms = (CountingTerms.OfSpecific(policy, asOf) ?? CountingTerms.OfAggregate(policy, asOf))!;
    }

    public StopLossPolicy Policy { get; }

    public PlanPractice Plan { get; }

    public IReadOnlyList<PaidCare> Services { get; }

    public StopLossPosition Position { get; }

    /// <summary>What the specific asks, or the aggregate where there is none.</summary>
    public CountingTerms Terms { get; }

    public ContractBasis Basis => Terms.Basis;

    /// <summary>What was paid, less what was given back, for services of the policy's incurred window that the plan's
    /// claims hold and a gap hits.</summary>
    public Money Paid(Func<PaidCare, bool> isHit) =>
        Services.Where(service => Basis.Incurred.Contains(service.Payment.Incurred)
                && IsPaid(service) && isHit(service))
            .Total(service => service.Payment.Amount);

    /// <summary>What does not count for a reason, under the protection that <see cref="Terms"/> are of.</summary>
    public Money Excluded(params ExclusionReason[] reasons)
    {
        var from = Policy.Specific is null ? StopLossCoverage.Aggregate : StopLossCoverage.Specific;
        return Position.Excluded.Items.Where(amount => amount.From == from && reasons.Contains(amount.Reason))
            .Total(amount => amount.Amount);
    }

    // A refund is money in hand, whatever the plan means by "paid".
    private bool IsPaid(PaidCare service)
    {
        var (dates, amount) = (service.Payment.Dates, service.Payment.Amount);
        var day = dates.PaidAs(Plan.PaidMeans) ?? (amount.IsNegative ? dates.Latest ?? service.Payment.Incurred : null);
        return day <= Terms.AsOf;
    }
}
