using System.Globalization;

namespace OpenAso.Decision.Pictures;

/// <summary>Numbers that people read at a glance.</summary>
internal static class RoundNumbers
{
    /// <summary>1, 2, 2.5 or 5 with zeros, so that a range has about as many steps as wanted.</summary>
    public static double Step(double range, int wanted)
    {
        var rough = range / wanted;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        // What rounding left above a round number is that number.
        var first = rough / power * (1 - 1e-9);
        return power * (first <= 1 ? 1 : first <= 2 ? 2 : first <= 2.5 ? 2.5 : first <= 5 ? 5 : 10);
    }

    /// <summary>The round numbers of a scale, ends included.</summary>
    public static IReadOnlyList<double> Of(Scale scale, int wanted)
    {
        if (scale.IsLogarithmic)
            return Decades(scale);
        var step = Step(scale.Most - scale.Least, wanted);
        var first = Math.Ceiling((scale.Least / step) - 1e-9);
        var last = Math.Floor((scale.Most / step) + 1e-9);
        return [.. Enumerable.Range(0, (int)(last - first) + 1).Select(next => (first + next) * step)];
    }

    /// <summary>An amount with separators: whole, but for small ones.</summary>
    public static string Amount(double amount, CultureInfo culture)
    {
        var size = Math.Abs(amount);
        return Signed(amount, size.ToString(
            size >= 1e15 ? "0.##E+0" : size is >= 100 or 0 ? "#,0" : "0.##", culture));
    }

    /// <summary>A number with as many decimals as a step between numbers needs.</summary>
    public static string Text(double value, double step, CultureInfo culture)
    {
        var decimals = step >= 1 ? 0 : Math.Min((int)Math.Ceiling(-Math.Log10(step) - 1e-9), 8);
        var last = step * Math.Pow(10, decimals);
        if (decimals < 8 && Math.Abs(last - Math.Round(last)) > 1e-6)
            decimals++;
        return Signed(value, Math.Abs(value).ToString($"#,0.{new string('0', decimals)}", culture));
    }

    /// <summary>A share in percent, with the digits that it has.</summary>
    public static string Percent(double share, CultureInfo culture) => Percent(
        Signed(share, Math.Abs(share * 100).ToString(Math.Abs(share) >= 0.001 ? "0.##" : "0.######", culture)),
        culture);

    /// <summary>A number with the sign for percent where the culture has it.</summary>
    public static string Percent(string number, CultureInfo culture)
    {
        var sign = culture.NumberFormat.PercentSymbol;
        return culture.NumberFormat.PercentPositivePattern switch
        {
            0 => $"{number} {sign}",
            1 => number + sign,
            2 => sign + number,
            _ => $"{sign} {number}",
        };
    }

    private static string Signed(double value, string size) =>
        value < 0 && size.Any(letter => letter is >= '1' and <= '9') ? $"−{size}" : size;

    private static List<double> Decades(Scale scale)
    {
        var first = (int)Math.Ceiling(Math.Log10(scale.Least) - 1e-9);
        var last = (int)Math.Floor(Math.Log10(scale.Most) + 1e-9);
        return [.. Enumerable.Range(first, Math.Max(last - first + 1, 0)).Select(power => Math.Pow(10, power))];
    }
}
