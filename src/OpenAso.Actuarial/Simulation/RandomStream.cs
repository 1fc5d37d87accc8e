using OpenAso.Actuarial.Distributions;

namespace OpenAso.Actuarial.Simulation;

/// <summary>Random numbers that follow from a seed, the same on every machine (xoshiro256++, filled by
/// SplitMix64).</summary>
public sealed class RandomStream
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    /// <summary>A stream of its own for each pair of seed and number.</summary>
    /// <param name="seed">Any.</param>
    /// <param name="number">Any: of a run, of a year.</param>
    public RandomStream(ulong seed, ulong number = 0)
    {
        unchecked
        {
            var state = seed ^ (number * 0xD1342543DE82EF95UL);
            (_a, _b, _c, _d) = (Mix(ref state), Mix(ref state), Mix(ref state), Mix(ref state));
        }
    }

    /// <summary>A number between 0 and 1, never either of them.</summary>
    public double Unit()
    {
        unchecked
        {
            var result = Rotate(_a + _d, 23) + _a;
            var shifted = _b << 17;
            _c ^= _a;
            _d ^= _b;
            _b ^= _c;
            _a ^= _d;
            _c ^= shifted;
            _d = Rotate(_d, 45);
            return ((result >> 11) + 0.5) * (1.0 / (1UL << 53));
        }
    }

    /// <summary>A standard normal number, from one uniform: more of one is more of the other.</summary>
    public double Normal() => NormalLaw.Quantile(Unit());

    private static ulong Rotate(ulong value, int bits) => (value << bits) | (value >> (64 - bits));

    private static ulong Mix(ref ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15UL;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            return mixed ^ (mixed >> 31);
        }
    }
}
