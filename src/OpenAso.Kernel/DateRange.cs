using System.Globalization;

namespace OpenAso.Kernel;

/// <summary>A run of days, both ends included, as coverage is written.</summary>
/// <remarks>An open end is <see cref="DateOnly.MaxValue"/>. The default value is the single day 0001-01-01.</remarks>
public readonly record struct DateRange
{
    /// <summary>A run of days.</summary>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day, included; not before the first.</param>
    /// <exception cref="ArgumentOutOfRangeException">The last day is before the first.</exception>
    public DateRange(DateOnly first, DateOnly last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        First = first;
        Last = last;
    }

    /// <summary>The first day.</summary>
    public DateOnly First { get; }

    /// <summary>The last day, included.</summary>
    public DateOnly Last { get; }

    /// <summary>Whether the range has no known end.</summary>
    public bool IsOpen => Last == DateOnly.MaxValue;

    /// <summary>How many days, both ends counted.</summary>
    public int Days => Last.DayNumber - First.DayNumber + 1;

    /// <summary>From a day on, without a known end.</summary>
    /// <param name="first">The first day.</param>
    public static DateRange From(DateOnly first) => new(first, DateOnly.MaxValue);

    /// <summary>A single day.</summary>
    /// <param name="day">Both first and last.</param>
    public static DateRange On(DateOnly day) => new(day, day);

    /// <summary>Whether the day is inside.</summary>
    /// <param name="day">Any day.</param>
    public bool Contains(DateOnly day) => First <= day && day <= Last;

    /// <summary>Whether every day of the other range is inside.</summary>
    /// <param name="other">Any range.</param>
    public bool Contains(DateRange other) => First <= other.First && other.Last <= Last;

    /// <summary>Whether the two share a day.</summary>
    /// <param name="other">Any range.</param>
    public bool Overlaps(DateRange other) => First <= other.Last && other.First <= Last;

    /// <summary>The days both have; null where they share none.</summary>
    /// <param name="other">Any range.</param>
    public DateRange? Intersect(DateRange other) =>
        Overlaps(other)
            ? new DateRange(First > other.First ? First : other.First, Last < other.Last ? Last : other.Last)
            : null;

    /// <summary>ISO dates with two dots between; an open end is left out: <c>2026-01-01..2026-12-31</c>,
    /// <c>2026-01-01..</c>.</summary>
    public override string ToString() =>
        First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + ".."
        + (IsOpen ? "" : Last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
