using OpenAso.Kernel;

namespace OpenAso.Actuarial.Reserving;

/// <summary>Makes development factors and their errors from the ratios of a triangle.</summary>
/// <remarks>Each average is the weighted least squares estimate of a model in which the variance of an amount's growth
/// is a power of the amount: 1 for volume (Mack), 2 for simple and geometric, 0 for regression. The geometric mean
/// borrows the errors of the simple one. An age without a ratio has the factor 1.</remarks>
public static class FactorSelection
{
    /// <summary>The factors.</summary>
    /// <param name="triangle">Any triangle.</param>
    /// <param name="terms">Which ratios count, and how.</param>
    public static DevelopmentPattern Select(Triangle triangle, AverageTerms terms)
    {
        ArgumentNullException.ThrowIfNull(triangle);
        ArgumentNullException.ThrowIfNull(terms);
        var used = RatioSelection.Of(triangle, terms);
        var exponent = ExponentOf(terms.Kind);
        var chosen = terms.Chosen.Items.ToDictionary(choice => choice.Age, choice => choice.Factor);
        var factors = new double[used.Length];
        var sums = new WeightSums[used.Length];
        for (var age = 0; age < used.Length; age++)
        {
            factors[age] = chosen.TryGetValue(age, out var factor) ? factor : Average(triangle, age, used[age], terms);
            sums[age] = WeightSums.Of(triangle, age, used[age], exponent, factors[age]);
        }
        var variances = Variances.Complete([.. sums.Select(sum => sum.Variance)], terms.Sigma);
        var steps = new DevelopmentStep[used.Length];
        for (var age = 0; age < steps.Length; age++)
        {
            var weight = sums[age].Weight;
            steps[age] = new DevelopmentStep(
                factors[age], variances[age], weight > 0 ? variances[age] / weight : 0, sums[age].Count);
        }
        return new DevelopmentPattern(steps.ToValueList(), TailFit.Of(steps, terms.Tail), terms, used);
    }

    internal static double ExponentOf(AverageKind kind) => kind switch
    {
        AverageKind.Volume => 1,
        AverageKind.Regression => 0,
        _ => 2,
    };

    private static double Average(Triangle triangle, int age, bool[] used, AverageTerms terms)
    {
        double above = 0, below = 0;
        for (var origin = 0; origin < used.Length; origin++)
        {
            if (!used[origin])
                continue;
            var (from, to) = (triangle[origin, age], triangle[origin, age + 1]);
            (double Above, double Below) part = terms.Kind switch
            {
                AverageKind.Volume => (to, from),
                AverageKind.Simple => (to / from, 1),
                AverageKind.Geometric => (Math.Log(to / from), 1),
                _ => (from * to, from * from),
            };
            above += part.Above;
            below += part.Below;
        }
        if (below <= 0)
            return 1;
        return terms.Kind == AverageKind.Geometric ? Math.Exp(above / below) : above / below;
    }

    /// <summary>What the ratios of an age say of a variance.</summary>
    /// <param name="Weight">What divides the variance to give that of the factor.</param>
    /// <param name="Count">How many ratios there are.</param>
    /// <param name="Variance">Null where fewer than two are known.</param>
    private readonly record struct WeightSums(double Weight, int Count, double? Variance)
    {
        public static WeightSums Of(Triangle triangle, int age, bool[] used, double exponent, double factor)
        {
            double weight = 0, squares = 0;
            var count = 0;
            for (var origin = 0; origin < used.Length; origin++)
            {
                if (!used[origin] || !(triangle[origin, age] > 0))
                    continue;
                var from = triangle[origin, age];
                var own = Math.Pow(from, 2 - exponent);
                var gap = triangle[origin, age + 1] / from - factor;
                weight += own;
                squares += own * gap * gap;
                count++;
            }
            return new WeightSums(weight, count, count > 1 ? squares / (count - 1) : null);
        }
    }
}
