namespace OpenAso.Actuarial.Distributions;

/// <summary>The standard normal distribution.</summary>
/// <remarks>Tails are relative to their own size: the probability beyond 30 has as many true digits as that beyond 1.
/// The ratio of tail to density is kept at sixteenths, and followed between them by its own differential
/// equation.</remarks>
public static class NormalLaw
{
    private const int PerUnit = 16;
    private const int Terms = 10;
    private const double Farthest = 38;
    private static readonly double[] Ratios = MakeRatios();

    /// <summary>The density at a value.</summary>
    /// <param name="value">Any.</param>
    public static double Density(double value) => Math.Exp(-0.5 * value * value) * 0.39894228040143267794;

    /// <summary>The probability of at most a value.</summary>
    /// <param name="value">Any.</param>
    public static double Below(double value) => value <= 0 ? Tail(-value) : 1 - Tail(value);

    /// <summary>The probability of more than a value.</summary>
    /// <param name="value">Any.</param>
    public static double Above(double value) => value >= 0 ? Tail(value) : 1 - Tail(-value);

    /// <summary>The value that is not passed with a probability.</summary>
    /// <param name="probability">Between 0 and 1, both excluded.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is 0, 1 or outside.</exception>
    public static double Quantile(double probability)
    {
        if (!(probability is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "Between 0 and 1.");
        if (probability > 0.5)
            return -Quantile(1 - probability);
        var root = Math.Sqrt(-2 * Math.Log(probability));
        var value = -(root - ((2.30753 + (0.27061 * root)) / (1 + (root * (0.99229 + (0.04481 * root))))));
        for (var step = 0; step < 4; step++)
        {
            var newton = (Below(value) - probability) / Density(value);
            value -= newton / (1 + (0.5 * value * newton));
        }
        return value;
    }

    private static double Tail(double value)
    {
        if (value >= Farthest)
            return 0;
        var near = (int)((value * PerUnit) + 0.5);
        var offset = value - ((double)near / PerUnit);
        var terms = Ratios.AsSpan(near * Terms, Terms);
        var ratio = terms[Terms - 1];
        for (var term = Terms - 2; term >= 0; term--)
            ratio = (ratio * offset) + terms[term];
        return ratio * Density(value);
    }

    // r' = x r - 1; each further derivative follows from the two before it.
    private static double[] MakeRatios()
    {
        var ratios = new double[(((int)Farthest * PerUnit) + 1) * Terms];
        for (var near = 0; near * Terms < ratios.Length; near++)
        {
            var at = (double)near / PerUnit;
            var before = Ratio(at);
            var last = (at * before) - 1;
            var factorial = 1.0;
            ratios[near * Terms] = before;
            ratios[(near * Terms) + 1] = last;
            for (var term = 2; term < Terms; term++)
            {
                (before, last) = (last, (at * last) + ((term - 1) * before));
                factorial *= term;
                ratios[(near * Terms) + term] = last / factorial;
            }
        }
        return ratios;
    }

    private static double Ratio(double at)
    {
        if (at < 2.5)
        {
            var (sum, term) = (0.0, at);
            for (var odd = 3; Math.Abs(term) > 1e-20; odd += 2)
            {
                sum += term;
                term *= at * at / odd;
            }
            return (0.5 / Density(at)) - sum;
        }
        var fraction = at;
        for (var depth = 400; depth > 0; depth--)
            fraction = at + (depth / fraction);
        return 1 / fraction;
    }
}
