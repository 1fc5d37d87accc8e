using OpenAso.Kernel;

namespace OpenAso.StopLoss.Policies;

/// <summary>Premium by the month and tier.</summary>
/// <param name="Rates">Each pair of coverage and tier once.</param>
/// <param name="DueDay">The day of the month on which premium is due, 1 to 28.</param>
/// <param name="GraceDays">Days after that on which it may still be paid.</param>
/// <param name="Commission">The broker's share, which is part of the rates.</param>
public sealed record PremiumTerms(ValueList<PremiumRate> Rates, int DueDay, int GraceDays, Percent Commission);

/// <summary>What one covered unit costs in a month.</summary>
/// <param name="Coverage">Specific or aggregate.</param>
/// <param name="Line">The line of coverage under which units are counted.</param>
/// <param name="Tier">The carrier's own word for who is covered.</param>
/// <param name="Monthly">For one unit in one month.</param>
public sealed record PremiumRate(StopLossCoverage Coverage, LineOfCoverage Line, string Tier, Money Monthly);

/// <summary>The two protections of a stop-loss policy.</summary>
public enum StopLossCoverage
{
    /// <summary>Against the claims of one person.</summary>
    Specific,

    /// <summary>Against all claims together.</summary>
    Aggregate,
}

/// <summary>What is promised for the next period.</summary>
/// <param name="RateCap">How much the specific rates may rise at most; null for no cap.</param>
/// <param name="NoNewLaser">Whether nobody may be lasered anew; lasers in force may go on.</param>
public sealed record RenewalTerms(Percent? RateCap, bool NoNewLaser);

/// <summary>What of a good year's premium comes back.</summary>
/// <param name="Share">Of what is left.</param>
/// <param name="Expense">The carrier's share of premium for its own costs.</param>
/// <param name="DeficitCarriedForward">From earlier periods, taken off first.</param>
public sealed record ExperienceRefundTerms(Percent Share, Percent Expense, Money DeficitCarriedForward);
