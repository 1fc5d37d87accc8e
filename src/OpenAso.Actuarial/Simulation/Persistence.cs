using OpenAso.Actuarial.Distributions;

namespace OpenAso.Actuarial.Simulation;

/// <summary>What ranks that move from year to year (a Gaussian copula) say of who stays costly, to hold it against what
/// was observed.</summary>
public static class Persistence
{
    private const int Steps = 4_000;
    private const double Farthest = 9;

    /// <summary>The share of a year's costliest people who are among the costliest of the next year.</summary>
    /// <param name="share">How many are the costliest, as a share of all: between 0 and 1.</param>
    /// <param name="correlation">Of normal ranks in neighbouring years: above -1, below 1.</param>
    public static double Staying(double share, double correlation)
    {
        var least = -NormalLaw.Quantile(share);
        var fresh = Math.Sqrt(1 - (correlation * correlation));
        return Mean(least, rank => NormalLaw.Above((least - (correlation * rank)) / fresh)) / share;
    }

    /// <summary>What a year's costliest people cost in the next one, as a multiple of what all people do.</summary>
    /// <param name="severity">What a person costs in a year.</param>
    /// <param name="share">How many are the costliest, as a share of all: between 0 and 1.</param>
    /// <param name="correlation">Of normal ranks in neighbouring years: above -1, below 1.</param>
    public static double NextYear(ClaimSeverity severity, double share, double correlation)
    {
        ArgumentNullException.ThrowIfNull(severity);
        var least = -NormalLaw.Quantile(share);
        var fresh = Math.Sqrt(1 - (correlation * correlation));
        var costs = new CostTable(severity, 1);
        // The next year's cost, times the share of people of each next rank who were costly the year before.
        return Mean(-Farthest, rank => costs.At(NormalLaw.Above(rank))
            * NormalLaw.Above((least - (correlation * rank)) / fresh)) / share / severity.Mean;
    }

    // The mean of a function of a normal number, counting only numbers from some on: Simpson's rule.
    private static double Mean(double from, Func<double, double> of)
    {
        var width = (Farthest - from) / Steps;
        var sum = 0.0;
        for (var step = 0; step <= Steps; step++)
        {
            var rank = from + (step * width);
            var weight = step is 0 or Steps ? 1 : step % 2 == 1 ? 4 : 2;
            sum += weight * NormalLaw.Density(rank) * of(rank);
        }
        return sum * width / 3;
    }
}
