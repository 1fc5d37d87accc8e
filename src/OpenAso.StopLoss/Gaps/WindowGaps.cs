using OpenAso.Kernel;
using OpenAso.Plans;
using OpenAso.StopLoss.Counting;
using OpenAso.StopLoss.Policies;

namespace OpenAso.StopLoss.Gaps;

/// <summary>When a claim is incurred and paid under the plan and not in the policy's windows.</summary>
internal static class WindowGaps
{
    public static IEnumerable<CoverageGap> Of(GapScene scene)
    {
        var basis = scene.Basis;
        if (basis.Incurred.First >= scene.Policy.Period.First)
            yield return new CoverageGap(
                GapKind.RunIn, "basis",
                Texts["gap.incurred-before", basis.Incurred.First], Texts["gap.policy-before"],
                scene.Excluded(ExclusionReason.IncurredTooEarly));
        if (LastPaidByPlan(scene) is var last && !(last <= basis.Paid.Last))
            yield return new CoverageGap(
                GapKind.RunOut, "basis",
                last is { } until ? Texts["gap.until", until] : Texts["gap.without-end"],
                Texts["gap.paid-after", basis.Paid.Last],
                scene.Excluded(ExclusionReason.PaidTooLate));
        if (scene.Plan.PaidMeans != scene.Policy.PaidMeans)
            yield return new CoverageGap(
                GapKind.PaidMeaning, "paid-means",
                Texts["gap.paid", Paid(scene.Plan.PaidMeans)],
                Texts["gap.not-paid-by", Paid(scene.Policy.PaidMeans), basis.Paid.Last],
                scene.Paid(service => IsPaidOnlyByPlan(scene, service)));
    }

    private static bool IsPaidOnlyByPlan(GapScene scene, PaidCare service)
    {
        var dates = service.Payment.Dates;
        return dates.PaidAs(scene.Plan.PaidMeans) <= scene.Basis.Paid.Last
            && !(dates.PaidAs(scene.Policy.PaidMeans) <= scene.Basis.Paid.Last);
    }

    // The latest of all plans: what the agreement says, or the time in which a claim of the last day may be filed.
    private static DateOnly? LastPaidByPlan(GapScene scene)
    {
        if (scene.Plan.RunOutMonths is { } months)
            return ContractBasis.MonthsAfter(scene.Policy.Period.Last, months);
        var last = scene.Basis.Incurred.Last;
        var filing = scene.Plan.Plans.Items
            .Select(plan => plan.AsOf(last)).OfType<ResolvedPlan>()
            .Select(plan => plan.TimelyFiling?.Days).ToList();
        return filing.Count == 0 || filing.Contains(null) ? null : last.AddDays(filing.Max()!.Value);
    }

    private static Sentence Paid(PaidMeaning meaning) => Texts[$"paid.{Documents.Words.Of(meaning.ToString())}"];

    private static RoomTexts Texts => StopLossTexts.Room;
}
