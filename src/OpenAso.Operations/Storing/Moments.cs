using System.Globalization;

namespace OpenAso.Operations.Storing;

/// <summary>Moments as they are kept: text by the world's clock, which sorts as the moments do.</summary>
internal static class Moments
{
    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture);

    public static string Text(DateTimeOffset moment) =>
        moment.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
}
