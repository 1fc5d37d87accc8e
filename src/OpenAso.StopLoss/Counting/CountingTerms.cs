using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;

namespace OpenAso.StopLoss.Counting;

/// <summary>What one protection of a policy asks of a payment before it counts.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Lines">Lines of coverage that count.</param>
/// <param name="Basis">The windows.</param>
/// <param name="RunIn">How much counts of earlier claims.</param>
/// <param name="AsOf">Nothing that was paid later is known yet.</param>
public sealed record CountingTerms(
    StopLossPolicy Policy, ValueList<LineOfCoverage> Lines, ContractBasis Basis, RunInLimit RunIn, DateOnly AsOf)
{
    /// <summary>What the specific asks; null where the policy has none.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="asOf">The day of the position.</param>
    public static CountingTerms? OfSpecific(StopLossPolicy policy, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.Specific is { } terms
            ? new CountingTerms(policy, terms.Lines, terms.Basis, terms.RunIn, asOf)
            : null;
    }

    /// <summary>What the aggregate asks; null where the policy has none. A terminal liability option that is exercised
    /// lengthens the payment window.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="asOf">The day of the position.</param>
    public static CountingTerms? OfAggregate(StopLossPolicy policy, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (policy.Aggregate is not { } terms)
            return null;
        var basis = terms.TerminalLiability is { IsExercised: true } option
            ? terms.Basis.Extended(option.RunOut)
            : terms.Basis;
        return new CountingTerms(policy, terms.Lines, basis, terms.RunIn, asOf);
    }

    /// <summary>Why a payment above zero does not count.</summary>
    /// <param name="payment">Not a refund: a refund follows the payment that it gives back.</param>
    /// <param name="paid">The day on which it counts as paid; null where it does not.</param>
    public ExclusionReason Check(ClaimPayment payment, DateOnly? paid)
    {
        ArgumentNullException.ThrowIfNull(payment);
        if (payment.IneligibleBecause is not null)
            return ExclusionReason.NotEligible;
        if (!Lines.Items.Contains(payment.Line))
            return ExclusionReason.LineNotCovered;
        if (Policy.Specific?.LaserOf(Policy.UnitOf(payment)) is { Deductible: null })
            return ExclusionReason.PersonExcluded;
        if (IsNotAtWork(payment))
            return ExclusionReason.NotActivelyAtWork;
        if (payment.Incurred < FirstIncurred)
            return ExclusionReason.IncurredTooEarly;
        if (payment.Incurred > Basis.Incurred.Last)
            return ExclusionReason.IncurredTooLate;
        return CheckPaid(paid);
    }

    private ExclusionReason CheckPaid(DateOnly? paid) => paid switch
    {
        null => ExclusionReason.NotPaid,
        { } day when day < Basis.Paid.First => ExclusionReason.PaidTooEarly,
        { } day when day > Basis.Paid.Last => ExclusionReason.PaidTooLate,
        { } day when day > AsOf => ExclusionReason.AfterAsOf,
        _ => ExclusionReason.None,
    };

    private DateOnly FirstIncurred =>
        RunIn.Days is { } days && Policy.Period.First.AddDays(-days) is var first && first > Basis.Incurred.First
            ? first
            : Basis.Incurred.First;

    private bool IsNotAtWork(ClaimPayment payment)
    {
        foreach (var person in Policy.NotAtWork)
        {
            if (person.Claimant == payment.Claimant && (person.From is not { } from || payment.Incurred < from))
                return true;
        }
        return false;
    }
}
