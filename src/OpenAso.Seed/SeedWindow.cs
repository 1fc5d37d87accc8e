using OpenAso.Kernel;

namespace OpenAso.Seed;

/// <summary>The months that are written, numbered from 0.</summary>
/// <param name="First">The first day of a month.</param>
/// <param name="Months">At least one.</param>
internal sealed record SeedWindow(DateOnly First, int Months)
{
    public DateOnly Last => EndOf(Months - 1);

    public DateOnly StartOf(int month) => First.AddMonths(month);

    public DateOnly EndOf(int month) => First.AddMonths(month + 1).AddDays(-1);

    public bool Contains(DateOnly day) => First <= day && day <= Last;

    /// <summary>The number of the month a day lies in; negative before the first.</summary>
    public int MonthOf(DateOnly day) => (day.Year - First.Year) * 12 + day.Month - First.Month;

    /// <summary>The day on which the clearinghouse sends what reaches it until then: the 7th, 14th, 21st and the
    /// last of a month.</summary>
    public static DateOnly BatchDay(DateOnly day) => day.Day switch
    {
        <= 7 => new DateOnly(day.Year, day.Month, 7),
        <= 14 => new DateOnly(day.Year, day.Month, 14),
        <= 21 => new DateOnly(day.Year, day.Month, 21),
        _ => new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)),
    };

    /// <summary>The first day of the plan year that holds the first month.</summary>
    public DateOnly PlanYearStart(PlanYear year) => year.Containing(First).First;
}
