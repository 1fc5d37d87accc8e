using System.Collections.Immutable;
using OpenAso.Kernel;

namespace OpenAso.Plans;

/// <summary>What a limit counts.</summary>
public enum LimitMeasure
{
    /// <summary>Deductible taken from the member, in cents.</summary>
    Deductible,

    /// <summary>Copay, deductible and coinsurance taken from the member, in cents.</summary>
    OutOfPocket,

    /// <summary>What the plan pays, in cents.</summary>
    PlanPaid,

    /// <summary>Visits: one person, one billing provider, one day.</summary>
    Visits,

    /// <summary>Days of service, each counted once a person.</summary>
    Days,

    /// <summary>Units of service, as billed, rounded up.</summary>
    Services,
}

/// <summary>The time within which a limit is used up.</summary>
public enum LimitWindow
{
    /// <summary>1 January to 31 December.</summary>
    CalendarYear,

    /// <summary>The twelve months that begin on the plan's first day of the year.</summary>
    PlanYear,

    /// <summary>As long as the person is covered, under this and every later year.</summary>
    Lifetime,

    /// <summary>The months before and including the day of service, see <see cref="Limit.RollingMonths"/>.</summary>
    Rolling,
}

/// <summary>Deductible met late in a year that is credited to the next.</summary>
/// <param name="Months">The last months of the window whose amounts carry over, 1 to 12.</param>
/// <param name="OnlyIfUnmet">Whether amounts carry over only while the person's limit of the old window was not yet
/// met.</param>
/// <param name="Clause">The provision.</param>
public sealed record CarryOver(int Months, bool OnlyIfUnmet, ClauseNumber Clause);

/// <summary>A deductible, an out-of-pocket maximum, or a limit on visits, days, services or dollars.</summary>
/// <remarks>Immutable. Amounts are cents where the measure is money, counts elsewhere.</remarks>
public sealed class Limit
{
    /// <summary>Kept across amendments and shared by plans that say so: what was used stays used.</summary>
    public required LimitId Id { get; init; }

    /// <summary>What a member reads; empty where the document gave no words.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where it stands in the document.</summary>
    public Place Place { get; init; } = Place.None;

    /// <summary>The index in <see cref="ResolvedPlan.Limits"/>.</summary>
    public required int Index { get; init; }

    /// <summary>The provision that sets it.</summary>
    public required ClauseNumber Clause { get; init; }

    /// <summary>What it counts.</summary>
    public required LimitMeasure Measure { get; init; }

    /// <summary>For each person; null where only the family has one (an aggregate deductible).</summary>
    public long? Person { get; init; }

    /// <summary>For all persons of a family together; null where there is none.</summary>
    public long? Family { get; init; }

    /// <summary>For an employee covered alone; null where <see cref="Person"/> serves.</summary>
    public long? SelfOnly { get; init; }

    /// <summary>The time within which it is used up.</summary>
    public required LimitWindow Window { get; init; }

    /// <summary>For <see cref="LimitWindow.Rolling"/>: how many months, the day of service included; else 0.</summary>
    public int RollingMonths { get; init; }

    /// <summary>Whether each tooth has its own.</summary>
    public bool PerTooth { get; init; }

    /// <summary>Credit of late amounts to the next window; null for none.</summary>
    public CarryOver? CarryOver { get; init; }

    /// <summary>Other limits that receive the same amounts (cross-application between networks); never this
    /// one.</summary>
    public ImmutableArray<int> AlsoCredits { get; init; } = [];

    /// <summary>The same with other amounts.</summary>
    internal Limit With(long? person, long? family, long? selfOnly) => new()
    {
        Id = Id,
        Name = Name,
        Place = Place,
        Index = Index,
        Clause = Clause,
        Measure = Measure,
        Person = person,
        Family = family,
        SelfOnly = selfOnly,
        Window = Window,
        RollingMonths = RollingMonths,
        PerTooth = PerTooth,
        CarryOver = CarryOver,
        AlsoCredits = AlsoCredits,
    };

    /// <summary>What binds under a tier of coverage: for the person, and for the family.</summary>
    /// <param name="tier">Who is covered beside the employee.</param>
    /// <returns>Each null where nothing binds. An employee covered alone has no family limit.</returns>
    public (long? Person, long? Family) Under(CoverageTier tier) =>
        tier == CoverageTier.EmployeeOnly ? (SelfOnly ?? Person ?? Family, null) : (Person, Family);

    /// <summary>The window that a day of service falls in.</summary>
    /// <param name="day">The day of service.</param>
    /// <param name="year">The plan's year.</param>
    /// <returns>For a rolling limit the months up to and including the day.</returns>
    public DateRange WindowOf(DateOnly day, PlanYear year) => Window switch
    {
        LimitWindow.CalendarYear => PlanYear.Calendar.Containing(day),
        LimitWindow.PlanYear => year.Containing(day),
        LimitWindow.Lifetime => new DateRange(DateOnly.MinValue, DateOnly.MaxValue),
        LimitWindow.Rolling => new DateRange(day.AddMonths(-RollingMonths).AddDays(1), day),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
