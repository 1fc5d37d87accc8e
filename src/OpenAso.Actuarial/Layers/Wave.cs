using System.Numerics;
using System.Runtime.InteropServices;

namespace OpenAso.Actuarial.Layers;

/// <summary>A complex number for each frequency, with a few places more so that whole vectors can walk
/// through.</summary>
internal sealed class Wave(int frequencies)
{
    public double[] Re { get; } = new double[frequencies + Vector<double>.Count];

    public double[] Im { get; } = new double[frequencies + Vector<double>.Count];

    public void Fill(double value)
    {
        Array.Fill(Re, value);
        Array.Clear(Im);
    }

    public void CopyTo(Wave other)
    {
        Re.CopyTo(other.Re, 0);
        Im.CopyTo(other.Im, 0);
    }

    /// <summary>Adds another one times a number.</summary>
    public void Add(Wave other, Complex times)
    {
        unchecked
        {
            var re = Wide(Re);
            var im = Wide(Im);
            var fromRe = Wide(other.Re);
            var fromIm = Wide(other.Im);
            var (a, b) = (new Vector<double>(times.Real), new Vector<double>(times.Imaginary));
            for (var at = 0; at < re.Length; at++)
            {
                re[at] += (fromRe[at] * a) - (fromIm[at] * b);
                im[at] += (fromRe[at] * b) + (fromIm[at] * a);
            }
        }
    }

    public static Span<Vector<double>> Wide(double[] values) =>
        MemoryMarshal.Cast<double, Vector<double>>(values.AsSpan());
}
