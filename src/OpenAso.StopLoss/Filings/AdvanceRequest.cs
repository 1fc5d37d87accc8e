using OpenAso.Kernel;
using OpenAso.StopLoss.Counting;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;

namespace OpenAso.StopLoss.Filings;

/// <summary>A request that the carrier pay large claims before the plan does.</summary>
/// <param name="Claimant">For whose claims.</param>
/// <param name="On">The day of the request.</param>
/// <param name="Claims">Claims that are decided and not yet released, in order.</param>
/// <param name="Unreleased">What the plan will pay for them.</param>
/// <param name="Amount">What the carrier is asked for: what it would pay back if they were released today, beyond what
/// it owes already.</param>
public sealed record AdvanceRequest(
    string Claimant, DateOnly On, ValueList<string> Claims, Money Unreleased, Money Amount)
{
    /// <summary>The last day on which the plan must send the money on.</summary>
    /// <param name="terms">Of the policy.</param>
    /// <param name="receivedOn">The day on which the carrier's money arrived.</param>
    public static DateOnly ReleaseBy(AdvanceFundingTerms terms, DateOnly receivedOn)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return WorkingDays.After(receivedOn, terms.ReleaseDays);
    }

    /// <summary>The last day on which a request may arrive.</summary>
    /// <param name="terms">Of the policy.</param>
    /// <param name="period">The policy's.</param>
    public static DateOnly LastDay(AdvanceFundingTerms terms, DateRange period)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return period.Last.AddDays(-terms.LastRequestDays);
    }

    /// <summary>The requests that can be made for unreleased claims.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="position">Before they are released.</param>
    /// <param name="unreleased">Claims that the plan holds back until the carrier has paid.</param>
    /// <param name="on">The day of the request.</param>
    /// <returns>By claimant; with a finding for each claim or claimant for which none can be made.</returns>
    public static Parsed<ValueList<AdvanceRequest>> Of(
        StopLossPolicy policy, StopLossPosition position, IEnumerable<ClaimPayment> unreleased, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(position);
        ArgumentNullException.ThrowIfNull(unreleased);
        var findings = new List<Finding>();
        if (policy.Filing.Advance is not { } terms || policy.Specific is null)
            return None(StopLossCodes.NoAdvance,
                "The policy has no advance funding. Release the claims and file the loss afterwards.");
        if (on > LastDay(terms, policy.Period))
            return None(StopLossCodes.AdvanceLate,
                $"Requests had to arrive until {PackManifest.Text(LastDay(terms, policy.Period))}. Release the claims"
                + " and file the loss afterwards.");
        var requests = new AdvanceCalculation(policy, position, on, findings).Of(unreleased);
        return new Parsed<ValueList<AdvanceRequest>>(requests, findings.ToValueList());
    }

    private static Parsed<ValueList<AdvanceRequest>> None(string code, string message) =>
        new([], [new Finding(code, Severity.Rejected, Place.None, message)]);
}
