using System.Globalization;

namespace OpenAso.Kernel;

/// <summary>A calendar month: what fees, contributions, budgets and stop-loss attachments are counted by.</summary>
/// <param name="Year">1 to 9999.</param>
/// <param name="Number">1 to 12.</param>
public readonly record struct Month(int Year, int Number) : IComparable<Month>
{
    /// <summary>The first day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such month.</exception>
    public DateOnly First => new(Year, Number, 1);

    /// <summary>The last day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such month.</exception>
    public DateOnly Last => new(Year, Number, DateTime.DaysInMonth(Year, Number));

    /// <summary>The month after this one.</summary>
    public Month Next => Number == 12 ? new Month(Year + 1, 1) : new Month(Year, Number + 1);

    /// <summary>The month that holds a day.</summary>
    /// <param name="day">Any day.</param>
    public static Month Of(DateOnly day) => new(day.Year, day.Month);

    /// <summary>Reads what <see cref="ToString"/> writes, such as <c>2026-01</c>.</summary>
    /// <param name="text">Year and number with a hyphen between.</param>
    /// <exception cref="FormatException">It is no month.</exception>
    public static Month Parse(string text) =>
        Of(DateOnly.ParseExact($"{text}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Earlier months first.</summary>
    /// <param name="other">Another month.</param>
    public int CompareTo(Month other) => (Year, Number).CompareTo((other.Year, other.Number));

    /// <summary>Whether the left month is earlier.</summary>
    public static bool operator <(Month left, Month right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left month is later.</summary>
    public static bool operator >(Month left, Month right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left month is not later.</summary>
    public static bool operator <=(Month left, Month right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left month is not earlier.</summary>
    public static bool operator >=(Month left, Month right) => left.CompareTo(right) >= 0;

    /// <summary>For example <c>2026-01</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Number:D2}");
}
