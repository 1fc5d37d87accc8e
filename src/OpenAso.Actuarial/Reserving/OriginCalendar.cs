using System.Globalization;

namespace OpenAso.Actuarial.Reserving;

/// <summary>What the names of origins say of their days.</summary>
/// <remarks>Months are written 2026-01, quarters 2026-Q1 or 2026Q1, days 2026-01-31, years 2026. Where a name is none
/// of these, or they are of different kinds, each origin is taken for a year after the one before it.</remarks>
public static class OriginCalendar
{
    private static readonly Func<string, double?>[] Forms = [Year, MonthNumber, Quarter, Day];

    /// <summary>How many years each origin lies before the last.</summary>
    /// <param name="origins">Their names, oldest first.</param>
    public static double[] YearsBeforeLast(IReadOnlyList<string> origins)
    {
        ArgumentNullException.ThrowIfNull(origins);
        var years = Years(origins) ?? [.. Enumerable.Range(0, origins.Count).Select(index => (double)index)];
        return [.. years.Select(year => years[^1] - year)];
    }

    /// <summary>Whether the names tell days, and one is not after the one before it.</summary>
    /// <param name="origins">Their names.</param>
    /// <returns>The index of the first that is not; null where all ascend, or tell no days.</returns>
    public static int? OutOfOrder(IReadOnlyList<string> origins)
    {
        ArgumentNullException.ThrowIfNull(origins);
        if (Years(origins) is not { } years)
            return null;
        var wrong = Enumerable.Range(1, Math.Max(0, years.Length - 1)).Where(i => years[i] <= years[i - 1]).ToList();
        return wrong.Count > 0 ? wrong[0] : null;
    }

    private static double[]? Years(IReadOnlyList<string> origins)
    {
        foreach (var form in Forms)
        {
            var years = origins.Select(form).ToArray();
            if (years.All(year => year is not null))
                return [.. years.Select(year => year!.Value)];
        }
        return null;
    }

    private static double? Year(string text) =>
        text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= 1900 and <= 2199
            ? year
            : null;

    private static double? MonthNumber(string text) =>
        Parsed(text + "-01", "yyyy-MM-dd") is { } day ? day.Year + (day.Month - 1) / 12.0 : null;

    private static double? Quarter(string text) =>
        text.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant() is [.. { Length: 4 } year, 'Q', var number]
            && number is >= '1' and <= '4'
            ? Year(year) + (number - '1') / 4.0
            : null;

    private static double? Day(string text) =>
        Parsed(text, "yyyy-MM-dd") is { } day ? day.Year + (day.Month - 1 + (day.Day - 1) / 31.0) / 12 : null;

    private static DateOnly? Parsed(string text, string form) =>
        DateOnly.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
