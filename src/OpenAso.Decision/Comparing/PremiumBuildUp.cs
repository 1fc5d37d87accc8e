using OpenAso.Kernel;

namespace OpenAso.Decision.Comparing;

/// <summary>A premium with what it was built from.</summary>
/// <param name="Experience">Incurred claims below the pooling level.</param>
/// <param name="TrendFactor">By which they are brought to the year of the premium.</param>
/// <param name="PoolingCharge">For what lies above the pooling level.</param>
/// <param name="Manual">Expected claims by the insurer's book.</param>
/// <param name="Credibility">How far experience counts: 0 to 1.</param>
/// <param name="Retention">The share of the premium that the insurer keeps: 0 to below 1.</param>
public sealed record PremiumBuildUp(
    double Experience, double TrendFactor, double PoolingCharge, double Manual, double Credibility, double Retention)
{
    /// <summary>Experience at the level of the year, with the pooling charge.</summary>
    public double Projected => PremiumRules.Projected(Experience, TrendFactor, PoolingCharge);

    /// <summary>Experience and manual, blended.</summary>
    public double Blended => PremiumRules.Blended(Projected, Manual, Credibility);

    /// <summary>The premium.</summary>
    public double Premium => PremiumRules.OfClaims(Blended, Retention);
}

/// <summary>How an insured premium is made.</summary>
public static class PremiumRules
{
    private const string BuildUp = "Group underwriting practice: credibility times pooled experience with trend and"
        + " pooling charge, the rest manual, over one less retention";

    /// <summary>Pooled experience at the level of another year, with the charge for pooling.</summary>
    /// <param name="experience">Incurred claims below the pooling level.</param>
    /// <param name="trendFactor">By which they grow: (1 + trend) to the power of years.</param>
    /// <param name="poolingCharge">For what lies above the pooling level.</param>
    [Source(BuildUp)]
    public static double Projected(double experience, double trendFactor, double poolingCharge) =>
        (experience * trendFactor) + poolingCharge;

    /// <summary>Experience and manual, weighed.</summary>
    /// <param name="experience">Projected.</param>
    /// <param name="manual">Expected by the insurer's book.</param>
    /// <param name="credibility">0 to 1.</param>
    [Source(BuildUp)]
    public static double Blended(double experience, double manual, double credibility) =>
        (credibility * experience) + ((1 - credibility) * manual);

    /// <summary>The premium that claims ask for.</summary>
    /// <param name="claims">Expected.</param>
    /// <param name="retention">The share of the premium that is not for claims: 0 to below 1. A target loss ratio is
    /// one less this.</param>
    /// <exception cref="ArgumentOutOfRangeException">The retention is out of range.</exception>
    [Source(BuildUp)]
    public static double OfClaims(double claims, double retention) => retention is >= 0 and < 1
        ? claims / (1 - retention)
        : throw new ArgumentOutOfRangeException(nameof(retention), retention, "From 0 to below 1.");

    /// <summary>The premium after a cap on its rise.</summary>
    /// <param name="premium">Asked for.</param>
    /// <param name="before">Of the year before.</param>
    /// <param name="cap">The most that it may rise: 0.25 for 25 %.</param>
    [Source("Renewal rate caps as insurers promise them")]
    public static double Capped(double premium, double before, double cap) =>
        double.IsPositiveInfinity(cap) ? premium : Math.Min(premium, before * (1 + cap));
}
