namespace OpenAso.Actuarial.Distributions;

/// <summary>Six neighbours on a lattice that stand for a place between the third and the fourth: they keep every
/// polynomial up to the fifth degree, and so the first five moments.</summary>
internal static class SixPoints
{
    /// <summary>The share of each neighbour.</summary>
    /// <param name="beyond">How far the place lies beyond the third.</param>
    /// <param name="weights">Receives six shares; together 1.</param>
    public static void Weights(double beyond, Span<double> weights)
    {
        var (a, b, c) = (beyond + 2, beyond + 1, beyond);
        var (d, e, f) = (beyond - 1, beyond - 2, beyond - 3);
        weights[0] = -b * c * d * e * f / 120;
        weights[1] = a * c * d * e * f / 24;
        weights[2] = -a * b * d * e * f / 12;
        weights[3] = a * b * c * e * f / 12;
        weights[4] = -a * b * c * d * f / 24;
        weights[5] = a * b * c * d * e / 120;
    }

    /// <summary>Puts a mass onto a lattice that closes in itself.</summary>
    /// <param name="lattice">As long as a power of two.</param>
    /// <param name="place">Counted in steps; zero or more.</param>
    /// <param name="mass">To be shared out.</param>
    public static void Put(double[] lattice, double place, double mass)
    {
        unchecked
        {
            var third = (long)place;
            Span<double> weights = stackalloc double[6];
            Weights(place - third, weights);
            for (var next = 0; next < weights.Length; next++)
                lattice[(int)(third + next - 2) & (lattice.Length - 1)] += mass * weights[next];
        }
    }
}
