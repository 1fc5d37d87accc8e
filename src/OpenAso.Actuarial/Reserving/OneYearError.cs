namespace OpenAso.Actuarial.Reserving;

/// <summary>How far the next diagonal may move the estimate: the standard error of the claims development result of
/// one period (Merz and Wüthrich 2008).</summary>
/// <remarks>At each age the amounts of the next diagonal deviate from what is expected, each by its own chance and all
/// by the error of the factor. A deviation moves its own origin's ultimate, and through the factor, which is then
/// estimated with one ratio more, those of all younger origins. The square of the sum of what each deviation moves,
/// added up over the ages, is the variance; for volume weights it is Merz and Wüthrich's.</remarks>
internal static class OneYearError
{
    public static double Of(Triangle triangle, DevelopmentPattern pattern)
    {
        var ultimates = ChainLadder.Ultimates(triangle, pattern);
        var variance = 0.0;
        for (var age = 0; age < pattern.Steps.Count; age++)
        {
            var step = pattern.Steps[age];
            if (step.Factor > 0)
                variance += At(age, step, triangle, pattern, ultimates);
        }
        return Math.Sqrt(variance);
    }

    private static double At(
        int age, DevelopmentStep step, Triangle triangle, DevelopmentPattern pattern, double[] ultimates)
    {
        double younger = 0, weight = 0;
        for (var origin = 0; origin < ultimates.Length; origin++)
        {
            var latest = triangle.LatestAge(origin);
            // A factor that no ratio speaks for is not estimated, and so is not moved.
            if (latest < age && step.Ratios > 0)
                younger += ultimates[origin];
            else if (latest >= age && triangle[origin, age] > 0 && (latest == age || pattern.Uses(origin, age)))
                weight += Weight(triangle[origin, age], pattern);
        }
        double own = 0, shared = 0;
        for (var origin = 0; origin < ultimates.Length; origin++)
        {
            if (triangle.LatestAge(origin) != age || !(triangle[origin, age] > 0))
                continue;
            var amount = triangle[origin, age];
            var moved = ultimates[origin] + Weight(amount, pattern) / weight * younger;
            own += moved * moved * Math.Pow(amount, pattern.Exponent - 2);
            shared += moved;
        }
        return (step.Variance * own + step.FactorVariance * shared * shared) / (step.Factor * step.Factor);
    }

    private static double Weight(double amount, DevelopmentPattern pattern) =>
        Math.Pow(amount, 2 - pattern.Exponent);
}
