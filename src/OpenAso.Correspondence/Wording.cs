using System.Globalization;
using OpenAso.Kernel;

namespace OpenAso.Correspondence;

/// <summary>How amounts, days and names are written in letters.</summary>
internal static class Wording
{
    /// <summary>The language of all letters.</summary>
    public const string Language = "en";

    /// <summary>For example $1,234.50, or 1,234.50 CAD; what goes the other way has a minus sign in front.</summary>
    public static string Amount(Money money, string currency)
    {
        var digits = Math.Abs(money.Cents / 100m).ToString("#,##0.00", CultureInfo.InvariantCulture);
        var sign = money.IsNegative ? "−" : "";
        return currency == "USD" ? $"{sign}${digits}" : $"{sign}{digits} {currency}";
    }

    /// <summary>For example 1,250.</summary>
    public static string Count(long count) => count.ToString("#,##0", CultureInfo.InvariantCulture);

    /// <summary>With the month spelled out: March 5, 2026.</summary>
    public static string Day(DateOnly day) => day.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);

    /// <summary>One day, or the first and the last.</summary>
    public static string Days(DateRange days) =>
        days.First == days.Last ? Day(days.First) : $"{Day(days.First)} to {Day(days.Last)}";

    /// <summary>Given name, middle name, family name.</summary>
    public static string Name(Members.PersonName name) =>
        string.Join(' ', new[] { name.First, name.Middle, name.Last }.Where(part => part.Length > 0));

    /// <summary>For example "a", "a and b", "a, b and c".</summary>
    public static string List(IReadOnlyList<string> items) =>
        items.Count < 2 ? string.Concat(items) : $"{string.Join(", ", items.SkipLast(1))} and {items[^1]}";
}
