namespace OpenAso.Actuarial.Distributions;

/// <summary>The gamma function and its incomplete part.</summary>
public static class GammaFunction
{
    private const int MostTerms = 10_000;

    /// <summary>The logarithm of the gamma function.</summary>
    /// <param name="value">Above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above zero.</exception>
    public static double Log(double value)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
        var shift = 0.0;
        for (; value < 12; value++)
            shift += Math.Log(value);
        var inverse = 1 / value;
        var square = inverse * inverse;
        var series = inverse * ((1.0 / 12) - (square * ((1.0 / 360) - (square * ((1.0 / 1260)
            - (square * ((1.0 / 1680) - (square * ((1.0 / 1188) - (square * 691.0 / 360360))))))))));
        return ((value - 0.5) * Math.Log(value)) - value + 0.91893853320467274178 + series - shift;
    }

    /// <summary>The probability that a gamma variable of scale 1 is at most a value.</summary>
    /// <param name="shape">Above zero.</param>
    /// <param name="value">Zero or more.</param>
    public static double Below(double shape, double value) =>
        value <= 0 ? 0 : value < shape + 1 ? Series(shape, value) : 1 - Fraction(shape, value);

    /// <summary>The probability that a gamma variable of scale 1 is more than a value.</summary>
    /// <param name="shape">Above zero.</param>
    /// <param name="value">Zero or more.</param>
    public static double Above(double shape, double value) =>
        value <= 0 ? 1 : value < shape + 1 ? 1 - Series(shape, value) : Fraction(shape, value);

    private static double Front(double shape, double value) =>
        Math.Exp((shape * Math.Log(value)) - value - Log(shape));

    private static double Series(double shape, double value)
    {
        var (term, sum) = (1 / shape, 1 / shape);
        for (var next = 1; next < MostTerms && term > sum * 1e-17; next++)
        {
            term *= value / (shape + next);
            sum += term;
        }
        return sum * Front(shape, value);
    }

    // Lentz's way of a continued fraction.
    private static double Fraction(double shape, double value)
    {
        var last = value + 1 - shape;
        var (numerator, denominator) = (1e300, 1 / last);
        var fraction = denominator;
        for (var next = 1; next < MostTerms; next++)
        {
            var part = -next * (next - shape);
            last += 2;
            denominator = 1 / ((part * denominator) + last);
            numerator = last + (part / numerator);
            var change = denominator * numerator;
            fraction *= change;
            if (Math.Abs(change - 1) < 1e-16)
                break;
        }
        return fraction * Front(shape, value);
    }
}
