using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Claims;

/// <summary>Limits on what the plan pays, for a year or for life.</summary>
internal static class DollarLimits
{
    /// <summary>What the limits cut from what the plan would pay; the tightest decides.</summary>
    public static Money Cut(in LineScene scene, Money planPays, out bool forLife)
    {
        forLife = false;
        var left = planPays;
        var clause = ClauseNumber.None;
        foreach (var index in scene.Benefit.Limits)
        {
            var limit = scene.Plan.Limits[index];
            if (limit.Measure != LimitMeasure.PlanPaid)
                continue;
            var remaining = new Money(scene.Limits.Remaining(limit, scene.Line.Tooth));
            if (remaining < left)
                (left, clause, forLife) = (remaining, limit.Clause, limit.Window == LimitWindow.Lifetime);
        }
        scene.Work.Step(StepKind.LimitCut, planPays - left, clause, scene.Index);
        return planPays - left;
    }

    /// <summary>Counts what the plan pays.</summary>
    public static void Count(in LineScene scene, Money planPays)
    {
        foreach (var index in scene.Benefit.Limits)
        {
            var limit = scene.Plan.Limits[index];
            if (limit.Measure == LimitMeasure.PlanPaid)
                scene.Limits.Count(limit, planPays.Cents, scene.Line.Tooth);
        }
    }
}
