using System.Numerics;
using System.Runtime.InteropServices;

namespace OpenAso.Actuarial.Distributions;

/// <summary>The transform of the sum of independent costs: the product of theirs, mixed over the levels of the
/// group.</summary>
internal sealed class SumSpectrum
{
    // The square of a size at which further powers are lost in rounding.
    private const double Nothing = 1e-44;
    private readonly RealTransform _transform;
    private readonly double[] _re;
    private readonly double[] _im;
    private readonly double[] _productRe;
    private readonly double[] _productIm;
    private readonly double[] _oneRe;
    private readonly double[] _oneIm;

    public SumSpectrum(int length)
    {
        _transform = new RealTransform(length);
        // A few places more, so that they can be walked through by whole vectors.
        var room = _transform.Frequencies + Vector<double>.Count;
        (_re, _im) = (new double[room], new double[room]);
        (_productRe, _productIm) = (new double[room], new double[room]);
        (_oneRe, _oneIm) = (new double[room], new double[room]);
    }

    public int Length => _transform.Length;

    /// <summary>Begins a level of the group: nobody costs anything yet.</summary>
    public void Begin()
    {
        Array.Fill(_productRe, 1);
        Array.Clear(_productIm);
    }

    /// <summary>Adds people who are alike.</summary>
    /// <param name="masses">Of one of them, on the lattice.</param>
    /// <param name="count">How many.</param>
    public void Add(ReadOnlySpan<double> masses, int count)
    {
        _transform.Forward(masses, _oneRe, _oneIm);
        MultiplyPower(Wide(_productRe), Wide(_productIm), Wide(_oneRe), Wide(_oneIm), count);
    }

    /// <summary>Takes the whole mixture as it was computed elsewhere.</summary>
    /// <param name="re">Real parts of the lowest frequencies; the others are nothing.</param>
    /// <param name="im">Imaginary parts.</param>
    public void Take(ReadOnlySpan<double> re, ReadOnlySpan<double> im)
    {
        re.CopyTo(_re);
        im.CopyTo(_im);
    }

    /// <summary>Ends a level of the group.</summary>
    /// <param name="weight">Its probability.</param>
    public void End(double weight)
    {
        for (var index = 0; index < _transform.Frequencies; index++)
        {
            _re[index] += weight * _productRe[index];
            _im[index] += weight * _productIm[index];
        }
    }

    /// <summary>How much of the sum is lost where it is read between the points of the lattice by a polynomial of the
    /// fifth degree, as a share of its density, and where each of some people was put onto it in that way.</summary>
    public double Roughness(int people)
    {
        var (whole, rough) = (0.0, 0.0);
        for (var index = 0; index < _transform.Frequencies; index++)
        {
            var size = Math.Sqrt((_re[index] * _re[index]) + (_im[index] * _im[index]));
            var angle = Math.PI * index / (_transform.Frequencies - 1);
            var cube = angle * angle * angle;
            whole += size;
            rough += size * cube * cube;
        }
        return rough / whole * (people + 1.0) * 3.515625 / 720;
    }

    /// <summary>The masses of the sum, none below zero: the lowest one tells how far rounding reaches, and what is no
    /// larger is nothing.</summary>
    public double[] Masses()
    {
        var masses = new double[Length];
        _transform.Inverse(_re, _im, masses);
        var rounding = -Math.Min(masses.Min(), 0);
        for (var index = 0; index < masses.Length; index++)
            masses[index] = masses[index] <= rounding ? 0 : masses[index];
        return masses;
    }

    private static Span<Vector<double>> Wide(double[] values) =>
        MemoryMarshal.Cast<double, Vector<double>>(values.AsSpan());

    /// <summary>Multiplies a product by a power of a transform, which is lost.</summary>
    // PERF: the powers of a few frequencies stay in registers until they are done.
    internal static void MultiplyPower(
        Span<Vector<double>> productRe, Span<Vector<double>> productIm, Span<Vector<double>> oneRe,
        Span<Vector<double>> oneIm, int count)
    {
        unchecked
        {
            var nothing = new Vector<double>(Nothing);
            for (var index = 0; index < productRe.Length; index++)
            {
                var (re, im) = (productRe[index], productIm[index]);
                var (powerRe, powerIm) = (oneRe[index], oneIm[index]);
                for (var left = count; left > 0; left >>= 1)
                {
                    if ((left & 1) != 0)
                        (re, im) = ((re * powerRe) - (im * powerIm), (re * powerIm) + (im * powerRe));
                    else if (Vector.LessThanAll((powerRe * powerRe) + (powerIm * powerIm), nothing))
                    {
                        (re, im) = (Vector<double>.Zero, Vector<double>.Zero);
                        break;
                    }
                    (powerRe, powerIm) = ((powerRe * powerRe) - (powerIm * powerIm), powerRe * powerIm * 2);
                }
                (productRe[index], productIm[index]) = (re, im);
            }
        }
    }
}
