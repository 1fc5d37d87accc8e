namespace OpenAso.Actuarial.Reserving;

/// <summary>The errors of a chain ladder by Mack's recursion (1993, 1999), by origin and for the total.</summary>
/// <remarks>Process variance: grows with the square of the factor, and each step adds its own for the amount that it
/// starts from. Parameter variance: the same, with the variance of the factor; for the total the amounts of all origins
/// that pass the step are taken together, because they share its factor.</remarks>
internal sealed class MackErrors
{
    private readonly double[] _process;
    private readonly double[] _parameter;

    private MackErrors(double[] process, double[] parameter, double totalParameter)
    {
        _process = process;
        _parameter = parameter;
        var totalProcess = process.Sum();
        Total = new ReserveErrors(
            Math.Sqrt(totalProcess + totalParameter), Math.Sqrt(totalProcess), Math.Sqrt(totalParameter), null);
    }

    public ReserveErrors Total { get; }

    public double OfOrigin(int origin) => Math.Sqrt(_process[origin] + _parameter[origin]);

    public static MackErrors Of(Triangle triangle, DevelopmentPattern pattern)
    {
        var origins = triangle.Origins.Count;
        var amounts = new double[origins];
        var process = new double[origins];
        var parameter = new double[origins];
        var totalParameter = 0.0;
        for (var origin = 0; origin < origins; origin++)
            amounts[origin] = triangle.Latest(origin);
        for (var age = 0; age <= pattern.Steps.Count; age++)
        {
            var step = age < pattern.Steps.Count ? pattern.Steps[age] : pattern.Tail;
            var grown = step.Factor * step.Factor;
            var together = 0.0;
            for (var origin = 0; origin < origins; origin++)
            {
                if (triangle.LatestAge(origin) > age)
                    continue;
                var amount = amounts[origin];
                together += amount;
                process[origin] = process[origin] * grown + step.Variance * Math.Pow(amount, pattern.Exponent);
                parameter[origin] = parameter[origin] * grown + amount * amount * step.FactorVariance;
                amounts[origin] = amount * step.Factor;
            }
            totalParameter = totalParameter * grown + together * together * step.FactorVariance;
        }
        return new MackErrors(process, parameter, totalParameter);
    }
}
