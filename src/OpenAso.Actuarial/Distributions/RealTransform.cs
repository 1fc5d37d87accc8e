using System.Numerics;

namespace OpenAso.Actuarial.Distributions;

/// <summary>The discrete Fourier transform of real numbers, by a complex transform of half the length.</summary>
/// <remarks>Real and imaginary parts are arrays of their own. Stockham's order, four at a time: everything comes out
/// in its place. PERF: the heart of every aggregate distribution; `bench distribution` measures it.</remarks>
public sealed class RealTransform
{
    private static readonly Lazy<(double[] Cosines, double[] Sines)>[] Circles =
        [.. Enumerable.Range(0, 31).Select(power => new Lazy<(double[], double[])>(() => Circle(1 << power)))];

    private readonly int _half;
    private readonly double[] _cosines;
    private readonly double[] _sines;
    private readonly double[] _re;
    private readonly double[] _im;
    private readonly double[] _otherRe;
    private readonly double[] _otherIm;

    /// <summary>A transform of a length. It holds working space: one at a time may use it.</summary>
    /// <param name="length">A power of two, at least 8.</param>
    public RealTransform(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 8);
        if (!BitOperations.IsPow2(length))
            throw new ArgumentOutOfRangeException(nameof(length), length, "A power of two.");
        _half = length / 2;
        (_cosines, _sines) = Circles[BitOperations.Log2((uint)length)].Value;
        (_re, _im) = (new double[_half], new double[_half]);
        (_otherRe, _otherIm) = (new double[_half], new double[_half]);
    }

    /// <summary>How many real numbers.</summary>
    public int Length => _half * 2;

    /// <summary>How many frequencies: half the length, and one.</summary>
    public int Frequencies => _half + 1;

    /// <summary>From values to frequencies.</summary>
    /// <param name="values">As many as the length.</param>
    /// <param name="re">Receives real parts.</param>
    /// <param name="im">Receives imaginary parts.</param>
    public void Forward(ReadOnlySpan<double> values, Span<double> re, Span<double> im)
    {
        unchecked
        {
            for (var index = 0; index < _half; index++)
                (_re[index], _im[index]) = (values[2 * index], values[(2 * index) + 1]);
            var (zRe, zIm) = Complex();
            for (var low = 0; low <= _half / 2; low++)
            {
                var high = _half - low;
                var (lowRe, lowIm) = (zRe[low], zIm[low]);
                var (highRe, highIm) = (zRe[high & (_half - 1)], zIm[high & (_half - 1)]);
                var (evenRe, evenIm) = (0.5 * (lowRe + highRe), 0.5 * (lowIm - highIm));
                var (oddRe, oddIm) = (0.5 * (lowIm + highIm), -0.5 * (lowRe - highRe));
                var (cosine, sine) = (_cosines[low], _sines[low]);
                var (turnedRe, turnedIm) = ((oddRe * cosine) - (oddIm * sine), (oddRe * sine) + (oddIm * cosine));
                (re[low], im[low]) = (evenRe + turnedRe, evenIm + turnedIm);
                (re[high], im[high]) = (evenRe - turnedRe, turnedIm - evenIm);
            }
        }
    }

    /// <summary>From frequencies back to values.</summary>
    /// <param name="re">Real parts.</param>
    /// <param name="im">Imaginary parts.</param>
    /// <param name="values">Receives as many as the length.</param>
    public void Inverse(ReadOnlySpan<double> re, ReadOnlySpan<double> im, Span<double> values)
    {
        unchecked
        {
            for (var low = 0; low <= _half / 2; low++)
            {
                var high = _half - low;
                var (evenRe, evenIm) = (re[low] + re[high], im[low] - im[high]);
                var (differenceRe, differenceIm) = (re[low] - re[high], im[low] + im[high]);
                var (cosine, sine) = (_cosines[low], -_sines[low]);
                var oddRe = (differenceRe * cosine) - (differenceIm * sine);
                var oddIm = (differenceRe * sine) + (differenceIm * cosine);
                // The parts change places: that turns the transform round.
                (_im[low], _re[low]) = (evenRe - oddIm, evenIm + oddRe);
                (_im[high & (_half - 1)], _re[high & (_half - 1)]) = (evenRe + oddIm, oddRe - evenIm);
            }
            var (zRe, zIm) = Complex();
            var scale = 1.0 / Length;
            for (var index = 0; index < _half; index++)
                (values[2 * index], values[(2 * index) + 1]) = (zIm[index] * scale, zRe[index] * scale);
        }
    }

    private static (double[] Cosines, double[] Sines) Circle(int length)
    {
        var (cosines, sines) = (new double[length], new double[length]);
        for (var index = 0; index < length; index++)
            (sines[index], cosines[index]) = Math.SinCos(-2 * Math.PI * index / length);
        return (cosines, sines);
    }

    private (double[] Re, double[] Im) Complex()
    {
        unchecked
        {
            var (re, im, otherRe, otherIm) = (_re, _im, _otherRe, _otherIm);
            var (length, stride) = (_half, 1);
            for (; length >= 4; length /= 4, stride *= 4)
            {
                Pass(re, im, otherRe, otherIm, stride);
                (re, im, otherRe, otherIm) = (otherRe, otherIm, re, im);
            }
            if (length == 2)
            {
                for (var at = 0; at < stride; at++)
                {
                    (otherRe[at], otherIm[at]) = (re[at] + re[at + stride], im[at] + im[at + stride]);
                    (otherRe[at + stride], otherIm[at + stride]) = (re[at] - re[at + stride], im[at] - im[at + stride]);
                }
                (re, im) = (otherRe, otherIm);
            }
            return (re, im);
        }
    }

    private void Pass(double[] re, double[] im, double[] toRe, double[] toIm, int stride)
    {
        unchecked
        {
            var quarter = _half / 4;
            var turns = quarter / stride;
            for (var turn = 0; turn < turns; turn++)
            {
                var angle = 2 * turn * stride;
                var twiddles = new Twiddles(
                    _cosines[angle], _sines[angle], _cosines[2 * angle], _sines[2 * angle],
                    _cosines[3 * angle], _sines[3 * angle]);
                var from = turn * stride;
                if (stride >= Vector<double>.Count)
                    Butterflies.Wide(new(re, im, from, quarter), new(toRe, toIm, 4 * from, stride), twiddles, stride);
                else
                    Butterflies.Narrow(
                        new(re, im, from, quarter), new(toRe, toIm, 4 * from, stride), twiddles, stride);
            }
        }
    }
}
