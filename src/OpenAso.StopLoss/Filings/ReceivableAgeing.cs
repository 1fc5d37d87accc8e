using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;

namespace OpenAso.StopLoss.Filings;

/// <summary>What the carrier owes of what was filed, by days since the filing.</summary>
/// <param name="Through30">0 to 30 days.</param>
/// <param name="Through60">31 to 60 days.</param>
/// <param name="Through90">61 to 90 days.</param>
/// <param name="Beyond90">More than 90 days.</param>
public sealed record ReceivableAgeing(Money Through30, Money Through60, Money Through90, Money Beyond90)
{
    /// <summary>All of it: what <see cref="RecoveryPosition.Outstanding"/> comes to for everybody together.</summary>
    public Money Total => Through30 + Through60 + Through90 + Beyond90;

    /// <summary>The ageing on the day of a position.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="position">On its day.</param>
    /// <param name="recoveries">Everything that was filed, in any order.</param>
    /// <param name="repayments">What was paid back to the carrier, in any order.</param>
    public static ReceivableAgeing Of(
        StopLossPolicy policy, StopLossPosition position, IReadOnlyCollection<Recovery> recoveries,
        IReadOnlyCollection<CarrierRepayment> repayments)
    {
        var rows = RecoveryPosition.Of(policy, position, recoveries, repayments).Items
            .ToDictionary(row => (row.From, row.Claimant));
        var buckets = new Money[4];
        var known = OpenReceivables.KnownOn(position.AsOf, recoveries);
        foreach (var (recovery, expected) in OpenReceivables.Expected(
            known, recovery => rows[(recovery.From, recovery.Claimant)].Outstanding))
        {
            var days = position.AsOf.DayNumber - recovery.FiledOn.DayNumber;
            buckets[days <= 30 ? 0 : days <= 60 ? 1 : days <= 90 ? 2 : 3] += expected;
        }
        return new ReceivableAgeing(buckets[0], buckets[1], buckets[2], buckets[3]);
    }
}
