using System.Globalization;

namespace OpenAso.Operations.Storing;

/// <summary>Days as they are kept: ISO text, which sorts as the days do.</summary>
internal static class Days
{
    public static DateOnly Parse(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
