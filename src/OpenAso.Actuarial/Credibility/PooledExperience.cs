using OpenAso.Actuarial.Distributions;

namespace OpenAso.Actuarial.Credibility;

/// <summary>A group's own experience below a pooling level, blended with what is expected of everybody; above that
/// level it has too little to say, and only what is expected counts.</summary>
/// <param name="Credibility">How far the experience counts: 0 to 1.</param>
/// <param name="Manual">The expected cost of a person's year below the pooling level.</param>
/// <param name="Own">The same as experienced.</param>
/// <param name="Blended">The same, blended.</param>
/// <param name="Factor">By which a person's cost is multiplied so that its part below the pooling level is the blended
/// one.</param>
public sealed record PooledExperience(double Credibility, double Manual, double Own, double Blended, double Factor)
{
    private const double Probability = 0.90;
    private const double Tolerance = 0.05;

    /// <summary>Blends by limited fluctuation: within 5 % with a probability of 90 %.</summary>
    /// <param name="severity">What is expected of a person's year, in the money of the experience.</param>
    /// <param name="pooling">The pooling level; above zero.</param>
    /// <param name="years">Years of membership that were seen; zero or more.</param>
    /// <param name="cost">What they cost below the pooling level; zero or more.</param>
    public static PooledExperience Of(ClaimSeverity severity, double pooling, double years, double cost)
    {
        ArgumentNullException.ThrowIfNull(severity);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pooling);
        ArgumentOutOfRangeException.ThrowIfNegative(cost);
        var full = LimitedFluctuation.FullYears(Probability, Tolerance, severity, pooling);
        return OfCredibility(severity, pooling, years == 0 ? 0 : cost / years, LimitedFluctuation.Partial(years, full));
    }

    /// <summary>Blends with a credibility that is known.</summary>
    /// <param name="severity">What is expected of a person's year, in the money of the experience.</param>
    /// <param name="pooling">The pooling level; above zero.</param>
    /// <param name="own">Cost of a person's year below the pooling level, as experienced.</param>
    /// <param name="credibility">0 to 1.</param>
    public static PooledExperience OfCredibility(
        ClaimSeverity severity, double pooling, double own, double credibility)
    {
        ArgumentNullException.ThrowIfNull(severity);
        if (!(credibility is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(credibility), credibility, "From 0 to 1.");
        var manual = severity.LimitedMean(pooling);
        var blended = (credibility * own) + ((1 - credibility) * manual);
        return new PooledExperience(credibility, manual, own, blended, FactorOf(severity, pooling, blended));
    }

    private static double FactorOf(ClaimSeverity severity, double pooling, double blended)
    {
        var (low, high) = (0.0, 1.0);
        while (high * severity.LimitedMean(pooling / high) < blended)
        {
            high *= 2;
            if (high > 1e9)
                throw new ArgumentOutOfRangeException(
                    nameof(blended), blended, "No factor of everybody's cost makes the experience likely.");
        }
        for (var step = 0; step < 200 && high - low > high * 1e-15; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = middle * severity.LimitedMean(pooling / middle) < blended ? (middle, high) : (low, middle);
        }
        return high;
    }
}
