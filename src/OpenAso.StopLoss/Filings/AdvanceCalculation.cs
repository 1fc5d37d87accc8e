using OpenAso.Kernel;
using OpenAso.StopLoss.Counting;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;

namespace OpenAso.StopLoss.Filings;

/// <summary>What a carrier is asked for in advance, claimant by claimant.</summary>
/// <param name="policy">With a specific and advance funding.</param>
/// <param name="position">Before the claims are released.</param>
/// <param name="on">The day of the request.</param>
/// <param name="findings">Gets what cannot be asked for.</param>
internal sealed class AdvanceCalculation(
    StopLossPolicy policy, StopLossPosition position, DateOnly on, List<Finding> findings)
{
    private readonly SpecificTerms _terms = policy.Specific!;
    private readonly AdvanceFundingTerms _advance = policy.Filing.Advance!;
    private readonly CountingTerms _counting = CountingTerms.OfSpecific(policy, on)!;

    [Source("Public advance funding terms: over a deductible already met, above a least amount, claims fully"
        + " adjudicated")]
    public ValueList<AdvanceRequest> Of(IEnumerable<ClaimPayment> unreleased)
    {
        var claimants = unreleased.OrderBy(claim => claim.Claim, StringComparer.Ordinal).Where(CanBeAdvanced)
            .GroupBy(policy.UnitOf, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal);
        var left = Money.Max(_terms.Aggregating - position.AggregatingUsed, Money.Zero);
        var requests = new List<AdvanceRequest>();
        foreach (var claimant in claimants)
        {
            if (Request(claimant.Key, [.. claimant], ref left) is { } request)
                requests.Add(request);
        }
        return requests.ToValueList();
    }

    private bool CanBeAdvanced(ClaimPayment claim)
    {
        var problem = claim switch
        {
            { Dates.Adjudicated: null } => "is not decided",
            { Dates.Adjudicated: { } day } when day > on => "is not decided",
            { Dates.Issued: not null } or { Dates.Cleared: not null } => "has been released",
            { Amount.IsPositive: false } => "pays nothing",
            _ when _counting.Check(claim, on) is var reason and not ExclusionReason.None =>
                $"does not count under the specific ({Documents.Words.Of(reason.ToString())})",
            _ => null,
        };
        if (problem is not null)
            Refuse(StopLossCodes.NotAdvanced, $"Claim {claim.Claim} {problem}, so it cannot be funded in advance.");
        return problem is null;
    }

    private AdvanceRequest? Request(string name, List<ClaimPayment> claims, ref Money left)
    {
        var sum = claims.Total(claim => claim.Amount);
        var claimant = position.Specific.Items.FirstOrDefault(one => one.Claimant == name);
        if (claimant?.Deductible is not { } deductible || claimant.Eligible < deductible)
        {
            Refuse(StopLossCodes.DeductibleNotUsed,
                $"The deductible of the person of claim {claims[0].Claim} is not used up. Release claims until it is.");
            return null;
        }
        var amount = Added(claimant, sum, left, out var taken);
        if (amount < _advance.Least || !amount.IsPositive)
        {
            Refuse(StopLossCodes.SmallAdvance,
                $"The carrier would pay {amount} for claim {claims[0].Claim} and those with it, and requests begin at"
                + $" {_advance.Least}. Release them, and file the loss afterwards.");
            return null;
        }
        left -= taken;
        return new AdvanceRequest(name, on, claims.Select(claim => claim.Claim).Distinct().ToValueList(), sum, amount);
    }

    // What the carrier would pay back with the claims, less what it pays back without them.
    private Money Added(SpecificPosition claimant, Money sum, Money left, out Money taken)
    {
        var erodes = _terms.LaserExcessErodesAggregating || !claimant.IsLasered;
        taken = erodes ? Money.Min(left, sum) : Money.Zero;
        var beyond = claimant.Excess + sum - claimant.AggregatingApplied - taken;
        var share = beyond.Times(_terms.Reimbursement, Rounding.HalfUp);
        return (_terms.Maximum is { } most ? Money.Min(share, most) : share) - claimant.Reimbursable;
    }

    private void Refuse(string code, string message) =>
        findings.Add(new Finding(code, Severity.Rejected, Place.None, message));
}
