using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OpenAso.Actuarial.Distributions;

/// <summary>The turns of one step of a transform, by one, two and three angles.</summary>
internal readonly record struct Twiddles(double Re1, double Im1, double Re2, double Im2, double Re3, double Im3);

/// <summary>Four numbers of a split array: the first, and how far it is to the next.</summary>
internal readonly record struct Quadruple(double[] Re, double[] Im, int First, int Apart);

/// <summary>The steps of which a transform consists: four numbers in, four numbers out.</summary>
internal static class Butterflies
{
    /// <summary>As many at once as the processor has room for.</summary>
    public static void Wide(Quadruple from, Quadruple to, Twiddles twiddles, int count)
    {
        unchecked
        {
            var re = MemoryMarshal.Cast<double, Vector<double>>(from.Re.AsSpan(from.First, count));
            var im = MemoryMarshal.Cast<double, Vector<double>>(from.Im.AsSpan(from.First, count));
            var apart = from.Apart / Vector<double>.Count;
            var toApart = to.Apart / Vector<double>.Count;
            ref var re0 = ref MemoryMarshal.GetReference(re);
            ref var im0 = ref MemoryMarshal.GetReference(im);
            ref var toRe = ref Unsafe.As<double, Vector<double>>(ref to.Re[to.First]);
            ref var toIm = ref Unsafe.As<double, Vector<double>>(ref to.Im[to.First]);
            var (c1, s1) = (new Vector<double>(twiddles.Re1), new Vector<double>(twiddles.Im1));
            var (c2, s2) = (new Vector<double>(twiddles.Re2), new Vector<double>(twiddles.Im2));
            var (c3, s3) = (new Vector<double>(twiddles.Re3), new Vector<double>(twiddles.Im3));
            for (var at = 0; at < re.Length; at++)
            {
                var (aRe, aIm) = (Unsafe.Add(ref re0, at), Unsafe.Add(ref im0, at));
                var (bRe, bIm) = (Unsafe.Add(ref re0, at + apart), Unsafe.Add(ref im0, at + apart));
                var (cRe, cIm) = (Unsafe.Add(ref re0, at + (2 * apart)), Unsafe.Add(ref im0, at + (2 * apart)));
                var (dRe, dIm) = (Unsafe.Add(ref re0, at + (3 * apart)), Unsafe.Add(ref im0, at + (3 * apart)));
                var (acRe, acIm, amRe, amIm) = (aRe + cRe, aIm + cIm, aRe - cRe, aIm - cIm);
                var (bdRe, bdIm, bmRe, bmIm) = (bRe + dRe, bIm + dIm, bRe - dRe, bIm - dIm);
                Unsafe.Add(ref toRe, at) = acRe + bdRe;
                Unsafe.Add(ref toIm, at) = acIm + bdIm;
                var (xRe, xIm) = (amRe + bmIm, amIm - bmRe);
                Unsafe.Add(ref toRe, at + toApart) = (xRe * c1) - (xIm * s1);
                Unsafe.Add(ref toIm, at + toApart) = (xRe * s1) + (xIm * c1);
                (xRe, xIm) = (acRe - bdRe, acIm - bdIm);
                Unsafe.Add(ref toRe, at + (2 * toApart)) = (xRe * c2) - (xIm * s2);
                Unsafe.Add(ref toIm, at + (2 * toApart)) = (xRe * s2) + (xIm * c2);
                (xRe, xIm) = (amRe - bmIm, amIm + bmRe);
                Unsafe.Add(ref toRe, at + (3 * toApart)) = (xRe * c3) - (xIm * s3);
                Unsafe.Add(ref toIm, at + (3 * toApart)) = (xRe * s3) + (xIm * c3);
            }
        }
    }

    /// <summary>One at a time.</summary>
    public static void Narrow(Quadruple from, Quadruple to, Twiddles twiddles, int count)
    {
        unchecked
        {
            for (var at = 0; at < count; at++)
            {
                var (a, b) = (from.First + at, from.First + at + from.Apart);
                var (c, d) = (b + from.Apart, b + (2 * from.Apart));
                var (acRe, acIm) = (from.Re[a] + from.Re[c], from.Im[a] + from.Im[c]);
                var (amRe, amIm) = (from.Re[a] - from.Re[c], from.Im[a] - from.Im[c]);
                var (bdRe, bdIm) = (from.Re[b] + from.Re[d], from.Im[b] + from.Im[d]);
                var (bmRe, bmIm) = (from.Re[b] - from.Re[d], from.Im[b] - from.Im[d]);
                var into = to.First + at;
                (to.Re[into], to.Im[into]) = (acRe + bdRe, acIm + bdIm);
                Put(to, into + to.Apart, amRe + bmIm, amIm - bmRe, twiddles.Re1, twiddles.Im1);
                Put(to, into + (2 * to.Apart), acRe - bdRe, acIm - bdIm, twiddles.Re2, twiddles.Im2);
                Put(to, into + (3 * to.Apart), amRe - bmIm, amIm + bmRe, twiddles.Re3, twiddles.Im3);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Quadruple to, int at, double re, double im, double cosine, double sine)
    {
        to.Re[at] = (re * cosine) - (im * sine);
        to.Im[at] = (re * sine) + (im * cosine);
    }
}
