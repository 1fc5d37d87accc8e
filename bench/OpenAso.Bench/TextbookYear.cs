using System.Numerics;

namespace OpenAso.Bench;

/// <summary>A plan year as text books compute it: by simulation, and by the radix-2 transform of complex
/// numbers.</summary>
internal static class TextbookYear
{
    private const double Zero = 0.14;
    private const double Mu = 7.53;
    private const double Sigma = 1.725;

    /// <summary>Draws every person of every year, and gives the cost above an attachment.</summary>
    public static double Simulate(int people, double specific, double attachment, int years)
    {
        var random = new Random(11);
        var sum = 0.0;
        for (var year = 0; year < years; year++)
            sum += Math.Max(Retained(random, people, specific) - attachment, 0);
        return sum / years;
    }

    /// <summary>The mean of the retained cost of as many years.</summary>
    public static double Retained(int people, double specific, int years)
    {
        var random = new Random(11);
        var sum = 0.0;
        for (var year = 0; year < years; year++)
            sum += Retained(random, people, specific);
        return sum / years;
    }

    private static double Retained(Random random, int people, double specific)
    {
        var retained = 0.0;
        for (var person = 0; person < people; person++)
        {
            if (random.NextDouble() < Zero)
                continue;
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()))
                * Math.Cos(2 * Math.PI * random.NextDouble());
            retained += Math.Min(Math.Exp(Mu + (Sigma * normal)), specific);
        }
        return retained;
    }

    /// <summary>One transform with a step of 100, without extrapolation; gives the cost above a multiple of the
    /// mean.</summary>
    public static double Transform(int people, double specific, double multiple, Func<double, double> limitedMean)
    {
        const double Step = 100;
        var count = (int)Math.Round(specific / Step);
        var mean = people * limitedMean(specific);
        var length = 1;
        while (length * Step < mean * 3.2)
            length *= 2;
        var values = new Complex[length];
        var (before, slope) = (0.0, 1.0);
        for (var at = 1; at <= count; at++)
        {
            var limited = limitedMean(at * Step);
            var rise = (limited - before) / Step;
            values[at - 1] = slope - rise;
            (before, slope) = (limited, rise);
        }
        values[count] = slope;
        Radix2(values, -1);
        for (var at = 0; at < length; at++)
            values[at] = Complex.Pow(values[at], people);
        Radix2(values, 1);
        var cost = 0.0;
        for (var at = 0; at < length; at++)
            cost += values[at].Real / length * Math.Max((at * Step) - (multiple * mean), 0);
        return cost;
    }

    private static void Radix2(Complex[] values, int sign)
    {
        var length = values.Length;
        for (int at = 1, other = 0; at < length; at++)
        {
            var bit = length >> 1;
            for (; (other & bit) != 0; bit >>= 1)
                other ^= bit;
            other ^= bit;
            if (at < other)
                (values[at], values[other]) = (values[other], values[at]);
        }
        for (var width = 2; width <= length; width <<= 1)
        {
            var turn = Complex.FromPolarCoordinates(1, sign * 2 * Math.PI / width);
            for (var first = 0; first < length; first += width)
            {
                var twiddle = Complex.One;
                for (var at = first; at < first + (width / 2); at++)
                {
                    var (even, odd) = (values[at], values[at + (width / 2)] * twiddle);
                    (values[at], values[at + (width / 2)]) = (even + odd, even - odd);
                    twiddle *= turn;
                }
            }
        }
    }
}
