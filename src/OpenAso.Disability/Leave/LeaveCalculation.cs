using OpenAso.Disability.Benefits;
using OpenAso.Disability.Claims;
using OpenAso.Disability.Law;
using OpenAso.Kernel;

namespace OpenAso.Disability.Leave;

/// <summary>Counts job-protected leave beside a disability: certified days on which the claimant does not work, or
/// works in part, by the hours of their own schedule.</summary>
/// <remarks>
/// The elimination period counts as well: leave does not depend on benefits. Only the federal leave is counted; a
/// state's is not. Leave is counted in the twelve months in which it begins: absence in the next ones needs months,
/// hours and employees of its own. Pure.
/// </remarks>
public sealed class LeaveCalculation
{
    private readonly LeaveFacts _facts;
    private readonly LeaveLaw _law;
    private readonly long _week;
    private readonly SortedDictionary<DateOnly, long> _taken = [];
    private DateOnly? _forward;

    private LeaveCalculation(LeaveFacts facts, LeaveLaw law)
    {
        (_facts, _law) = (facts, law);
        _week = facts.Schedule!.Value.Items.Sum();
    }

    private long Entitlement => _law.Weeks * _week * _week;

    /// <summary>Counts the leave of a claim.</summary>
    /// <param name="claim">With what the employer states of leave.</param>
    /// <param name="certified">Days for which there is proof.</param>
    /// <param name="law">The figures of law.</param>
    /// <param name="others">Leave that other claims of the same person took.</param>
    /// <returns>Null where nobody has said anything of leave.</returns>
    [Source("29 CFR 825.110, 825.200, 825.205")]
    public static LeaveCount? Of(
        DisabilityClaim claim, CertifiedDays certified, DisabilityLaw law, ValueList<UsedLeave> others = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(certified);
        ArgumentNullException.ThrowIfNull(law);
        if (claim.Leave is not { } facts)
            return null;
        var absences = Absences(claim, certified).ToList();
        if (Eligible(facts, law.ProtectedLeave, claim.DisabledFrom) is { } not)
            return not;
        var first = absences.Count == 0 ? claim.DisabledFrom : absences[0].Day;
        if (absences.Exists(one => one.Work is { IsFull: false, WeeklyMinutes: null }))
            return new LeaveCount(LeaveStanding.Unknown, [LeaveReason.PartTimeUnknown], []);
        return new LeaveCalculation(facts, law.ProtectedLeave!)
            .Count(absences, first, [.. facts.Used!.Value, .. others]);
    }

