namespace OpenAso.Kernel;

/// <summary>Twelve months that a plan counts as one year, named by the day of the year on which it begins.</summary>
/// <remarks>A calendar-year plan begins on 1 January; a July plan on 1 July. The default value is the calendar
/// year.</remarks>
public readonly record struct PlanYear
{
    private readonly byte _monthsAfterJanuary;
    private readonly byte _daysAfterFirst;

    /// <summary>A plan year that begins on this day of every year.</summary>
    /// <param name="startMonth">1 to 12.</param>
    /// <param name="startDay">1 to 28, so that every year has the day.</param>
    /// <exception cref="ArgumentOutOfRangeException">Month or day is outside its range.</exception>
    public PlanYear(int startMonth, int startDay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(startMonth, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(startMonth, 12);
        ArgumentOutOfRangeException.ThrowIfLessThan(startDay, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(startDay, 28);
        _monthsAfterJanuary = (byte)(startMonth - 1);
        _daysAfterFirst = (byte)(startDay - 1);
    }

    /// <summary>1 January to 31 December.</summary>
    public static PlanYear Calendar => default;

    /// <summary>The month it begins in, 1 to 12.</summary>
    public int StartMonth => _monthsAfterJanuary + 1;

    /// <summary>The day of the month it begins on, 1 to 28.</summary>
    public int StartDay => _daysAfterFirst + 1;

    /// <summary>The twelve months that hold a day; fewer where the calendar begins or ends within them.</summary>
    /// <param name="day">Any day, those of the years 1 and 9999 included.</param>
    public DateRange Containing(DateOnly day)
    {
        var year = BeginOf(day.Year) > day ? day.Year - 1 : day.Year;
        return new DateRange(
            year < DateOnly.MinValue.Year ? DateOnly.MinValue : BeginOf(year),
            year < DateOnly.MaxValue.Year ? BeginOf(year + 1).AddDays(-1) : DateOnly.MaxValue);
    }

    private DateOnly BeginOf(int year) => new(year, StartMonth, StartDay);
}
