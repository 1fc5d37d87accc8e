using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;

namespace OpenAso.StopLoss.Filings;

/// <summary>What the carrier owes by claimant, and how much of each filing is still expected.</summary>
internal static class OpenReceivables
{
    /// <summary>What the position says that the carrier pays back, where that is anything.</summary>
    public static Dictionary<(StopLossCoverage From, string Claimant), Money> Due(
        StopLossPolicy policy, StopLossPosition position)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(position);
        var due = position.Specific.Items.Where(claimant => claimant.Reimbursable.IsPositive)
            .ToDictionary(
                claimant => (StopLossCoverage.Specific, claimant.Claimant), claimant => claimant.Reimbursable);
        var aggregate = AggregateDue(policy, position);
        if (aggregate.IsPositive)
            due.Add((StopLossCoverage.Aggregate, ""), aggregate);
        return due;
    }

    /// <summary>In the course of the period what is advanced, after its end what is reimbursed.</summary>
    public static Money AggregateDue(StopLossPolicy policy, StopLossPosition position) =>
        position.Aggregate is not { } aggregate ? Money.Zero
        : position.AsOf >= policy.Period.Last ? aggregate.Reimbursable
        : aggregate.Advanced;

    public static List<Recovery> KnownOn(DateOnly asOf, IEnumerable<Recovery> recoveries)
    {
        ArgumentNullException.ThrowIfNull(recoveries);
        return [.. recoveries.Select(recovery => recovery.AsOf(asOf)).OfType<Recovery>()
            .OrderBy(recovery => recovery.FiledOn).ThenBy(recovery => recovery.Number, StringComparer.Ordinal)];
    }

    /// <summary>How much more the carrier can owe than it has paid.</summary>
    public static Money Room(Money reimbursable, Money received) => Money.Max(reimbursable - received, Money.Zero);

    /// <summary>What is expected of each filing. Where payments came back, the latest filings lose it first.</summary>
    public static IEnumerable<(Recovery Recovery, Money Expected)> Expected(
        IEnumerable<Recovery> known, Func<Recovery, Money> roomOf)
    {
        foreach (var own in known.GroupBy(recovery => (recovery.From, recovery.Claimant)))
        {
            var room = roomOf(own.First());
            foreach (var recovery in own)
            {
                var expected = Money.Min(recovery.Outstanding, room);
                room -= expected;
                if (expected.IsPositive)
                    yield return (recovery, expected);
            }
        }
    }
}
