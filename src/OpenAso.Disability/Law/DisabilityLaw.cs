using OpenAso.Kernel;

namespace OpenAso.Disability.Law;

/// <summary>A figure that holds from a day on.</summary>
/// <typeparam name="T">A rate or an amount.</typeparam>
/// <param name="From">The first day.</param>
/// <param name="Value">The figure.</param>
public sealed record DatedFigure<T>(DateOnly From, T Value);

/// <summary>Days that the claims procedure allows.</summary>
/// <param name="DecideDays">For the first decision, from receipt of the claim.</param>
/// <param name="ExtensionDays">By which one notice extends it.</param>
/// <param name="Extensions">The most notices.</param>
/// <param name="AnswerDays">That the claimant has at least for an answer.</param>
/// <param name="AppealWithinDays">From receipt of a denial.</param>
/// <param name="AppealDays">For the answer to an appeal.</param>
/// <param name="AppealExtensionDays">By which one notice extends that.</param>
public sealed record ClaimClockDays(
    int DecideDays,
    int ExtensionDays,
    int Extensions,
    int AnswerDays,
    int AppealWithinDays,
    int AppealDays,
    int AppealExtensionDays);

/// <summary>The normal retirement age of those born from a day on.</summary>
/// <param name="BornFrom">The first birthday; who is born on 1 January counts with the year before.</param>
/// <param name="Years">Of age.</param>
/// <param name="Months">Beside the years.</param>
public sealed record RetirementAge(DateOnly BornFrom, int Years, int Months);

/// <summary>Job-protected leave of the Family and Medical Leave Act.</summary>
/// <param name="Weeks">Workweeks in twelve months.</param>
/// <param name="EmployedMonths">For which somebody has been employed before.</param>
/// <param name="Hours">Worked in the twelve months before.</param>
/// <param name="Employees">Of the employer within 75 miles.</param>
public sealed record LeaveLaw(int Weeks, int EmployedMonths, int Hours, int Employees);

/// <summary>Figures of law that disability benefits need.</summary>
/// <remarks>Dated data, read from <c>rules/disability.yaml</c>; immutable.</remarks>
public sealed record DisabilityLaw
{
    /// <summary>Calendar months after the last one worked, beyond which sick pay is no wage for social
    /// security.</summary>
    public required int SickPayMonths { get; init; }

    /// <summary>Policy years whose contributions decide how much of a benefit is taxed.</summary>
    public required int ContributionYears { get; init; }

    /// <summary>Flat rates on supplemental wages.</summary>
    public required ValueList<DatedFigure<Percent>> SupplementalRates { get; init; }

    /// <summary>Wages of a year and an employee that federal unemployment tax is on.</summary>
    public required ValueList<DatedFigure<Money>> UnemploymentBases { get; init; }

    /// <summary>Social security and Medicare tax; null where the document does not give them, and no such tax is worked
    /// out.</summary>
    public FicaLaw? Fica { get; init; }

    /// <summary>The claims procedure.</summary>
    public required ClaimClockDays Clocks { get; init; }

    /// <summary>By birthday, the earliest first.</summary>
    public required ValueList<RetirementAge> RetirementAges { get; init; }

    /// <summary>Job-protected leave; null where the document is older than these figures.</summary>
    public LeaveLaw? ProtectedLeave { get; init; }

    /// <summary>The figure that holds on a day; null before the first.</summary>
    /// <typeparam name="T">A rate or an amount.</typeparam>
    /// <param name="figures">In order of date.</param>
    /// <param name="day">The day.</param>
    public static T? On<T>(ValueList<DatedFigure<T>> figures, DateOnly day) where T : struct
    {
        T? found = null;
        foreach (var figure in figures)
        {
            if (figure.From <= day)
                found = figure.Value;
        }
        return found;
    }

    /// <summary>The day on which somebody reaches the normal retirement age; null where the table does not go back so
    /// far.</summary>
    /// <param name="born">The birthday.</param>
    public DateOnly? NormalRetirement(DateOnly born)
    {
        var age = RetirementAges.Items.LastOrDefault(row => row.BornFrom <= born);
        return age is null ? null : born.AddYears(age.Years).AddMonths(age.Months);
    }
}
