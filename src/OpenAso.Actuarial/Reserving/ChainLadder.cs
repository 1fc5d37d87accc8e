using OpenAso.Kernel;

namespace OpenAso.Actuarial.Reserving;

/// <summary>What has come so far, times the factors that are to come.</summary>
public static class ChainLadder
{
    /// <summary>The reserve with Mack's errors.</summary>
    /// <param name="triangle">Any triangle.</param>
    /// <param name="pattern">Its selected factors.</param>
    public static ReserveEstimate Project(Triangle triangle, DevelopmentPattern pattern)
    {
        var errors = MackErrors.Of(triangle, pattern);
        var ultimates = Ultimates(triangle, pattern);
        return new ReserveEstimate
        {
            Method = ReserveMethod.ChainLadder,
            Pattern = pattern,
            Origins = Enumerable.Range(0, triangle.Origins.Count)
                .Select(origin => new OriginReserve(
                    triangle.Origins[origin], triangle.Latest(origin), ultimates[origin], errors.OfOrigin(origin)))
                .ToValueList(),
            Errors = errors.Total with { OneYear = OneYearError.Of(triangle, pattern) },
        };
    }

    /// <summary>What each origin is expected to come to.</summary>
    /// <param name="triangle">Any triangle.</param>
    /// <param name="pattern">Factors for its ages.</param>
    public static double[] Ultimates(Triangle triangle, DevelopmentPattern pattern)
    {
        ArgumentNullException.ThrowIfNull(triangle);
        ArgumentNullException.ThrowIfNull(pattern);
        var ultimates = new double[triangle.Origins.Count];
        for (var origin = 0; origin < ultimates.Length; origin++)
        {
            var amount = triangle.Latest(origin);
            for (var age = triangle.LatestAge(origin); age < pattern.Steps.Count; age++)
                amount *= pattern.Steps[age].Factor;
            ultimates[origin] = amount * pattern.Tail.Factor;
        }
        return ultimates;
    }
}
