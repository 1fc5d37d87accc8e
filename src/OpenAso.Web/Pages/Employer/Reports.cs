using System.Globalization;

namespace OpenAso.Web.Pages.Employer;

/// <summary>Which reports there are, and what their addresses say.</summary>
internal static class Reports
{
    /// <summary>The names, as they stand in addresses.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["monthly", "payments", "aggregate", "specific", "lag", "enrollment", "projection"];

    /// <summary>A day of an address; null where it names none that there is.</summary>
    public static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
