using OpenAso.Kernel;

namespace OpenAso.Disability.Leave;

/// <summary>Whether the days of a disability are job-protected leave.</summary>
public enum LeaveStanding
{
    /// <summary>They are, as far as leave is left.</summary>
    Protected,

    /// <summary>They are not, for the reasons that are named.</summary>
    NotEligible,

    /// <summary>Something is not known that decides it.</summary>
    Unknown,
}

/// <summary>Why days are not job-protected leave, or cannot be counted.</summary>
public enum LeaveReason
{
    /// <summary>The figures of law on file are older than these rules.</summary>
    FiguresUnknown,

    /// <summary>The employer's twelve months are not known.</summary>
    MethodUnknown,

    /// <summary>The schedule of work is not known.</summary>
    ScheduleUnknown,

    /// <summary>Nobody has said since when the claimant is employed.</summary>
    EmploymentUnknown,

    /// <summary>Nobody has said how many hours were worked.</summary>
    HoursUnknown,

    /// <summary>Nobody has said how many employees there are within 75 miles.</summary>
    EmployeesUnknown,

    /// <summary>Nobody has said what leave was taken before.</summary>
    UsedUnknown,

    /// <summary>Hours of part-time work while disabled are not known.</summary>
    PartTimeUnknown,

    /// <summary>Employed for too few months.</summary>
    EmployedTooShort,

    /// <summary>Too few hours worked.</summary>
    TooFewHours,

    /// <summary>Too few employees within 75 miles.</summary>
    TooFewEmployees,
}

/// <summary>Time of leave, exact: a share of the employee's own workweek.</summary>
/// <param name="Units">Of which a workweek has <paramref name="Week"/>.</param>
/// <param name="Week">Above zero.</param>
public readonly record struct LeaveTime(long Units, long Week)
{
    /// <summary>In workweeks, rounded half up to four digits.</summary>
    public decimal Weeks => decimal.Round((decimal)Units / Week, 4, MidpointRounding.AwayFromZero);

    /// <summary>Whether there is none.</summary>
    public bool IsNone => Units == 0;
}

/// <summary>A scheduled workday on which the claimant is absent because of the disability, wholly or in part.</summary>
/// <param name="Day">The day.</param>
/// <param name="Absent">How long.</param>
/// <param name="Taken">Of it, as job-protected leave.</param>
/// <param name="Left">Leave that is left after the day.</param>
public sealed record LeaveDay(DateOnly Day, LeaveTime Absent, LeaveTime Taken, LeaveTime Left);

/// <summary>Job-protected leave beside a disability.</summary>
/// <param name="Standing">Whether there is any.</param>
/// <param name="Reasons">None where it is protected.</param>
/// <param name="Days">In order; none where it is not protected or not known.</param>
public sealed record LeaveCount(LeaveStanding Standing, ValueList<LeaveReason> Reasons, ValueList<LeaveDay> Days)
{
    /// <summary>The first day after which no leave is left; null where some is.</summary>
    public DateOnly? ExhaustedOn => Days.Items.FirstOrDefault(day => day.Left.IsNone)?.Day;

    /// <summary>The last day that is protected: to it the health premium goes on at the rate of active employees. Null
    /// where no day is.</summary>
    public DateOnly? ProtectedThrough => Days.Items.LastOrDefault(day => !day.Taken.IsNone)?.Day;

    /// <summary>The first absence in another twelve months, for which months, hours and employees are to be looked at
    /// anew; null where there is none.</summary>
    public DateOnly? NewYearFrom { get; init; }

    /// <summary>What is taken for this disability, in workweeks.</summary>
    public decimal WeeksTaken => Days.Count == 0 ? 0
        : new LeaveTime(Days.Items.Sum(day => day.Taken.Units), Days[0].Taken.Week).Weeks;
}
