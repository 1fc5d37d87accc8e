using System.Globalization;

namespace OpenAso.Web.Pages.Employer;

/// <summary>What addresses of reports say.</summary>
internal static class Reports
{
    /// <summary>A day of an address; null where it names none that there is.</summary>
    public static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
