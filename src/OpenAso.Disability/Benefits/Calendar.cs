using OpenAso.Disability.Terms;

namespace OpenAso.Disability.Benefits;

/// <summary>Counts months, and what a day is worth of a week or month.</summary>
internal static class Calendar
{
    /// <summary>Full months from one day to another, as birthdays count years.</summary>
    public static int FullMonths(DateOnly from, DateOnly day)
    {
        var months = 12 * (day.Year - from.Year) + day.Month - from.Month;
        return from.AddMonths(months) > day ? months - 1 : months;
    }

    /// <summary>By how much a full week or month is divided.</summary>
    public static int Whole(DayBasis basis) => basis switch
    {
        DayBasis.Working => 5,
        DayBasis.Thirty => 30,
        _ => 7,
    };

    /// <summary>How much of that a day counts: a month has thirty, however long it is.</summary>
    public static int Weight(DateOnly day, DayBasis basis) => basis switch
    {
        DayBasis.Working => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1,
        DayBasis.Thirty when day.Day == 31 => 0,
        DayBasis.Thirty when day.Month == 2 && day.Day == DateTime.DaysInMonth(day.Year, 2) => 31 - day.Day,
        _ => 1,
    };
}
