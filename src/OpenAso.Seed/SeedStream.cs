namespace OpenAso.Seed;

/// <summary>Numbers that look random and follow from a seed alone: the same on every machine.</summary>
/// <remarks>SplitMix64 (Steele, Lea, Flood 2014), in whole numbers only. A branch depends on where it was branched
/// off and on its key, never on how many numbers were drawn before, so that each family, person and month has its
/// own.</remarks>
internal sealed class SeedStream
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private readonly ulong _origin;
    private ulong _state;

    private SeedStream(ulong origin) => (_origin, _state) = (origin, origin);

    public static SeedStream Of(long seed) => new(Mix(unchecked((ulong)seed)));

    /// <summary>A stream of its own; the same key gives the same stream.</summary>
    public SeedStream Branch(long key) => new(Mix(unchecked(_origin ^ Mix((ulong)key + Golden))));

    public ulong Next()
    {
        unchecked
        {
            _state += Golden;
            return Mix(_state);
        }
    }

    /// <summary>0 to one less than the bound, each as likely as the other.</summary>
    public int Below(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        return (int)Math.BigMul(Next(), (ulong)bound, out _);
    }

    /// <summary>Both ends included.</summary>
    public int Between(int first, int last) => first + Below(last - first + 1);

    /// <summary>True so many times in a hundred.</summary>
    public bool Percent(int times) => Below(100) < times;

    /// <summary>True so many times in a hundred thousand.</summary>
    public bool Rate(int times) => Below(100_000) < times;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>The index of a weight, as often as the weight says.</summary>
    public int Weighted(params ReadOnlySpan<int> weights)
    {
        var total = 0;
        foreach (var weight in weights)
            total += weight;
        var drawn = Below(total);
        var index = 0;
        for (; drawn >= weights[index]; index++)
            drawn -= weights[index];
        return index;
    }

    internal static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
