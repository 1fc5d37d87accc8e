using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace OpenAso.Actuarial.Simulation;

/// <summary>Draws the costs of many claimants of one kind, eight at a time, and adds them up.</summary>
/// <remarks>Eight random streams side by side (xoshiro128+; Blackman, Vigna 2019). Every operation is one that all
/// machines round alike, so that a machine without wide registers gives the same numbers, only later.</remarks>
[StructLayout(LayoutKind.Auto)]
internal ref struct ClaimantLanes
{
    /// <summary>How many at a time.</summary>
    public const int Count = 8;

    // Floats add up to a double this often, so that no cent of a year is lost.
    private const int Block = 64;
    private Vector256<uint> _a;
    private Vector256<uint> _b;
    private Vector256<uint> _c;
    private Vector256<uint> _d;

    /// <param name="random">From which the eight streams begin.</param>
    public ClaimantLanes(RandomStream random) =>
        (_a, _b, _c, _d) = (Words(random), Words(random), Words(random), Words(random));

    /// <summary>What claimants cost together, and what of it is retained.</summary>
    /// <param name="table">What one of them may cost.</param>
    /// <param name="claimants">How many.</param>
    /// <param name="deductible">The most that is retained of one of them; may be infinite.</param>
    public (double Gross, double Retained) Draw(OctaveTable table, int claimants, float deductible)
    {
        var (gross, retained) = (0.0, 0.0);
        for (var left = claimants; left > 0; left -= Block * Count)
        {
            var (all, kept) = Avx2.IsSupported
                ? Wide(table, Math.Min(left, Block * Count), deductible)
                : Narrow(table, Math.Min(left, Block * Count), deductible);
            gross += all;
            retained += kept;
        }
        return (gross, retained);
    }

    private (double Gross, double Retained) Wide(OctaveTable table, int claimants, float deductible)
    {
        // PERF: the state of the streams in locals. A share's bits are a place of the table whatever they are, so that
        // none has to be checked; shares go through memory, which takes half the steps of taking a register apart.
        var (a, b, c, d) = (_a, _b, _c, _d);
        var most = Vector256.Create(deductible);
        var (gross, retained) = (Vector256<float>.Zero, Vector256<float>.Zero);
        ref var first = ref MemoryMarshal.GetArrayDataReference(table.Lines);
        Span<float> shares = stackalloc float[Count];
        ref var one = ref MemoryMarshal.GetReference(shares);
        for (var left = claimants; left > 0; left = unchecked(left - Count))
        {
            var bits = a + d;
            var shifted = b << 9;
            c ^= a;
            d ^= b;
            b ^= c;
            a ^= d;
            c ^= shifted;
            d = (d << 11) | (d >> 21);
            var share = Vector256.ConvertToSingle(((bits >> 1) | Vector256<uint>.One).AsInt32());
            share.StoreUnsafe(ref one);
            var (at, rise) = Lines(ref first, ref Unsafe.As<float, ushort>(ref one));
            var cost = Vector256.FusedMultiplyAdd(rise, share, at);
            if (left < Count)
                cost = Vector256.ConditionalSelect(
                    Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(left)).AsSingle(),
                    cost, Vector256<float>.Zero);
            gross += cost;
            retained += Vector256.MinNative(cost, most);
        }
        (_a, _b, _c, _d) = (a, b, c, d);
        return (Sum(gross), Sum(retained));
    }

    /// <summary>A block without wide registers.</summary>
    internal (double Gross, double Retained) Narrow(OctaveTable table, int claimants, float deductible)
    {
        Span<uint> state = stackalloc uint[4 * Count];
        _a.CopyTo(state);
        _b.CopyTo(state[Count..]);
        _c.CopyTo(state[(2 * Count)..]);
        _d.CopyTo(state[(3 * Count)..]);
        Span<float> gross = stackalloc float[Count];
        Span<float> retained = stackalloc float[Count];
        for (var claimant = 0; claimant < (claimants + Count - 1) / Count * Count; claimant++)
        {
            var lane = claimant % Count;
            var share = (float)(int)((Next(state, lane) >> 1) | 1);
            var cost = claimant < claimants ? table.At(share) : 0;
            gross[lane] += cost;
            retained[lane] += MathF.Min(cost, deductible);
        }
        (_a, _b) = (Vector256.Create<uint>(state), Vector256.Create<uint>(state[Count..]));
        (_c, _d) = (Vector256.Create<uint>(state[(2 * Count)..]), Vector256.Create<uint>(state[(3 * Count)..]));
        return (Sum(Vector256.Create<float>(gross)), Sum(Vector256.Create<float>(retained)));
    }

    private static uint Next(Span<uint> state, int lane)
    {
        ref var a = ref state[lane];
        ref var b = ref state[lane + Count];
        ref var c = ref state[lane + (2 * Count)];
        ref var d = ref state[lane + (3 * Count)];
        var bits = unchecked(a + d);
        var shifted = b << 9;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= shifted;
        d = uint.RotateLeft(d, 11);
        return bits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> At, Vector256<float> Rise) Lines(ref double first, ref ushort share)
    {
        var (one, two) = (Pair(ref first, ref share, 0), Pair(ref first, ref share, 2));
        var (three, four) = (Pair(ref first, ref share, 4), Pair(ref first, ref share, 6));
        var (even, odd) = (Vector256.Create(one, three).AsSingle(), Vector256.Create(two, four).AsSingle());
        return (Avx.Shuffle(even, odd, 0b10_00_10_00), Avx.Shuffle(even, odd, 0b11_01_11_01));
    }

    // The lines of two lanes, each with the one behind it in the table, which is dropped again: loads of twice the
    // width need no step of their own to be put together. The upper half of a share's bits is its place.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Pair(ref double first, ref ushort share, int lane) => Sse2.UnpackLow(
        Vector128.LoadUnsafe(ref first, Unsafe.Add(ref share, (2 * lane) + 1)),
        Vector128.LoadUnsafe(ref first, Unsafe.Add(ref share, (2 * lane) + 3)));

    private static double Sum(Vector256<float> lanes)
    {
        var (low, high) = Vector256.Widen(lanes);
        var sums = low + high;
        return (sums[0] + sums[1]) + (sums[2] + sums[3]);
    }

    private static Vector256<uint> Words(RandomStream random) =>
        Vector256.Create(random.Next(), random.Next(), random.Next(), random.Next()).AsUInt32();
}
