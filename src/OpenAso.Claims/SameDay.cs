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
        foreach (var line in new EarlierLines(scene, sameProvider: true))
        {
            if (line.Dates.First == scene.Day && DrawsOn(line, limit))
                return true;
        }
        return false;
    }

    /// <summary>Days of the line that do not count toward the limit yet.</summary>
    public static long DaysNotCounted(in LineScene scene, Limit limit)
    {
        const int few = 64;
        var days = scene.Claim.DaysOfCare(scene.Line.Dates);
        var counted = days.Days <= few ? stackalloc bool[few] : new bool[days.Days];
        foreach (var line in new EarlierLines(scene, sameProvider: false))
        {
            if (DrawsOn(line, limit) && line.Claim.DaysOfCare(line.Dates).Intersect(days) is { } common)
                counted.Slice(common.First.DayNumber - days.First.DayNumber, common.Days).Fill(true);
        }
        return days.Days - counted[..days.Days].Count(true);
    }

    /// <summary>Copay already taken for the same visit, day or admission.</summary>
    public static Money CopayTaken(in LineScene scene, CopayPer per)
    {
        var taken = Money.Zero;
        foreach (var line in new EarlierLines(scene, sameProvider: true))
        {
            if (line.Benefit?.Id == scene.Benefit.Id && BelongsTogether(scene, line, per))
                taken += line.Decided.Copay;
        }
        return taken;
    }

    private static bool BelongsTogether(in LineScene scene, in EarlierLine line, CopayPer per) => per switch
    {
        CopayPer.Visit => line.Dates.First == scene.Day,
        CopayPer.Day => line.IsOfThisClaim || line.Dates.Overlaps(scene.Line.Dates),
        CopayPer.Admission => line.IsOfThisClaim
            || (scene.Claim.Admitted is { } admitted && line.Claim.Admitted == admitted),
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
