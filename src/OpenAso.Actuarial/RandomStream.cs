namespace OpenAso.Actuarial;

/// <summary>Numbers that look like chance and follow from a seed: the same seed, the same numbers, on any
/// machine.</summary>
/// <remarks>xoshiro256++ (Blackman, Vigna 2019), seeded by SplitMix64. Not for secrets.</remarks>
public sealed class RandomStream
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;
    private double _spare;
    private bool _hasSpare;

    /// <summary>A stream of its own for each pair of seed and number.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="number">Any: of a run, of a year; so that runs may be made side by side and in any order.</param>
    public RandomStream(ulong seed, ulong number = 0)
    {
        var state = unchecked(seed ^ (number * 0xD1342543DE82EF95));
        (_a, _b, _c, _d) = (Mix(ref state), Mix(ref state), Mix(ref state), Mix(ref state));
    }

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        unchecked
        {
            var result = ulong.RotateLeft(_a + _d, 23) + _a;
            var shifted = _b << 17;
            _c ^= _a;
            _d ^= _b;
            _b ^= _c;
            _a ^= _d;
            _c ^= shifted;
            _d = ulong.RotateLeft(_d, 45);
            return result;
        }
    }

    /// <summary>Whole numbers from zero on, each as likely.</summary>
    /// <remarks>Each from 32 bits, by multiplication: a bias of less than the bound in four thousand
    /// millions.</remarks>
    /// <param name="numbers">Receives them.</param>
    /// <param name="bound">Above all that may come; above zero.</param>
    public void Below(Span<int> numbers, int bound)
    {
        // PERF: two numbers from one draw, with the state in locals.
        var (a, b, c, d) = (_a, _b, _c, _d);
        var width = (ulong)bound;
        for (var i = 0; i < numbers.Length; i += 2)
        {
            unchecked
            {
                var bits = ulong.RotateLeft(a + d, 23) + a;
                var shifted = b << 17;
                c ^= a;
                d ^= b;
                b ^= c;
                a ^= d;
                c ^= shifted;
                d = ulong.RotateLeft(d, 45);
                numbers[i] = (int)(((bits >> 32) * width) >> 32);
                if (i + 1 < numbers.Length)
                    numbers[i + 1] = (int)(((bits & uint.MaxValue) * width) >> 32);
            }
        }
        (_a, _b, _c, _d) = (a, b, c, d);
    }

    /// <summary>A number above 0 and below 1.</summary>
    // PERF: a signed number becomes a double in one instruction.
    public double Uniform() => (unchecked((long)(Next() >> 12)) + 0.5) * (1.0 / (1UL << 52));

    /// <summary>A standard normal number, by Marsaglia's polar method, which makes two at a time.</summary>
    public double Normal()
    {
        if (_hasSpare)
        {
            _hasSpare = false;
            return _spare;
        }
        while (true)
        {
            var x = 2 * Uniform() - 1;
            var y = 2 * Uniform() - 1;
            var square = x * x + y * y;
            if (!(square < 1) || square == 0)
                continue;
            var length = Math.Sqrt(-2 * Math.Log(square) / square);
            _spare = y * length;
            _hasSpare = true;
            return x * length;
        }
    }

    /// <summary>A gamma number of scale one, by Marsaglia and Tsang (2000).</summary>
    /// <param name="shape">Its mean and its variance; zero gives zero.</param>
    public double Gamma(double shape)
    {
        if (!(shape > 0))
            return 0;
        if (shape < 1)
            return Gamma(shape + 1) * Math.Pow(Uniform(), 1 / shape);
        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var normal = Normal();
            var v = 1 + c * normal;
            if (v <= 0)
                continue;
            v = v * v * v;
            var square = normal * normal;
            var uniform = Uniform();
            if (uniform < 1 - 0.0331 * square * square
                || Math.Log(uniform) < 0.5 * square + d * (1 - v + Math.Log(v)))
                return d * v;
        }
    }

    private static ulong Mix(ref ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
