using OpenAso.Disability.Benefits;
using OpenAso.Disability.Paying;
using OpenAso.Disability.Terms;

namespace OpenAso.Operations.DisabilityClaims;

/// <summary>The steps from a gross benefit to what is paid.</summary>
public static class ScheduleWords
{
    /// <summary>The steps of a payment in the order in which they were applied; they add up to what is paid.</summary>
    /// <param name="payment">The payment.</param>
    /// <param name="terms">For the clauses.</param>
    public static IEnumerable<ScheduleStep> StepsOf(BenefitPayment payment, DisabilityTerms terms)
    {
        ArgumentNullException.ThrowIfNull(payment);
        ArgumentNullException.ThrowIfNull(terms);
        foreach (var step in payment.Period.Steps)
            yield return step;
        if (!payment.Adjustment.IsZero)
            yield return new ScheduleStep("adjustment", terms.Benefit.Clause, payment.Adjustment);
        if (!payment.Recovery.IsZero)
            yield return new ScheduleStep("recovery", terms.Recovery.Clause, -payment.Recovery);
    }
}
