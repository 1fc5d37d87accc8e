namespace OpenAso.Actuarial.Reserving;

/// <summary>How the variance of an increment grows with its mean.</summary>
public enum IncrementVariance
{
    /// <summary>As the mean: over-dispersed Poisson, whose fit is the chain ladder's.</summary>
    OverDispersedPoisson,

    /// <summary>As its square: gamma.</summary>
    Gamma,
}

/// <summary>A triangle's increments as a generalised linear model with a level for each origin and for each age
/// (Renshaw and Verrall 1998), and the prediction error that follows from it without drawing anything.</summary>
/// <param name="Ibnr">What is still to come.</param>
/// <param name="Scale">Pearson's: variance for each unit of the mean, or of its square.</param>
/// <param name="StandardError">Of the whole: what is to come deviates, and the levels are estimated.</param>
/// <param name="ByOrigin">Standard errors, oldest first.</param>
public sealed record DevelopmentModel(double Ibnr, double Scale, double StandardError, IReadOnlyList<double> ByOrigin)
{
    private const int MostRounds = 100;

    /// <summary>Fits the model.</summary>
    /// <param name="triangle">More increments than levels; every origin and age with a sum above zero, and for gamma
    /// every increment.</param>
    /// <param name="variance">How the variance grows.</param>
    /// <returns>Null where the triangle is not such a one, or the fit does not settle.</returns>
    public static DevelopmentModel? Fit(Triangle triangle, IncrementVariance variance)
    {
        ArgumentNullException.ThrowIfNull(triangle);
        var cells = Enumerable.Range(0, triangle.Origins.Count)
            .SelectMany(origin => Enumerable.Range(0, triangle.Known(origin)).Select(age => new RatioCell(origin, age)))
            .ToList();
        var levels = triangle.Origins.Count + triangle.Ages.Count - 1;
        if (cells.Count <= levels || !CanBeFitted(triangle, cells, variance))
            return null;
        return Levels(triangle, cells, levels, variance) is { } fitted
            ? Predict(triangle, cells, fitted, variance)
            : null;
    }

    private static bool CanBeFitted(Triangle triangle, List<RatioCell> cells, IncrementVariance variance) =>
        variance == IncrementVariance.Gamma
            ? cells.TrueForAll(cell => triangle.Increment(cell.Origin, cell.Age) > 0)
            : cells.GroupBy(cell => cell.Age).All(age => age.Sum(cell => triangle.Increment(cell.Origin, cell.Age)) > 0)
                && Enumerable.Range(0, triangle.Origins.Count).All(origin => triangle.Latest(origin) > 0);

    // Iteratively reweighted least squares, from levels at which every mean is above zero.
    private static double[]? Levels(Triangle triangle, List<RatioCell> cells, int count, IncrementVariance variance)
    {
        var average = cells.Average(cell => triangle.Increment(cell.Origin, cell.Age));
        var levels = new double[count];
        for (var origin = 0; origin < triangle.Origins.Count; origin++)
            levels[origin] = Math.Log(average);
        for (var round = 0; round < MostRounds; round++)
        {
            var system = Information(triangle, cells, levels, variance, working: true);
            if (system.Solve() is not { } next)
                return null;
            var moved = levels.Zip(next, (before, after) => Math.Abs(after - before)).Max();
            levels = next;
            if (moved < 1e-12 * (1 + Math.Abs(levels[0])))
                return levels;
        }
        return null;
    }

    private static NormalEquations Information(
        Triangle triangle, List<RatioCell> cells, double[] levels, IncrementVariance variance, bool working)
    {
        var equations = new NormalEquations(levels.Length);
        foreach (var (origin, age) in cells)
        {
            var mean = Mean(triangle, levels, origin, age);
            var weight = variance == IncrementVariance.Gamma ? 1 : mean;
            var value = working ? Math.Log(mean) + (triangle.Increment(origin, age) - mean) / mean : 0;
            equations.Add(origin, AgeLevel(triangle, age), weight, value);
        }
        return equations;
    }

    private static DevelopmentModel? Predict(
        Triangle triangle, List<RatioCell> cells, double[] levels, IncrementVariance variance)
    {
        var pearson = cells.Sum(cell =>
        {
            var mean = Mean(triangle, levels, cell.Origin, cell.Age);
            var gap = triangle.Increment(cell.Origin, cell.Age) - mean;
            return gap * gap / Spread(mean, variance);
        });
        var scale = pearson / (cells.Count - levels.Length);
        var equations = Information(triangle, cells, levels, variance, working: false);
        var total = new double[levels.Length];
        double ibnr = 0, process = 0;
        var byOrigin = new double[triangle.Origins.Count];
        for (var origin = 0; origin < byOrigin.Length; origin++)
        {
            var gradient = new double[levels.Length];
            var own = 0.0;
            for (var age = triangle.Known(origin); age < triangle.Ages.Count; age++)
            {
                var mean = Mean(triangle, levels, origin, age);
                ibnr += mean;
                own += scale * Spread(mean, variance);
                gradient[origin] += mean;
                gradient[AgeLevel(triangle, age)] += mean;
            }
            for (var level = 0; level < total.Length; level++)
                total[level] += gradient[level];
            process += own;
            byOrigin[origin] = Math.Sqrt(own + scale * equations.Quadratic(gradient));
        }
        return new DevelopmentModel(ibnr, scale, Math.Sqrt(process + scale * equations.Quadratic(total)), byOrigin);
    }

    private static double Spread(double mean, IncrementVariance variance) =>
        variance == IncrementVariance.Gamma ? mean * mean : mean;

    private static double Mean(Triangle triangle, double[] levels, int origin, int age) =>
        Math.Exp(levels[origin] + (age == 0 ? 0 : levels[AgeLevel(triangle, age)]));

    // The first age has no level of its own.
    private static int AgeLevel(Triangle triangle, int age) => age == 0 ? -1 : triangle.Origins.Count + age - 1;
}
