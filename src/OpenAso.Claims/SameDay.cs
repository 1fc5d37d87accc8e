using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Claims;

/// <summary>What the same person already had on the same days: visits and days are counted once, copays taken
/// once.</summary>
internal static class SameDay
{
    /// <summary>Whether a visit to the same provider on the day already counts toward the limit.</summary>
    public static bool IsCounted(in LineScene scene, Limit limit)
    {
        foreach (var line in new EarlierLines(scene, DateRange.On(scene.Day), sameProvider: true))
        {
            if (line.Dates.First == scene.Day && DrawsOn(line, limit))
                return true;
        }
        return false;
    }

    /// <summary>Days of a line outside a stay that do not count toward the limit yet.</summary>
    public static long DaysNotCounted(in LineScene scene, Limit limit)
    {
        var days = 0L;
        for (var day = scene.Line.Dates.First; day <= scene.Line.Dates.Last; day = day.AddDays(1))
        {
            if (!IsCounted(scene, limit, day))
                days++;
        }
        return days;
    }

    /// <summary>Whether an earlier line of the same claim drew on the limit.</summary>
    public static bool IsDrawnOnByThisClaim(in LineScene scene, Limit limit)
    {
        foreach (var line in new EarlierLines(scene, DateRange.On(scene.Day), sameProvider: true))
        {
            if (line.IsOfThisClaim && DrawsOn(line, limit))
                return true;
        }
        return false;
    }

    /// <summary>Copay already taken for the same visit, day or admission.</summary>
    public static Money CopayTaken(in LineScene scene, CopayPer per)
    {
        var taken = Money.Zero;
        foreach (var line in new EarlierLines(scene, DaysTogether(scene, per), sameProvider: true))
        {
            if (line.Benefit?.Id == scene.Benefit.Id && BelongsTogether(scene, line, per))
                taken += line.Decided.Copay;
        }
        return taken;
    }

    // An admission is known by its first day, whenever its services were.
    private static DateRange DaysTogether(in LineScene scene, CopayPer per) => per switch
    {
        CopayPer.Visit => DateRange.On(scene.Day),
        CopayPer.Day when !scene.Claim.IsInpatient => scene.Line.Dates,
        _ => new DateRange(DateOnly.MinValue, DateOnly.MaxValue),
    };

    private static bool IsCounted(in LineScene scene, Limit limit, DateOnly day)
    {
        foreach (var line in new EarlierLines(scene, DateRange.On(day), sameProvider: false))
        {
            if (line.Dates.Contains(day) && DrawsOn(line, limit))
                return true;
        }
        return false;
    }

    // Bills of one stay say the same day of admission; lines of one stay stand on one claim, whatever their days.
    private static bool BelongsTogether(in LineScene scene, in EarlierLine line, CopayPer per) => per switch
    {
        CopayPer.Visit => line.Dates.First == scene.Day,
        CopayPer.Day => scene.Claim.IsInpatient ? IsOfTheStay(scene, line) : line.Dates.Overlaps(scene.Line.Dates),
        CopayPer.Admission => IsOfTheStay(scene, line),
        _ => false,
    };

    private static bool IsOfTheStay(in LineScene scene, in EarlierLine line) =>
        line.IsOfThisClaim || (scene.Claim.Admitted is { } admitted && line.Admitted == admitted);

    private static bool DrawsOn(in EarlierLine line, Limit limit)
    {
        if (line.Benefit is not { } benefit || line.Decided.Allowed.IsZero || line.Plan is not { } plan)
            return false;
        foreach (var index in benefit.Limits)
        {
            if (plan.Limits[index].Id == limit.Id)
                return true;
        }
        return false;
    }
}
