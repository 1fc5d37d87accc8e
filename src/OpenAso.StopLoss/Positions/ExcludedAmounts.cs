using OpenAso.Kernel;
using OpenAso.StopLoss.Counting;
using OpenAso.StopLoss.Policies;

namespace OpenAso.StopLoss.Positions;

/// <summary>What was paid for a claim and does not count.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Claimant">Whose claim it is.</param>
/// <param name="From">Specific or aggregate.</param>
/// <param name="Reason">Why it does not count.</param>
/// <param name="Words">The extract's own reason where it said that the policy does not pay; otherwise null.</param>
/// <param name="Amount">As far as it does not count.</param>
public sealed record ExcludedAmount(
    string Claim, string Claimant, StopLossCoverage From, ExclusionReason Reason, string? Words, Money Amount);

/// <summary>Gathers what does not count.</summary>
internal static class ExcludedAmounts
{
    public static IReadOnlyList<ExcludedAmount> Of(
        List<CountedAmount> specific, List<CountedAmount> aggregate, CountingScene scene)
    {
        if (specific.TrueForAll(amount => amount.Counts) && aggregate.TrueForAll(amount => amount.Counts))
            return [];
        return
        [
            .. scene.Specific is null ? [] : Of(specific, StopLossCoverage.Specific),
            .. scene.Aggregate is null ? [] : Of(aggregate, StopLossCoverage.Aggregate),
        ];
    }

    private static IEnumerable<ExcludedAmount> Of(List<CountedAmount> counted, StopLossCoverage from) =>
        counted.Where(amount => !amount.Counts)
            .GroupBy(amount => (amount.Payment.Claim, amount.Payment.Claimant, amount.Excluded,
                Words: amount.Excluded == ExclusionReason.NotEligible ? amount.Payment.IneligibleBecause : null))
            .Select(group => new ExcludedAmount(
                group.Key.Claim, group.Key.Claimant, from, group.Key.Excluded, group.Key.Words,
                group.Total(amount => amount.Amount)));
}
