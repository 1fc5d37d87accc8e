using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;

namespace OpenAso.StopLoss.Underwriting;

/// <summary>What of a good year's premium comes back.</summary>
/// <param name="Refund">What the carrier pays.</param>
/// <param name="Deficit">What is taken off in the next period; zero where something was left.</param>
public sealed record ExperienceRefund(Money Refund, Money Deficit);

/// <summary>Works out experience refunds.</summary>
public static class ExperienceRefundRules
{
    /// <summary>A share of premium less the carrier's own costs, incurred claims and the deficit of earlier
    /// periods.</summary>
    /// <remarks>Expense and share are each rounded half up to the cent.</remarks>
    /// <param name="terms">Of the policy.</param>
    /// <param name="premium">Of the period.</param>
    /// <param name="incurredClaims">What the carrier paid for the period, and will.</param>
    [Source("Industry practice, without a public text: share of premium less expense, claims and deficit, from zero")]
    public static ExperienceRefund Of(ExperienceRefundTerms terms, Money premium, Money incurredClaims)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var left = premium - premium.Times(terms.Expense, Rounding.HalfUp) - incurredClaims
            - terms.DeficitCarriedForward;
        return left.IsNegative
            ? new ExperienceRefund(Money.Zero, -left)
            : new ExperienceRefund(left.Times(terms.Share, Rounding.HalfUp), Money.Zero);
    }
}
