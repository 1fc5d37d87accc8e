using OpenAso.Kernel;
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
                scene.Plan.DependentAge is { } own ? Texts["gap.children", own] : Texts["gap.children-unknown"],
                Texts["gap.older-children", age],
                scene.Paid(service => service.ChildAge > age));
        if (conditions.LeaveOfAbsenceDays is { } days && !(scene.Plan.LeaveOfAbsenceDays <= days))
            yield return new CoverageGap(
                GapKind.LeaveOfAbsence, "conditions.leave-of-absence-days",
                scene.Plan.LeaveOfAbsenceDays is { } own ? Texts["gap.leave", own] : Texts["gap.leave-unknown"],
                Texts["gap.longer-leave", days],
                scene.Paid(service => service.LeaveDays > days));
        if (!conditions.CoversRetirees && !conditions.MirrorsPlan && scene.Plan.CoversRetirees != false)
            yield return new CoverageGap(
                GapKind.Retirees, "conditions.covers-retirees",
                Texts[scene.Plan.CoversRetirees is null ? "gap.retired-unknown" : "gap.retired"],
                Texts["gap.claims-of-retired"],
                scene.Paid(service => service.IsRetired));
        if (scene.Policy.NotAtWork.Count > 0)
            yield return new CoverageGap(
                GapKind.ActivelyAtWork, "not-actively-at-work",
                Texts["gap.enrolled"], Texts["gap.not-at-work"],
                scene.Excluded(ExclusionReason.NotActivelyAtWork));
    }

    private static RoomTexts Texts => StopLossTexts.Room;
}
