using System.Runtime.InteropServices;
using OpenAso.Actuarial.Distributions;

namespace OpenAso.Actuarial.Simulation;

/// <summary>The cost of a claimant by the share of claimants that cost more: a straight line for each sixty-fourth of
/// each octave of that share, which keeps the mean of its piece.</summary>
/// <remarks>Shares are odd multiples of 2 to the power of -31, so that 31 random bits are a share; the bits of that
/// number as a float, without the last 17, are the place in the table. The rarest 128 shares have values of
/// their own.</remarks>
internal sealed class OctaveTable
{
    /// <summary>By how much the bits of a float are shifted to be a place.</summary>
    public const int Shift = 17;

    private const int PerOctave = 64;
    private const int Octaves = 31;
    private const int FirstExponent = 127;
    private const int Straight = 7;
    private const double Shares = 1u << Octaves;
    private readonly double[] _lines = new double[((FirstExponent + Octaves) * PerOctave) + 1];
    private readonly ClaimSeverity _severity;

    /// <param name="severity">Of people with and without cost.</param>
    public OctaveTable(ClaimSeverity severity)
    {
        _severity = severity;
        Chance = severity.Above(0);
        for (var octave = 0; octave < Octaves; octave++)
        {
            var width = Math.ScaleB(1.0 / PerOctave, octave);
            for (var piece = 0; piece < PerOctave; piece++)
            {
                var low = (PerOctave + piece) * width;
                Set(((FirstExponent + octave) * PerOctave) + piece, octave < Straight
                    ? Alone(Math.Floor(low))
                    : Line(low, low + width));
            }
        }
        // Shares next to 1 are rounded to 1.
        _lines[^1] = _lines[^2];
    }

    /// <summary>The probability that somebody costs anything.</summary>
    public double Chance { get; }

    /// <summary>Lines by place, each of two floats: in the lower half the cost at share zero, in the upper half what a
    /// unit of share adds.</summary>
    public double[] Lines => _lines;

    /// <summary>The cost at a share.</summary>
    /// <param name="share">Odd, in units of 2 to the power of -31.</param>
    public float At(float share)
    {
        var line = MemoryMarshal.Cast<double, float>(
            _lines.AsSpan(BitConverter.SingleToInt32Bits(share) >> Shift, 1));
        return MathF.FusedMultiplyAdd(line[1], share, line[0]);
    }

    private (double At, double Rise) Alone(double share) =>
        share % 2 == 0 ? (0, 0) : ((Above(share + 1) - Above(share - 1)) / 2, 0);

    private (double At, double Rise) Line(double low, double high)
    {
        var rise = (Quantile(high) - Quantile(low)) / (high - low);
        var mean = (Above(high) - Above(low)) / (high - low);
        return (mean - (rise * (low + high) / 2), rise);
    }

    private void Set(int place, (double At, double Rise) line)
    {
        var pair = MemoryMarshal.Cast<double, float>(_lines.AsSpan(place, 1));
        pair[0] = (float)line.At;
        pair[1] = (float)line.Rise;
    }

    private double Quantile(double share) => CostTable.QuantileOf(_severity, Chance * share / Shares);

    // What claimants up to a share cost, in units of one share of 2^31.
    private double Above(double share)
    {
        if (share == 0)
            return 0;
        var least = Quantile(share);
        return (_severity.Excess(least) / Chance * Shares) + (least * share);
    }
}
