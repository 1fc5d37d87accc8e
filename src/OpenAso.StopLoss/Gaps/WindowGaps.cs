using System.Globalization;
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
                $"claims incurred before {Iso(basis.Incurred.First)} that are paid in the policy period",
                "any of them; the policy before must pay them",
                scene.Excluded(ExclusionReason.IncurredTooEarly));
        if (LastPaidByPlan(scene) is var last && !(last <= basis.Paid.Last))
            yield return new CoverageGap(
                GapKind.RunOut, "basis",
                last is { } until ? $"claims of the period until {Iso(until)}"
                    : "claims of the period without an end, since no time for filing is known",
                $"what is paid after {Iso(basis.Paid.Last)}",
                scene.Excluded(ExclusionReason.PaidTooLate));
        if (scene.Plan.PaidMeans != scene.Policy.PaidMeans)
            yield return new CoverageGap(
                GapKind.PaidMeaning, "paid-means",
                $"claims that are {Words(scene.Plan.PaidMeans)}",
                $"claims that are not {Words(scene.Policy.PaidMeans)} by {Iso(basis.Paid.Last)}",
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

    private static string Words(PaidMeaning meaning) => meaning switch
    {
        PaidMeaning.LaterOfIssuedAndFunded => "both issued and funded",
        PaidMeaning.Adjudicated => "decided",
        PaidMeaning.Issued => "issued",
        PaidMeaning.Funded => "funded",
        PaidMeaning.Cleared => "cleared by the bank",
        _ => throw new ArgumentOutOfRangeException(nameof(meaning), meaning, "There is no such meaning."),
    };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