    /// <summary>The days of a claim on which its claimant is absent from work, for other claims of the same
    /// person.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="certified">Days for which there is proof.</param>
    public static ValueList<UsedLeave> UsedBy(DisabilityClaim claim, CertifiedDays certified)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(certified);
        return Absences(claim, certified).Where(one => one.Work is null)
            .Select(one => new UsedLeave(DateRange.On(one.Day), null)).ToValueList();
    }

    private static LeaveCount? Eligible(LeaveFacts facts, LeaveLaw? law, DateOnly first)
    {
        if (law is null)
            return new LeaveCount(LeaveStanding.Unknown, [LeaveReason.FiguresUnknown], []);
        LeaveReason?[] against =
        [
            facts.EmployedSince?.AddMonths(law.EmployedMonths) > first ? LeaveReason.EmployedTooShort : null,
            facts.HoursWorked < law.Hours ? LeaveReason.TooFewHours : null,
            facts.Employees < law.Employees ? LeaveReason.TooFewEmployees : null,
        ];
        if (against.OfType<LeaveReason>().ToValueList() is { Count: > 0 } reasons)
            return new LeaveCount(LeaveStanding.NotEligible, reasons, []);
        LeaveReason?[] missing =
        [
            facts.Method is null ? LeaveReason.MethodUnknown : null,
            facts.Schedule is null ? LeaveReason.ScheduleUnknown : null,
            facts.EmployedSince is null ? LeaveReason.EmploymentUnknown : null,
            facts.HoursWorked is null ? LeaveReason.HoursUnknown : null,
            facts.Employees is null ? LeaveReason.EmployeesUnknown : null,
            facts.Used is null ? LeaveReason.UsedUnknown : null,
        ];
        return missing.OfType<LeaveReason>().ToValueList() is { Count: > 0 } gaps
            ? new LeaveCount(LeaveStanding.Unknown, gaps, []) : null;
    }

    private static IEnumerable<(DateOnly Day, WorkSpell? Work)> Absences(
        DisabilityClaim claim, CertifiedDays certified)
    {
        var last = certified.Last ?? claim.DisabledFrom.AddDays(-1);
        for (var day = claim.DisabledFrom; day <= last && !(day > claim.Died); day = day.AddDays(1))
        {
            if (certified.Holds(day, anyOccupation: false) && claim.WorkOn(day) is not { IsFull: true })
                yield return (day, claim.WorkOn(day));
        }
    }

    private LeaveCount Count(
        List<(DateOnly Day, WorkSpell? Work)> absences, DateOnly first, ValueList<UsedLeave> used)
    {
        foreach (var (day, units) in Before(used, first))
            Take(day, units);
        var days = new List<LeaveDay>();
        var later = Before(used, DateOnly.MaxValue).Where(one => one.Day >= first)
            .ToDictionary(one => one.Day, one => one.Units);
        var end = EndOfYear(first);
        foreach (var (day, work) in absences.Where(one => one.Day <= end && Scheduled(one.Day) > 0))
        {
            // Leave of another reason between two absences comes first.
            foreach (var other in later.Keys.Where(other => other < day).Order().ToList())
            {
                Take(other, later[other]);
                later.Remove(other);
            }
            later.Remove(day);
            var absent = Scheduled(day) * (_week - Math.Min(_week, work?.WeeklyMinutes ?? 0));
            var taken = Take(day, absent);
            days.Add(new LeaveDay(day, Time(absent), Time(taken), Time(Left(day.AddDays(1), day))));
        }
        return new LeaveCount(LeaveStanding.Protected, [], days.ToValueList())
        {
            NewYearFrom = absences.Where(one => one.Day > end && Scheduled(one.Day) > 0)
                .Select(one => (DateOnly?)one.Day).FirstOrDefault(),
        };
    }

    // Each day once, however many sources name it.
    private IEnumerable<(DateOnly Day, long Units)> Before(ValueList<UsedLeave> used, DateOnly first)
    {
        var days = new SortedDictionary<DateOnly, long>();
        foreach (var one in used)
        {
            for (var day = one.Days.First; day <= one.Days.Last && day < first; day = day.AddDays(1))
            {
                var minutes = Math.Min(Scheduled(day), one.MinutesADay ?? Scheduled(day));
                days[day] = Math.Max(days.GetValueOrDefault(day), minutes * _week);
            }
        }
        return days.Where(day => day.Value > 0).Select(day => (day.Key, day.Value));
    }

    private long Take(DateOnly day, long absent)
    {
        if (_facts.Method == LeaveYear.MeasuredForward && (_forward is not { } began || day >= began.AddYears(1)))
            _forward = day;
        var taken = Math.Min(absent, Left(day, day));
        if (taken > 0)
            _taken[day] = taken;
        return taken;
    }

    // What is left at the beginning of a day, in the twelve months of another.
    private long Left(DateOnly before, DateOnly day)
    {
        var first = YearOf(day);
        return Math.Max(0, Entitlement
            - _taken.Where(one => one.Key >= first && one.Key < before).Sum(one => one.Value));
    }

    private DateOnly YearOf(DateOnly day) => _facts.Method switch
    {
        LeaveYear.CalendarYear => new DateOnly(day.Year, 1, 1),
        LeaveYear.FixedYear => Fixed(day),
        LeaveYear.MeasuredForward => _forward ?? day,
        _ => day.AddYears(-1).AddDays(1),
    };

    private DateOnly Fixed(DateOnly day)
    {
        var begins = _facts.YearBegins!.Value.AddYears(day.Year - _facts.YearBegins.Value.Year);
        return begins <= day ? begins : begins.AddYears(-1);
    }

    private DateOnly EndOfYear(DateOnly first) => (_facts.Method switch
    {
        LeaveYear.CalendarYear or LeaveYear.FixedYear => YearOf(first),
        LeaveYear.MeasuredForward when _forward is { } began && first < began.AddYears(1) => began,
        _ => first,
    }).AddYears(1).AddDays(-1);

    private int Scheduled(DateOnly day) => _facts.Schedule!.Value[((int)day.DayOfWeek + 6) % 7];

    private LeaveTime Time(long units) => new(units, _week * _week);
}
