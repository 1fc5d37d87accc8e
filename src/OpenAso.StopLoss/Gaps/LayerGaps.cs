using OpenAso.Kernel;
using OpenAso.Plans;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;

namespace OpenAso.StopLoss.Gaps;

/// <summary>Lines of coverage, lasers and maximums: layers of cost that stay with the plan.</summary>
internal static class LayerGaps
{
    public static IEnumerable<CoverageGap> Of(GapScene scene) =>
        Lines(scene, "specific.lines", scene.Policy.Specific?.Lines)
            .Concat(Lines(scene, "aggregate.lines", scene.Policy.Aggregate?.Lines))
            .Concat(scene.Policy.Specific is { } specific ? Lasers(scene, specific) : [])
            .Concat(Maximums(scene));

    private static IEnumerable<CoverageGap> Lines(GapScene scene, string key, ValueList<LineOfCoverage>? protectedLines)
    {
        if (protectedLines is not { } lines)
            yield break;
        var paid = scene.Plan.Plans.Items.SelectMany(plan => plan.Segments).Select(plan => plan.Line)
            .Concat(scene.Services.Select(service => service.Payment.Line))
            .Distinct().Where(line => !lines.Items.Contains(line)).Order();
        foreach (var line in paid)
        {
            var named = new NamedLine(line);
            yield return new CoverageGap(
                KindOf(line), key, Texts["gap.line", named], Texts["gap.line-not-protected", named, key],
                scene.Paid(service => service.Payment.Line == line));
        }
    }

    private static RoomTexts Texts => StopLossTexts.Room;

    private static GapKind KindOf(LineOfCoverage line) => line switch
    {
        LineOfCoverage.Pharmacy => GapKind.Drugs,
        LineOfCoverage.Dental => GapKind.Dental,
        LineOfCoverage.Vision => GapKind.Vision,
        _ => GapKind.Line,
    };

    private static IEnumerable<CoverageGap> Lasers(GapScene scene, SpecificTerms specific)
    {
        foreach (var laser in specific.Lasers)
        {
            var position = scene.Position.Specific.Items.FirstOrDefault(one => one.Claimant == laser.Claimant);
            yield return laser.Deductible is { } own
                ? new CoverageGap(
                    GapKind.Laser, $"specific.lasers {laser.Claimant}",
                    Texts["gap.laser", own],
                    Texts["gap.laser-layer", own - specific.Deductible, specific.Deductible, own],
                    LaserLayer(position, specific.Deductible))
                : new CoverageGap(
                    GapKind.Laser, $"specific.lasers {laser.Claimant}",
                    Texts["gap.laser-all"], Texts["gap.laser-excluded"],
                    position?.Paid ?? Money.Zero);
        }
    }

    private static Money LaserLayer(SpecificPosition? position, Money deductible) =>
        position is null ? Money.Zero : Money.Max(position.Eligible - position.Excess - deductible, Money.Zero);

    private static IEnumerable<CoverageGap> Maximums(GapScene scene)
    {
        if (scene.Policy.Specific is { Maximum: { } most } specific && !(PlanMaximum(scene.Plan) - specific.Deductible
            <= most))
            yield return new CoverageGap(
                GapKind.Maximum, "specific.maximum",
                PlanMaximum(scene.Plan) is { } end ? Texts["gap.plan-maximum", end] : Texts["gap.no-plan-maximum"],
                Texts["gap.specific-maximum", most],
                scene.Position.Bearers.BeyondMaximum);
        if (scene.Policy.Aggregate is { Maximum: { } all })
            yield return new CoverageGap(
                GapKind.Maximum, "aggregate.maximum",
                Texts["gap.all-claims"], Texts["gap.aggregate-maximum", all], null);
    }

    // Only where every plan holds each person to an amount, for every benefit that it covers.
    private static Money? PlanMaximum(PlanPractice practice)
    {
        var most = Money.Zero;
        foreach (var plan in practice.Plans.Items.SelectMany(plan => plan.Segments))
        {
            if (PlanMaximum(plan) is not { } own)
                return null;
            most = Money.Max(most, own);
        }
        return practice.Plans.Count == 0 ? null : most;
    }

    private static Money? PlanMaximum(ResolvedPlan plan)
    {
        var limits = plan.Limits.Where(limit => limit.Measure == LimitMeasure.PlanPaid && limit.Person is not null
            && plan.Benefits.All(benefit => !benefit.Covered || benefit.Limits.Contains(limit.Index))).ToList();
        return limits.Count == 0 ? null : new Money(limits.Min(limit => limit.Person!.Value));
    }
}
