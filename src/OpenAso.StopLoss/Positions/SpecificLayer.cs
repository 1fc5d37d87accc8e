using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;

namespace OpenAso.StopLoss.Positions;

/// <summary>The excess of one claimant over the deductible, and who bears it.</summary>
/// <param name="Excess">What passed the claimant's own deductible.</param>
/// <param name="AggregatingApplied">What of it the aggregating specific deductible took.</param>
/// <param name="Reimbursable">What the carrier pays back.</param>
public readonly record struct ExcessShare(Money Excess, Money AggregatingApplied, Money Reimbursable);

/// <summary>Divides what passed specific deductibles between aggregating deductible and carrier.</summary>
internal static class SpecificLayer
{
    /// <summary>The excess of each claimant that has any.</summary>
    /// <remarks>The aggregating specific deductible is used up in the order of payment day, then claim; the carrier's
    /// share is taken of what is left, rounded half up for each claimant, then held to the claimant's
    /// maximum.</remarks>
    /// <param name="terms">Of the policy.</param>
    /// <param name="accounts">Those that may have passed a deductible.</param>
    /// <param name="through">Nothing of a later month counts; null for all.</param>
    public static Dictionary<string, ExcessShare> Divide(
        SpecificTerms terms, IReadOnlyList<ClaimantAccount> accounts, Month? through)
    {
        var increments = new List<Increment>();
        var excess = new Dictionary<string, Money>(StringComparer.Ordinal);
        foreach (var account in accounts)
        {
            var total = Collect(terms, account, through, increments);
            if (total.IsPositive)
                excess.Add(account.Name, total);
        }
        increments.Sort(static (left, right) => left.CompareTo(right));
        var applied = Apply(terms.Aggregating, increments);
        return excess.ToDictionary(
            pair => pair.Key, pair => Share(terms, pair.Value, applied.GetValueOrDefault(pair.Key)),
            StringComparer.Ordinal);
    }

    private static Money Collect(
        SpecificTerms terms, ClaimantAccount account, Month? through, List<Increment> increments)
    {
        if (terms.DeductibleOf(account.Name) is not { } deductible)
            return Money.Zero;
        var erodes = terms.LaserExcessErodesAggregating || terms.LaserOf(account.Name) is null;
        var entries = account.Specific.Entries;
        Money total = Money.Zero, excess = Money.Zero;
        for (var i = 0; i < entries.Count; i++)
        {
            if (through is null || entries[i].Month <= through)
                total += entries[i].Amount;
            if (i + 1 < entries.Count && entries[i + 1].IsSamePayment(entries[i]))
                continue;
            var now = Money.Max(total - deductible, Money.Zero);
            if (erodes && now > excess)
                increments.Add(new Increment(entries[i].PaidOn, entries[i].Claim, account.Name, now - excess));
            excess = now;
        }
        return excess;
    }

    private static Dictionary<string, Money> Apply(Money deductible, List<Increment> increments)
    {
        var applied = new Dictionary<string, Money>(StringComparer.Ordinal);
        var left = deductible;
        foreach (var increment in increments)
        {
            if (!left.IsPositive)
                break;
            var part = Money.Min(left, increment.Amount);
            left -= part;
            applied[increment.Claimant] = applied.GetValueOrDefault(increment.Claimant) + part;
        }
        return applied;
    }

    private static ExcessShare Share(SpecificTerms terms, Money excess, Money applied)
    {
        var share = (excess - applied).Times(terms.Reimbursement, Rounding.HalfUp);
        return new ExcessShare(excess, applied, terms.Maximum is { } most ? Money.Min(share, most) : share);
    }

    private readonly record struct Increment(DateOnly PaidOn, string Claim, string Claimant, Money Amount)
    {
        public int CompareTo(Increment other)
        {
            var byDay = PaidOn.CompareTo(other.PaidOn);
            if (byDay != 0)
                return byDay;
            var byClaim = string.CompareOrdinal(Claim, other.Claim);
            return byClaim != 0 ? byClaim : string.CompareOrdinal(Claimant, other.Claimant);
        }
    }
}
