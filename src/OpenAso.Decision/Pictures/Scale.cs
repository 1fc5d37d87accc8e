namespace OpenAso.Decision.Pictures;

/// <summary>Where values stand between the two ends of an axis.</summary>
/// <param name="Least">At the beginning.</param>
/// <param name="Most">At the end; above the least.</param>
/// <param name="IsLogarithmic">Whether equal ratios, and not equal differences, are equally far apart.</param>
internal sealed record Scale(double Least, double Most, bool IsLogarithmic = false)
{
    // Beyond it nothing is told apart, and sums of it are no numbers.
    private const double Largest = 1e15;

    /// <summary>A scale for some values, with zero if wanted; a little room where all are equal.</summary>
    public static Scale Around(IEnumerable<double> values, bool withZero)
    {
        var known = values.Where(double.IsFinite).Select(value => Math.Clamp(value, -Largest, Largest)).ToList();
        if (withZero)
            known.Add(0);
        var (least, most) = known.Count == 0 ? (0, 1) : (known.Min(), known.Max());
        var room = most - least > 1e-9 * Math.Max(Math.Abs(most), Math.Abs(least))
            ? 0
            : Math.Max(Math.Abs(most) * 0.1, 0.5);
        return new Scale(withZero && least == 0 ? 0 : least - room, most + room);
    }

    /// <summary>The share of the way from the least to the most; values outside stand at the end.</summary>
    public double Place(double value)
    {
        var known = double.IsNaN(value) ? Least : Math.Clamp(value, Least, Most);
        return IsLogarithmic
            ? Math.Log(known / Least) / Math.Log(Most / Least)
            : (known - Least) / (Most - Least);
    }

    /// <summary>The same scale, widened to round numbers.</summary>
    public Scale Rounded(int wanted)
    {
        if (IsLogarithmic)
            return this;
        var step = RoundNumbers.Step(Most - Least, wanted);
        return new Scale(Math.Floor((Least / step) + 1e-9) * step, Math.Ceiling((Most / step) - 1e-9) * step);
    }
}
