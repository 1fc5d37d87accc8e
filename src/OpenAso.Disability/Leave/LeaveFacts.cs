using OpenAso.Kernel;

namespace OpenAso.Disability.Leave;

/// <summary>The twelve months in which an employer counts job-protected leave.</summary>
public enum LeaveYear
{
    /// <summary>From January to December.</summary>
    CalendarYear,

    /// <summary>Any other fixed year, from a day that the employer names.</summary>
    FixedYear,

    /// <summary>From the first day of leave.</summary>
    MeasuredForward,

    /// <summary>The twelve months up to each day of leave.</summary>
    RollingBack,
}

/// <summary>Leave that was taken before, or beside the disability.</summary>
/// <param name="Days">On their scheduled workdays.</param>
/// <param name="MinutesADay">On each of them; null for all that was scheduled.</param>
public sealed record UsedLeave(DateRange Days, int? MinutesADay);

/// <summary>What decides job-protected leave, as the employer states it. What is null nobody has said, and it is never
/// assumed.</summary>
public sealed record LeaveFacts
{
    /// <summary>The employer's twelve months.</summary>
    public LeaveYear? Method { get; init; }

    /// <summary>The first day of a fixed year: its month and day count.</summary>
    public DateOnly? YearBegins { get; init; }

    /// <summary>Since when employed.</summary>
    public DateOnly? EmployedSince { get; init; }

    /// <summary>Hours worked in the twelve months before the leave.</summary>
    public int? HoursWorked { get; init; }

    /// <summary>Employees of the employer within 75 miles.</summary>
    public int? Employees { get; init; }

    /// <summary>Scheduled minutes of work from Monday to Sunday; null where the schedule is not known.</summary>
    public ValueList<int>? Schedule { get; init; }

    /// <summary>Leave that was taken before; none where somebody said so.</summary>
    public ValueList<UsedLeave>? Used { get; init; }
}
