using OpenAso.Kernel;

namespace OpenAso.Actuarial.Reserving;

/// <summary>The distribution of a reserve: the triangle drawn again many times from its own residuals, developed each
/// time by factors selected in the same way, and what is to come drawn around the result (England and Verrall
/// 2002).</summary>
/// <remarks>
/// <para>What is to come is gamma with the model's variance, the scale times the mean; a mean below zero gives its
/// mirror. Gamma numbers of one scale add up to a gamma number, so that one is drawn for all that an origin gains and
/// one for all that it loses: the same distribution as one for each cell.</para>
/// <para>Where the amounts drawn for an age are not above zero in sum, the replicate keeps the factor of the real
/// triangle; how often is said. Factors that somebody has chosen stay as they are.</para>
/// </remarks>
public static class OdpBootstrap
{
    private static readonly double[] Probabilities = [0.5, 0.75, 0.9, 0.95, 0.99];

    /// <summary>The reserve.</summary>
    /// <param name="triangle">Any triangle; increments may be below zero.</param>
    /// <param name="pattern">Its selected factors.</param>
    /// <param name="replicates">How often the triangle is drawn; at least one.</param>
    /// <param name="random">Where chance comes from.</param>
    public static ReserveEstimate Run(
        Triangle triangle, DevelopmentPattern pattern, int replicates, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(triangle);
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(replicates, 1);
        var fit = OdpFit.Of(triangle, pattern);
        var replicate = new OdpReplicate(triangle, pattern, fit);
        var moments = new BootstrapMoments(triangle.Origins.Count, replicates);
        for (var i = 0; i < replicates; i++)
        {
            replicate.Draw(random);
            moments.Add(i, replicate);
        }
        return Estimate(triangle, pattern, fit, moments, replicate.Kept);
    }

    /// <summary>The scale of the over-dispersed Poisson model: variance for each unit of the mean.</summary>
    /// <param name="triangle">Any triangle.</param>
    /// <param name="pattern">Its selected factors.</param>
    public static double Scale(Triangle triangle, DevelopmentPattern pattern)
    {
        ArgumentNullException.ThrowIfNull(triangle);
        ArgumentNullException.ThrowIfNull(pattern);
        return OdpFit.Of(triangle, pattern).Scale;
    }

    private static ReserveEstimate Estimate(
        Triangle triangle, DevelopmentPattern pattern, OdpFit fit, BootstrapMoments moments, int kept)
    {
        List<Finding> diagnostics = [];
        if (fit.Residuals.Length == 0)
            diagnostics.Add(new Finding(ReserveCodes.NoResiduals, Severity.Information, Place.None,
                "The triangle has no more amounts than the model has parameters: there are no residuals to draw from, "
                + "and every replicate is the same."));
        if (kept > 0)
            diagnostics.Add(new Finding(ReserveCodes.FactorKept, Severity.Information, Place.None,
                $"Amounts drawn for an age were not above zero in sum in {kept} cases; the factor of the real triangle "
                + "stands in for theirs."));
        var sorted = moments.SortedTotals();
        return new ReserveEstimate
        {
            Method = ReserveMethod.Bootstrap,
            Pattern = pattern,
            Origins = Enumerable.Range(0, triangle.Origins.Count).Select(origin => new OriginReserve(
                triangle.Origins[origin], triangle.Latest(origin),
                triangle.Latest(origin) + moments.Mean(origin), moments.Deviation(origin))).ToValueList(),
            Errors = moments.Errors(fit.Scale),
            Quantiles = Probabilities.Select(p => new ReserveQuantile(p, Quantile(sorted, p))).ToValueList(),
            Diagnostics = diagnostics.ToValueList(),
        };
    }

    // Linear between the two numbers that it lies between.
    private static double Quantile(double[] sorted, double probability)
    {
        var place = probability * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
