namespace OpenAso.Actuarial.Reserving;

/// <summary>The triangle as the over-dispersed Poisson model of the selected factors has it, and how far the amounts
/// lie
/// from it.</summary>
/// <remarks>Fitted amounts go back from the latest amount of each origin by the selected factors. A Pearson residual is
/// the gap over the root of the fitted amount, without its sign, so that amounts below zero have one too; a cell whose
/// fitted amount is zero has none, and stays as it is. The scale divides the squares by the cells less the parameters:
/// one for each origin, and one for each age beyond the first that develops.</remarks>
internal sealed class OdpFit
{
    private OdpFit(double[] means, double[] roots, double[] residuals, double scale)
    {
        Means = means;
        Roots = roots;
        Residuals = residuals;
        Scale = scale;
    }

    /// <summary>Of the cells that are known, row after row.</summary>
    public double[] Means { get; }

    /// <summary>The roots of the means without their sign.</summary>
    public double[] Roots { get; }

    /// <summary>Adjusted for the parameters; empty where nothing deviates, or nothing is left over.</summary>
    public double[] Residuals { get; }

    /// <summary>Variance for each unit of the mean; zero where there are no more cells than parameters.</summary>
    public double Scale { get; }

    public static OdpFit Of(Triangle triangle, DevelopmentPattern pattern)
    {
        List<double> means = [];
        List<double> residuals = [];
        var develops = new bool[triangle.Ages.Count];
        for (var origin = 0; origin < triangle.Origins.Count; origin++)
        {
            var fitted = Fitted(triangle, pattern, origin);
            for (var age = 0; age < fitted.Length; age++)
            {
                var mean = fitted[age] - (age == 0 ? 0 : fitted[age - 1]);
                means.Add(mean);
                if (mean == 0)
                    continue;
                develops[age] = true;
                residuals.Add((triangle.Increment(origin, age) - mean) / Math.Sqrt(Math.Abs(mean)));
            }
        }
        var parameters = triangle.Origins.Count + develops.Skip(1).Count(age => age);
        return Of([.. means], [.. residuals], residuals.Count - parameters);
    }

    private static OdpFit Of(double[] means, double[] residuals, int free)
    {
        double[] roots = [.. means.Select(mean => Math.Sqrt(Math.Abs(mean)))];
        if (free <= 0)
            return new OdpFit(means, roots, [], 0);
        var scale = residuals.Sum(residual => residual * residual) / free;
        var adjustment = Math.Sqrt((double)residuals.Length / free);
        return new OdpFit(means, roots, [.. residuals.Select(residual => residual * adjustment)], scale);
    }

    private static double[] Fitted(Triangle triangle, DevelopmentPattern pattern, int origin)
    {
        var fitted = new double[triangle.Known(origin)];
        fitted[^1] = triangle.Latest(origin);
        for (var age = fitted.Length - 2; age >= 0; age--)
        {
            var factor = pattern.Steps[age].Factor;
            fitted[age] = factor > 0 ? fitted[age + 1] / factor : triangle[origin, age];
        }
        return fitted;
    }
}
