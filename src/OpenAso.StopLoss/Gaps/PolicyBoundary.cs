using OpenAso.Kernel;
using OpenAso.StopLoss.Counting;
using OpenAso.StopLoss.Policies;

namespace OpenAso.StopLoss.Gaps;

/// <summary>Why a claim stands near the end of a policy's window.</summary>
public enum BoundaryReason
{
    /// <summary>It is decided, the payment window ends soon, and it is not paid in the policy's sense.</summary>
    DecidedNotPaid,

    /// <summary>It was incurred in the last days of the incurred window and is not paid.</summary>
    IncurredNearEnd,
}

/// <summary>A claim that counts if it is paid in time, and only then.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Claimant">Whose claim it is.</param>
/// <param name="Line">The line of coverage.</param>
/// <param name="Amount">What is to be paid.</param>
/// <param name="Reason">Why it stands here.</param>
/// <param name="From">Under which protections.</param>
/// <param name="LastDay">The last day on which paying it still counts.</param>
/// <param name="DaysLeft">From the day of the list to the last day; 0 on the last day.</param>
public sealed record BoundaryClaim(
    string Claim,
    string Claimant,
    LineOfCoverage Line,
    Money Amount,
    BoundaryReason Reason,
    ValueList<StopLossCoverage> From,
    DateOnly LastDay,
    int DaysLeft);

/// <summary>Lists claims that stand near the end of a policy's windows, while they can still be paid in time.</summary>
public static class PolicyBoundary
{
    /// <summary>The claims, the most urgent first, then by amount.</summary>
    /// <remarks>What a claim got back is taken off what is unpaid of it as far as it is not covered by what was
    /// paid.</remarks>
    /// <param name="policy">The policy.</param>
    /// <param name="payments">Paid and unpaid; an undecided claim is one without any day, with what it may come
    /// to.</param>
    /// <param name="asOf">The day of the list; nothing later is known.</param>
    /// <param name="days">How many days before the end of a window count as near.</param>
    public static ValueList<BoundaryClaim> Of(
        StopLossPolicy policy, IEnumerable<ClaimPayment> payments, DateOnly asOf, int days)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(payments);
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var claims = payments.GroupBy(payment => payment.Claim, StringComparer.Ordinal).ToList();
        var found = new List<BoundaryClaim>();
        foreach (var (from, terms) in Protections(policy))
        {
            if (asOf <= terms.Basis.Paid.Last)
                found.AddRange(claims.Select(claim => Near([.. claim], new Boundary(from, terms, asOf, days)))
                    .OfType<BoundaryClaim>());
        }
        return found.GroupBy(claim => claim with { From = [] })
            .Select(same => same.Key with { From = same.SelectMany(claim => claim.From.Items).ToValueList() })
            .OrderBy(claim => claim.LastDay).ThenBy(claim => claim.Reason).ThenByDescending(claim => claim.Amount)
            .ThenBy(claim => claim.Claim, StringComparer.Ordinal)
            .ToValueList();
    }

    // Everything is known in time to come: whether a payment would count is asked of its last possible day.
    private static IEnumerable<(StopLossCoverage From, CountingTerms Terms)> Protections(StopLossPolicy policy)
    {
        if (CountingTerms.OfSpecific(policy, DateOnly.MaxValue) is { } specific)
            yield return (StopLossCoverage.Specific, specific);
        if (CountingTerms.OfAggregate(policy, DateOnly.MaxValue) is { } aggregate)
            yield return (StopLossCoverage.Aggregate, aggregate);
    }

    private static BoundaryClaim? Near(List<ClaimPayment> claim, Boundary boundary)
    {
        var unpaid = claim.Where(payment => payment.Amount.IsPositive && boundary.IsOpen(payment)).ToList();
        var left = Money.Min(unpaid.Total(payment => payment.Amount), claim.Total(payment => payment.Amount));
        if (!left.IsPositive || boundary.ReasonOf(unpaid) is not { } reason)
            return null;
        var last = boundary.Terms.Basis.Paid.Last;
        return new BoundaryClaim(
            unpaid[0].Claim, unpaid[0].Claimant, unpaid[0].Line, left, reason, [boundary.From], last,
            last.DayNumber - boundary.AsOf.DayNumber);
    }

    private sealed record Boundary(StopLossCoverage From, CountingTerms Terms, DateOnly AsOf, int Days)
    {
        /// <summary>Not paid yet, and would count on the last day.</summary>
        public bool IsOpen(ClaimPayment payment) =>
            !(payment.Dates.PaidAs(Terms.Policy.PaidMeans) <= AsOf)
            && Terms.Check(payment, Terms.Basis.Paid.Last) == ExclusionReason.None;

        public BoundaryReason? ReasonOf(List<ClaimPayment> unpaid)
        {
            if (Terms.Basis.Paid.Last.DayNumber - AsOf.DayNumber <= Days
                && unpaid.Exists(payment => payment.Dates.Adjudicated <= AsOf))
                return BoundaryReason.DecidedNotPaid;
            var last = Terms.Basis.Incurred.Last.DayNumber;
            return unpaid.Exists(payment => last - payment.Incurred.DayNumber < Days)
                ? BoundaryReason.IncurredNearEnd
                : null;
        }
    }
}
