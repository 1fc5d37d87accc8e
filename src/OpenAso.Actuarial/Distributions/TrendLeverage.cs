namespace OpenAso.Actuarial.Distributions;

/// <summary>How much faster than claims the cost above a deductible grows, while the deductible stays.</summary>
public static class TrendLeverage
{
    /// <summary>The growth of the expected cost above a deductible.</summary>
    /// <param name="severity">Of one person, now.</param>
    /// <param name="deductible">Zero or more.</param>
    /// <param name="trend">The growth of every cost: 0.08 for 8 %; above -1.</param>
    /// <returns>0.16 for 16 %; zero where nothing passes the deductible.</returns>
    public static double OfExcess(ClaimSeverity severity, double deductible, double trend)
    {
        ArgumentNullException.ThrowIfNull(severity);
        var grown = Grown(trend);
        var before = severity.Excess(deductible);
        return before == 0 ? 0 : (grown * severity.Excess(deductible / grown) / before) - 1;
    }

    /// <summary>The growth of the expected cost below a deductible: slower than that of claims.</summary>
    /// <param name="severity">Of one person, now.</param>
    /// <param name="deductible">Above zero.</param>
    /// <param name="trend">The growth of every cost: 0.08 for 8 %; above -1.</param>
    public static double OfRetained(ClaimSeverity severity, double deductible, double trend)
    {
        ArgumentNullException.ThrowIfNull(severity);
        var grown = Grown(trend);
        return (grown * severity.LimitedMean(deductible / grown) / severity.LimitedMean(deductible)) - 1;
    }

    private static double Grown(double trend) => trend > -1
        ? 1 + trend
        : throw new ArgumentOutOfRangeException(nameof(trend), trend, "Costs cannot shrink by all they are.");
}
