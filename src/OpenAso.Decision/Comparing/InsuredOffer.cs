using OpenAso.Kernel;

namespace OpenAso.Decision.Comparing;

/// <summary>An insured plan as it is quoted: a premium that is fixed for the year, and terms by which the next one
/// follows.</summary>
/// <param name="FirstPremium">Of the first year: an amount, or expected claims at a loss ratio.</param>
public sealed record InsuredOffer(Price FirstPremium)
{
    /// <summary>What the premium was built from; null where it was only quoted.</summary>
    public PremiumBuildUp? BuildUp { get; init; }

    /// <summary>How it is re-rated on experience; null in the small-group market, where it is not.</summary>
    public RenewalTerms? Renewal { get; init; }

    /// <summary>How the community rate grows, in the small-group market; null elsewhere.</summary>
    public double? CommunityTrend { get; init; }
}

/// <summary>How an insurer re-rates.</summary>
/// <param name="Pooling">Above which one person's claims are pooled and do not count; infinity for no pooling.</param>
public sealed record RenewalTerms(double Pooling)
{
    /// <summary>What pooling costs in the first year; null for what is expected above the pooling level.</summary>
    public double? PoolingCharge { get; init; }

    /// <summary>How far own experience counts, 0 to 1; null for limited fluctuation on years of membership.</summary>
    public double? Credibility { get; init; }

    /// <summary>The insurer's trend; null for that of the document.</summary>
    public double? Trend { get; init; }

    /// <summary>What the insurer keeps of the premium, by what it is for; empty where it is what the first premium
    /// leaves above expected claims.</summary>
    public ValueList<RetentionPart> Retention { get; init; }

    /// <summary>Expected claims of the first year by the insurer's book; null for what the risk document
    /// expects.</summary>
    public double? Manual { get; init; }

    /// <summary>The most that a premium may rise in one year; infinity for no cap.</summary>
    public double Cap { get; init; } = double.PositiveInfinity;

    /// <summary>How many of the last years are looked at.</summary>
    public int ExperienceYears { get; init; } = 3;
}

/// <summary>A part of what an insurer keeps of the premium.</summary>
/// <param name="For">Administration, commission, premium-tax, risk…</param>
/// <param name="Share">Of the premium.</param>
public sealed record RetentionPart(string For, double Share);
