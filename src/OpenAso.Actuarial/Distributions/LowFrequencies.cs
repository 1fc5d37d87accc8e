using System.Numerics;

namespace OpenAso.Actuarial.Distributions;

/// <summary>The transform of a sum of many costs at its lowest frequencies, straight from the points of one person: the
/// sum of a large group has no others.</summary>
/// <remarks>PERF: a group of two thousand has some two hundred frequencies where a lattice of one person has eight
/// thousand. Nothing is put onto a lattice, so none has to be fine enough for one person.</remarks>
/// <param name="period">Of the amounts: what passes it comes round.</param>
internal sealed class LowFrequencies(double period)
{
    private const int Vectors = 4;
    private const int Most = 4_096;

    // What is smaller everywhere in two blocks is taken for nothing, there and beyond.
    private const double Nothing = 1e-16;
    private static readonly int Block = Vectors * Vector<double>.Count;
    private readonly double[] _re = new double[Most];
    private readonly double[] _im = new double[Most];
    private int _count;

    /// <summary>Adds a level of the group.</summary>
    /// <param name="classes">Its people, each class with the points of one of them.</param>
    /// <param name="weight">The probability of the level.</param>
    /// <returns>False where the sum has more frequencies than are looked at: then all of this is of no use.</returns>
    public bool Add(IReadOnlyList<(RiskClass People, LossPoints Points)> classes, double weight)
    {
        var turning = classes.Select(one => new TurningPoints(one.Points, period)).ToList();
        Span<Vector<double>> re = new Vector<double>[Vectors];
        Span<Vector<double>> im = new Vector<double>[Vectors];
        Span<Vector<double>> oneRe = new Vector<double>[Vectors];
        Span<Vector<double>> oneIm = new Vector<double>[Vectors];
        var quiet = 0;
        for (var first = 0; first + Block <= Most; first += Block)
        {
            re.Fill(Vector<double>.One);
            im.Clear();
            for (var index = 0; index < turning.Count; index++)
            {
                turning[index].Next(oneRe, oneIm);
                SumSpectrum.MultiplyPower(re, im, oneRe, oneIm, classes[index].People.Count);
            }
            Keep(re, im, first, weight);
            quiet = IsQuiet(re, im) ? quiet + 1 : 0;
            if (quiet == 2)
                return true;
        }
        return false;
    }

    /// <summary>The mixture of all levels.</summary>
    /// <param name="length">Of the lattice on which the sum is wanted.</param>
    public SumSpectrum Spectrum(int length)
    {
        var spectrum = new SumSpectrum(length);
        spectrum.Take(_re.AsSpan(0, _count), _im.AsSpan(0, _count));
        return spectrum;
    }

    /// <summary>The least length of a lattice that has all frequencies.</summary>
    public int Least => 2 * _count;

    private void Keep(ReadOnlySpan<Vector<double>> re, ReadOnlySpan<Vector<double>> im, int first, double weight)
    {
        for (var index = 0; index < Vectors; index++)
        {
            var at = first + (index * Vector<double>.Count);
            (new Vector<double>(_re, at) + (re[index] * weight)).CopyTo(_re, at);
            (new Vector<double>(_im, at) + (im[index] * weight)).CopyTo(_im, at);
        }
        _count = Math.Max(_count, first + Block);
    }

    private static bool IsQuiet(ReadOnlySpan<Vector<double>> re, ReadOnlySpan<Vector<double>> im)
    {
        var nothing = new Vector<double>(Nothing * Nothing);
        for (var index = 0; index < Vectors; index++)
        {
            if (!Vector.LessThanAll((re[index] * re[index]) + (im[index] * im[index]), nothing))
                return false;
        }
        return true;
    }

    /// <summary>The points of one person on the unit circle: each turns on by its own angle from frequency to
    /// frequency.</summary>
    private sealed class TurningPoints
    {
        private readonly Vector<double>[] _re;
        private readonly Vector<double>[] _im;
        private readonly double[] _stepRe;
        private readonly double[] _stepIm;

        public TurningPoints(LossPoints points, double period)
        {
            var count = points.Amounts.Length;
            (_re, _im) = (new Vector<double>[count], new Vector<double>[count]);
            (_stepRe, _stepIm) = (new double[count], new double[count]);
            Span<double> re = stackalloc double[Vector<double>.Count];
            Span<double> im = stackalloc double[Vector<double>.Count];
            for (var at = 0; at < count; at++)
            {
                var (sine, cosine) = Math.SinCos(-2 * Math.PI * points.Amounts[at] / period);
                var (turnRe, turnIm) = (1.0, 0.0);
                for (var lane = 0; lane < re.Length; lane++)
                {
                    (re[lane], im[lane]) = (points.Masses[at] * turnRe, points.Masses[at] * turnIm);
                    (turnRe, turnIm) = ((turnRe * cosine) - (turnIm * sine), (turnRe * sine) + (turnIm * cosine));
                }
                (_re[at], _im[at]) = (new Vector<double>(re), new Vector<double>(im));
                (_stepRe[at], _stepIm[at]) = (turnRe, turnIm);
            }
        }

        /// <summary>The transform at the next frequencies.</summary>
        public void Next(Span<Vector<double>> re, Span<Vector<double>> im)
        {
            unchecked
            {
                var (re0, im0) = (Vector<double>.Zero, Vector<double>.Zero);
                var (re1, im1) = (re0, im0);
                var (re2, im2) = (re0, im0);
                var (re3, im3) = (re0, im0);
                for (var at = 0; at < _re.Length; at++)
                {
                    var (a, b) = (_re[at], _im[at]);
                    var (c, s) = (new Vector<double>(_stepRe[at]), new Vector<double>(_stepIm[at]));
                    (re0, im0) = (re0 + a, im0 + b);
                    (a, b) = ((a * c) - (b * s), (a * s) + (b * c));
                    (re1, im1) = (re1 + a, im1 + b);
                    (a, b) = ((a * c) - (b * s), (a * s) + (b * c));
                    (re2, im2) = (re2 + a, im2 + b);
                    (a, b) = ((a * c) - (b * s), (a * s) + (b * c));
                    (re3, im3) = (re3 + a, im3 + b);
                    (_re[at], _im[at]) = ((a * c) - (b * s), (a * s) + (b * c));
                }
                (re[0], re[1], re[2], re[3]) = (re0, re1, re2, re3);
                (im[0], im[1], im[2], im[3]) = (im0, im1, im2, im3);
            }
        }
    }
}
