using OpenAso.Kernel;

namespace OpenAso.Actuarial.Reserving;

/// <summary>Methods that expect what has not come yet from an exposure and a cost for each unit of it.</summary>
public static class ExpectedDevelopment
{
    /// <summary>Bornhuetter and Ferguson: the expected ultimate, times the share that has not come yet.</summary>
    /// <param name="triangle">Any triangle.</param>
    /// <param name="pattern">Its selected factors; each age's completion above zero.</param>
    /// <param name="exposure">Of each origin.</param>
    /// <param name="aPriori">Expected ultimate for each unit of exposure, by origin.</param>
    public static ReserveEstimate BornhuetterFerguson(
        Triangle triangle, DevelopmentPattern pattern, IReadOnlyList<double> exposure, IReadOnlyList<double> aPriori) =>
        Benktander(triangle, pattern, exposure, aPriori, 1) with { Method = ReserveMethod.BornhuetterFerguson };

    /// <summary>Benktander: Bornhuetter and Ferguson's again and again, each time with the ultimate of the last as what
    /// is expected.</summary>
    /// <remarks>Once is Bornhuetter and Ferguson's own, twice is Benktander's (1976), without end is the chain
    /// ladder.</remarks>
    /// <param name="triangle">Any triangle.</param>
    /// <param name="pattern">Its selected factors; each age's completion above zero.</param>
    /// <param name="exposure">Of each origin.</param>
    /// <param name="aPriori">Expected ultimate for each unit of exposure, by origin.</param>
    /// <param name="iterations">How often; at least once.</param>
    public static ReserveEstimate Benktander(
        Triangle triangle, DevelopmentPattern pattern, IReadOnlyList<double> exposure, IReadOnlyList<double> aPriori,
        int iterations)
    {
        ArgumentNullException.ThrowIfNull(triangle);
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(exposure);
        ArgumentNullException.ThrowIfNull(aPriori);
        ArgumentOutOfRangeException.ThrowIfLessThan(iterations, 1);
        return new ReserveEstimate
        {
            Method = ReserveMethod.Benktander,
            Pattern = pattern,
            APriori = aPriori.ToValueList(),
            Origins = Enumerable.Range(0, triangle.Origins.Count).Select(origin =>
            {
                var latest = triangle.Latest(origin);
                var open = 1 - pattern.Completion(triangle.LatestAge(origin));
                var ultimate = exposure[origin] * aPriori[origin];
                for (var i = 0; i < iterations; i++)
                    ultimate = latest + open * ultimate;
                return new OriginReserve(triangle.Origins[origin], latest, ultimate, null);
            }).ToValueList(),
        };
    }

    /// <summary>Cape Cod: what has come so far, over the exposure that it has used up, is what is expected of each
    /// unit.</summary>
    /// <param name="triangle">Any triangle.</param>
    /// <param name="pattern">Its selected factors; each age's completion above zero.</param>
    /// <param name="exposure">Of each origin; not all zero.</param>
    /// <param name="trend">Growth of the cost for each unit, a year.</param>
    /// <param name="decay">How much less an origin counts for its neighbour; 1 for no less, 0 for nothing.</param>
    public static ReserveEstimate CapeCod(
        Triangle triangle, DevelopmentPattern pattern, IReadOnlyList<double> exposure, double trend, double decay) =>
        Benktander(triangle, pattern, exposure, CapeCodAPriori(triangle, pattern, exposure, trend, decay), 1) with
        {
            Method = ReserveMethod.CapeCod,
        };

    /// <summary>Cape Cod's expected ultimate for each unit of exposure, at the level of each origin.</summary>
    /// <param name="triangle">Any triangle.</param>
    /// <param name="pattern">Its selected factors; each age's completion above zero.</param>
    /// <param name="exposure">Of each origin; not all zero.</param>
    /// <param name="trend">Growth of the cost for each unit, a year.</param>
    /// <param name="decay">How much less an origin counts for its neighbour; 1 for no less, 0 for nothing.</param>
    public static double[] CapeCodAPriori(
        Triangle triangle, DevelopmentPattern pattern, IReadOnlyList<double> exposure, double trend, double decay)
    {
        ArgumentNullException.ThrowIfNull(triangle);
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(exposure);
        var count = triangle.Origins.Count;
        var years = OriginCalendar.YearsBeforeLast(triangle.Origins);
        var levels = years.Select(ago => Math.Pow(1 + trend, ago)).ToArray();
        var used = Enumerable.Range(0, count)
            .Select(origin => exposure[origin] * pattern.Completion(triangle.LatestAge(origin))).ToArray();
        var result = new double[count];
        for (var origin = 0; origin < count; origin++)
        {
            double amounts = 0, exposures = 0;
            for (var other = 0; other < count; other++)
            {
                var weight = Math.Pow(decay, Math.Abs(origin - other));
                amounts += weight * triangle.Latest(other) * levels[other];
                exposures += weight * used[other];
            }
            // An origin without exposure, that no other speaks for, is expected to cost nothing.
            result[origin] = exposures > 0 ? amounts / exposures / levels[origin] : 0;
        }
        return result;
    }
}
