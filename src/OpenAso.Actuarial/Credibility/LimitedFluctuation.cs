using OpenAso.Actuarial.Distributions;

namespace OpenAso.Actuarial.Credibility;

/// <summary>Credibility by limited fluctuation: experience counts in full where it lies near what is expected of it
/// with a probability.</summary>
public static class LimitedFluctuation
{
    /// <summary>The number of expected claims that full credibility needs where only their number varies.</summary>
    /// <param name="probability">Of lying within the tolerance; between 0 and 1.</param>
    /// <param name="tolerance">As a share of what is expected: 0.05 for 5 %; above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability or the tolerance is out of range.</exception>
    public static double FullClaims(double probability, double tolerance)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tolerance);
        var ratio = NormalLaw.Quantile((1 + probability) / 2) / tolerance;
        return ratio * ratio;
    }

    /// <summary>The years of membership that full credibility of the cost of a person needs.</summary>
    /// <param name="probability">Of lying within the tolerance; between 0 and 1.</param>
    /// <param name="tolerance">As a share of what is expected; above zero.</param>
    /// <param name="severity">Of one person's year.</param>
    /// <param name="pooling">Above which cost is pooled and does not count; infinity for no pooling.</param>
    public static double FullYears(double probability, double tolerance, ClaimSeverity severity, double pooling)
    {
        ArgumentNullException.ThrowIfNull(severity);
        var top = Math.Min(pooling, severity.Scale * 1e12);
        var mean = severity.LimitedMean(pooling);
        return FullClaims(probability, tolerance) * ((severity.LimitedSquare(top) / (mean * mean)) - 1);
    }

    /// <summary>How far experience counts: the square root of its share of what full credibility needs.</summary>
    /// <param name="volume">What there is; zero or more.</param>
    /// <param name="full">What full credibility needs; above zero.</param>
    /// <returns>0 to 1.</returns>
    public static double Partial(double volume, double full)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(volume);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(full);
        return Math.Min(Math.Sqrt(volume / full), 1);
    }
}
