using System.Globalization;
using OpenAso.StopLoss.Counting;

namespace OpenAso.StopLoss.Gaps;

/// <summary>Who is covered by the plan and not by the policy.</summary>
internal static class EligibilityGaps
{
    public static IEnumerable<CoverageGap> Of(GapScene scene)
    {
        var conditions = scene.Policy.Conditions;
        if (conditions.DependentAge is { } age && !(scene.Plan.DependentAge <= age))
            yield return new CoverageGap(
                GapKind.DependentAge, "conditions.dependent-age",
                scene.Plan.DependentAge is { } own ? $"children through the age of {Text(own)}"
                    : "children through an age that is not known here",
                $"claims of children older than {Text(age)}",
                scene.Paid(service => service.ChildAge > age));
        if (conditions.LeaveOfAbsenceDays is { } days && !(scene.Plan.LeaveOfAbsenceDays <= days))
            yield return new CoverageGap(
                GapKind.LeaveOfAbsence, "conditions.leave-of-absence-days",
                scene.Plan.LeaveOfAbsenceDays is { } own ? $"people on leave for {Text(own)} days"
                    : "people on leave for a time that is not known here",
                $"claims after more than {Text(days)} days of leave",
                scene.Paid(service => service.LeaveDays > days));
        if (!conditions.CoversRetirees && !conditions.MirrorsPlan && scene.Plan.CoversRetirees != false)
            yield return new CoverageGap(
                GapKind.Retirees, "conditions.covers-retirees",
                scene.Plan.CoversRetirees is null ? "retired people, unless the plan does not cover them, which is not"
                    + " known here" : "retired people",
                "claims of retired people",
                scene.Paid(service => service.IsRetired));
        if (scene.Policy.NotAtWork.Count > 0)
            yield return new CoverageGap(
                GapKind.ActivelyAtWork, "not-actively-at-work",
                "everybody who is enrolled",
                "claims of people who were not at work when the policy began, until they have come back",
                scene.Excluded(ExclusionReason.NotActivelyAtWork));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
