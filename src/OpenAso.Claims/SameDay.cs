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
        foreach (var line in new EarlierLines(scene, new DateRange(scene.Day, scene.Day), sameProvider: true))
        {
            if (line.Dates.First == scene.Day && DrawsOn(line, limit))
                return true;
        }
        return false;
    }

    /// <summary>Days of the line that do not count toward the limit yet.</summary>
    public static long DaysNotCounted(in LineScene scene, Limit limit)
    {
        var dates = scene.Line.Dates;
        var days = dates.Days;
        if (scene.Claim.IsInpatient && scene.Line.Units.RoundedUp < days)
            days = (int)Math.Max(1, scene.Line.Units.RoundedUp); // the day of discharge is no day of care
        var counted = 0;
        foreach (var line in new EarlierLines(scene, dates, sameProvider: false))
        {
            if (DrawsOn(line, limit) && line.Dates.Intersect(dates) is { } common)
                counted = Math.Max(counted, common.Days);
        }
        return Math.Max(0, days - counted);
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
        CopayPer.Visit => new DateRange(scene.Day, scene.Day),
        CopayPer.Day => scene.Line.Dates,
        _ => new DateRange(DateOnly.MinValue, DateOnly.MaxValue),
    };

    private static bool BelongsTogether(in LineScene scene, in EarlierLine line, CopayPer per) => per switch
    {
        CopayPer.Visit => line.Dates.First == scene.Day,
        CopayPer.Day => line.IsOfThisClaim || line.Dates.Overlaps(scene.Line.Dates),
        CopayPer.Admission => line.IsOfThisClaim
            || (scene.Claim.Admitted is { } admitted && line.Admitted == admitted),
        _ => false,
    };

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
