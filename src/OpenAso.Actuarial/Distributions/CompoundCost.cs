using System.Numerics;

namespace OpenAso.Actuarial.Distributions;

/// <summary>The collective model: a number of claims, each of which costs independently.</summary>
public static class CompoundCost
{
    private const int MostPoints = 1 << 20;

    /// <summary>Mean and standard deviation.</summary>
    /// <param name="count">How many claims.</param>
    /// <param name="mean">Of one claim.</param>
    /// <param name="square">The expected square of one claim.</param>
    public static (double Mean, double Deviation) Moments(ClaimCount count, double mean, double square)
    {
        ArgumentNullException.ThrowIfNull(count);
        var variance = (count.Mean * (square - (mean * mean))) + (count.Variance * mean * mean);
        return (count.Mean * mean, Math.Sqrt(Math.Max(variance, 0)));
    }

    /// <summary>The distribution of their sum, exactly.</summary>
    /// <param name="count">How many claims.</param>
    /// <param name="severity">Of one claim, all of whose amounts are multiples of <paramref name="unit"/>.</param>
    /// <param name="unit">Above zero.</param>
    /// <exception cref="ArgumentException">An amount is no multiple of the unit, or there are too many of
    /// them.</exception>
    public static CostDistribution Of(ClaimCount count, EmpiricalSeverity severity, double unit)
    {
        ArgumentNullException.ThrowIfNull(count);
        ArgumentNullException.ThrowIfNull(severity);
        var (mean, deviation) = Moments(count, severity.Mean, severity.LimitedSquare(double.MaxValue));
        var period = mean + (40 * deviation) + severity.Points[^1].Amount + unit;
        if (!(period / unit < MostPoints))
            throw new ArgumentException($"{unit} is too small for a sum of about {mean}.", nameof(unit));
        var length = 8;
        while (length * unit < period)
            length *= 2;
        var masses = new double[length];
        foreach (var (amount, probability) in severity.Points)
        {
            var place = Math.Round(amount / unit);
            if (Math.Abs((place * unit) - amount) > unit * 1e-9)
                throw new ArgumentException($"{amount} is no multiple of {unit}.", nameof(severity));
            masses[(int)place] += probability;
        }
        Generate(count, masses);
        return new LatticeDistribution(
            new CostMoments(mean, 0, mean, deviation), unit, masses, double.MaxValue, isExact: true,
            Error(masses, unit, mean));
    }

    private static void Generate(ClaimCount count, double[] masses)
    {
        var transform = new RealTransform(masses.Length);
        var (re, im) = (new double[transform.Frequencies], new double[transform.Frequencies]);
        transform.Forward(masses, re, im);
        for (var index = 0; index < re.Length; index++)
        {
            var generated = count.Generate(new Complex(re[index], im[index]));
            (re[index], im[index]) = (generated.Real, generated.Imaginary);
        }
        transform.Inverse(re, im, masses);
        for (var at = 0; at < masses.Length; at++)
            masses[at] = Math.Max(masses[at], 0);
    }

    private static double Error(double[] masses, double unit, double mean) =>
        mean == 0 ? 0 : Math.Abs((masses.Index().Sum(entry => entry.Index * entry.Item) * unit / mean) - 1);
}
