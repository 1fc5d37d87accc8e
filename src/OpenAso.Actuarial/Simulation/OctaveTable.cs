using System.Runtime.InteropServices;
using OpenAso.Actuarial.Distributions;

namespace OpenAso.Actuarial.Simulation;

/// <summary>The cost of a claimant by the share of claimants that cost more: a straight line for each piece of each
/// octave of that share, which keeps the mean of its piece.</summary>
/// <remarks>Shares are odd multiples of 2 to the power of -31, so that 31 random bits are a share; the upper half of
/// the bits of that number as a float is the place in the table. The rarest shares have values of their own.</remarks>
internal sealed class OctaveTable
{
    private const int Shift = 16;
    private const int PerOctave = 128;
    private const int Octaves = 31;
    private const int FirstExponent = 127;
    private const int Straight = 8;
    private const double Shares = 1u << Octaves;
    private readonly ClaimSeverity _severity;

    /// <param name="severity">Of people with and without cost.</param>
    public OctaveTable(ClaimSeverity severity)
    {
        _severity = severity;
        Chance = severity.Above(0);
        for (var octave = 0; octave < Octaves; octave++)
        {
            if (octave < Straight)
                SetAlone(octave);
            else
                SetLines(octave);
        }
        // Shares next to 1 are rounded to 1; behind them lies what is read and dropped.
        Lines[^2] = Lines[^3];
    }

    /// <summary>The probability that somebody costs anything.</summary>
    public double Chance { get; }

    /// <summary>Lines by place, each of two floats: in the lower half the cost at share zero, in the upper half what a
    /// unit of share adds.</summary>
    public double[] Lines { get; } = new double[((FirstExponent + Octaves) * PerOctave) + 2];

    /// <summary>The cost at a share.</summary>
    /// <param name="share">Odd, in units of 2 to the power of -31.</param>
    public float At(float share)
    {
        var line = MemoryMarshal.Cast<double, float>(
            Lines.AsSpan(BitConverter.SingleToInt32Bits(share) >> Shift, 1));
        return MathF.FusedMultiplyAdd(line[1], share, line[0]);
    }

    // Pieces narrower than the distance of two shares: each share has the mean of what is nearest to it.
    private void SetAlone(int octave)
    {
        for (var share = (1 << octave) | 1; share < 2 << octave; share += 2)
            Set(BitConverter.SingleToInt32Bits(share) >> Shift, (Above(share + 1) - Above(share - 1)) / 2, 0);

        double Above(double end) => end == 0 ? 0 : this.Above(end, Quantile(end));
    }

    private void SetLines(int octave)
    {
        var width = Math.ScaleB(1.0 / PerOctave, octave);
        var low = PerOctave * width;
        var cost = Quantile(low);
        var above = Above(low, cost);
        for (var piece = 0; piece < PerOctave; piece++)
        {
            var high = low + width;
            var less = Quantile(high);
            var more = Above(high, less);
            var rise = (less - cost) / width;
            var place = ((FirstExponent + octave) * PerOctave) + piece;
            Set(place, ((more - above) / width) - (rise * (low + high) / 2), rise);
            (low, cost, above) = (high, less, more);
        }
    }

    private void Set(int place, double at, double rise)
    {
        var pair = MemoryMarshal.Cast<double, float>(Lines.AsSpan(place, 1));
        pair[0] = (float)at;
        pair[1] = (float)rise;
    }

    private double Quantile(double share) => CostTable.QuantileOf(_severity, Chance * share / Shares);

    // What claimants up to a share cost, in units of one share of 2^31, where the last of them costs least.
    private double Above(double share, double least) => (_severity.Excess(least) / Chance * Shares) + (least * share);
}
