using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Claims;

/// <summary>Limits that count visits, days and services.</summary>
internal static class ServiceLimits
{
    /// <summary>The first limit of the line's benefit that is used up.</summary>
    public static (Denial Denial, ClauseNumber Clause) Exhausted(in LineScene scene, in TieredPrice price)
    {
        foreach (var index in scene.Benefit.Limits)
        {
            var limit = scene.Plan.Limits[index];
            if (!CountsServices(limit) || scene.Limits.Remaining(limit, scene.Line.Tooth) > 0
                || IsCovered(scene, limit))
                continue;
            var denial = limit.Window == LimitWindow.Lifetime ? Denial.LifetimeLimitReached : Denial.LimitReached;
            return (denial, limit.Clause);
        }
        return (Denial.None, ClauseNumber.None);
    }

    /// <summary>The part of the line that the limits still cover, as a fraction, with the clause that cuts
    /// it.</summary>
    public static (long Covered, long Wanted, ClauseNumber Clause, bool ForLife) CoveredPart(in LineScene scene)
    {
        long covered = 1, wanted = 1;
        var clause = ClauseNumber.None;
        var forLife = false;
        foreach (var index in scene.Benefit.Limits)
        {
            var limit = scene.Plan.Limits[index];
            if (!CountsServices(limit))
                continue;
            var want = Wanted(scene, limit);
            var have = Math.Min(want, scene.Limits.Remaining(limit, scene.Line.Tooth));
            if (want == 0 || checked(have * wanted) >= checked(covered * want))
                continue;
            (covered, wanted, clause, forLife) = (have, want, limit.Clause, limit.Window == LimitWindow.Lifetime);
        }
        return (covered, wanted, clause, forLife);
    }

    /// <summary>Counts the line toward its limits.</summary>
    public static void Count(in LineScene scene)
    {
        foreach (var index in scene.Benefit.Limits)
        {
            var limit = scene.Plan.Limits[index];
            if (!CountsServices(limit))
                continue;
            var used = Math.Min(Wanted(scene, limit), scene.Limits.Remaining(limit, scene.Line.Tooth));
            scene.Limits.Count(limit, used, scene.Line.Tooth);
        }
    }

    private static bool CountsServices(Limit limit) =>
        limit.Measure is LimitMeasure.Visits or LimitMeasure.Days or LimitMeasure.Services;

    private static long Wanted(in LineScene scene, Limit limit) => limit.Measure switch
    {
        LimitMeasure.Visits => SameDay.IsCounted(scene, limit) ? 0 : 1,
        LimitMeasure.Days when scene.Claim.IsInpatient => StayDays(scene, limit),
        LimitMeasure.Days => SameDay.DaysNotCounted(scene, limit),
        LimitMeasure.Services => scene.Line.Units.RoundedUp,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // Once a limit is used up: a visit or day that it counted before is covered still, and so is what else is billed
    // for a stay of which it covered days.
    private static bool IsCovered(in LineScene scene, Limit limit) =>
        limit.Measure == LimitMeasure.Days && scene.Claim.IsInpatient
            ? SameDay.IsDrawnOnByThisClaim(scene, limit) && StayDays(scene, limit) == 0
            : Wanted(scene, limit) == 0;

    // A stay counts the units of its room and board. One that bills none counts its nights once.
    private static long StayDays(in LineScene scene, Limit limit)
    {
        if (IsRoomAndBoard(scene.Line))
            return scene.Line.Units.RoundedUp;
        foreach (var line in scene.Claim.Lines)
        {
            if (IsRoomAndBoard(line))
                return 0;
        }
        return SameDay.IsDrawnOnByThisClaim(scene, limit)
            ? 0 : Math.Max(1, (scene.Claim.StatementDates ?? scene.Line.Dates).Days - 1);
    }

    private static bool IsRoomAndBoard(ClaimLine line) => RoomAndBoard.Contains(line.Revenue);

    private static CodeSet RoomAndBoard { get; } = CodeSet.Of([(Code.Of("0100"), Code.Of("0219"))]);
}
