using OpenAso.Kernel;

namespace OpenAso.Actuarial.Reserving;

/// <summary>How far a ratio lies from its factor, in standard deviations.</summary>
/// <param name="Origin">Index of the row.</param>
/// <param name="Age">Index of the younger column.</param>
/// <param name="Value">About zero, with a variance of about one, where the model holds.</param>
public readonly record struct Residual(int Origin, int Age, double Value)
{
    /// <summary>The diagonal on which the older of the two amounts came.</summary>
    public int Calendar => Origin + Age + 1;
}

/// <summary>The mean of some residuals that belong together.</summary>
/// <param name="Index">Of the origin, the age, or the diagonal.</param>
/// <param name="Count">How many.</param>
/// <param name="Mean">Far from zero: something moved all of them.</param>
public readonly record struct ResidualMean(int Index, int Count, double Mean);

/// <summary>Residuals of a chain ladder: a trend along origins, ages or diagonals speaks against it.</summary>
public static class Residuals
{
    /// <summary>Of every ratio that counts and whose age has a variance.</summary>
    /// <param name="triangle">Any triangle.</param>
    /// <param name="pattern">Its selected factors.</param>
    public static ValueList<Residual> Of(Triangle triangle, DevelopmentPattern pattern)
    {
        ArgumentNullException.ThrowIfNull(triangle);
        ArgumentNullException.ThrowIfNull(pattern);
        List<Residual> residuals = [];
        for (var age = 0; age < pattern.Steps.Count; age++)
        {
            var step = pattern.Steps[age];
            for (var origin = 0; origin < triangle.Origins.Count; origin++)
            {
                if (step.Ratios < 2 || !(step.Variance > 0) || !pattern.Uses(origin, age)
                    || !(triangle[origin, age] > 0))
                    continue;
                var from = triangle[origin, age];
                var deviation = Math.Sqrt(step.Variance * Math.Pow(from, pattern.Exponent));
                residuals.Add(new Residual(origin, age, (triangle[origin, age + 1] - from * step.Factor) / deviation));
            }
        }
        return residuals.ToValueList();
    }

    /// <summary>Their means by origin, age or diagonal, in order.</summary>
    /// <param name="residuals">Any residuals.</param>
    /// <param name="by">What belongs together.</param>
    public static ValueList<ResidualMean> Means(IEnumerable<Residual> residuals, Func<Residual, int> by) => residuals
        .GroupBy(by).OrderBy(group => group.Key)
        .Select(group => new ResidualMean(group.Key, group.Count(), group.Average(one => one.Value))).ToValueList();
}
