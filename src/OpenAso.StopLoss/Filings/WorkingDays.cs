using OpenAso.Kernel;

namespace OpenAso.StopLoss.Filings;

/// <summary>Working days, Monday to Friday; holidays count, because no policy says whose.</summary>
public static class WorkingDays
{
    /// <summary>The day that lies some working days after another.</summary>
    /// <param name="day">Any day; it does not count itself.</param>
    /// <param name="count">How many; zero or more.</param>
    [Source("Public advance funding terms: released within five working days of receiving the funds")]
    public static DateOnly After(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        while (count > 0)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                count--;
        }
        return day;
    }
}
