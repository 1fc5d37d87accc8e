using OpenAso.Kernel;
using OpenAso.Plans;
using OpenAso.StopLoss.Policies;

namespace OpenAso.StopLoss.Gaps;

/// <summary>What the policy excludes and the plan covers.</summary>
internal static class ExclusionGaps
{
    public static IEnumerable<CoverageGap> Of(GapScene scene)
    {
        foreach (var exclusion in scene.Policy.Conditions.Exclusions)
        {
            if (OfExclusion(scene, exclusion) is { } gap)
                yield return gap;
        }
        if (!scene.Policy.Conditions.MirrorsPlan)
            yield return new CoverageGap(
                GapKind.NotMirrored, "conditions.mirrors-plan",
                Texts["gap.as-decided"], Texts["gap.read-otherwise"],
                scene.Excluded(Counting.ExclusionReason.NotEligible));
    }

    private static CoverageGap? OfExclusion(GapScene scene, PolicyExclusion exclusion)
    {
        var kind = exclusion.Id.StartsWith("experimental", StringComparison.Ordinal)
            || exclusion.Id.StartsWith("investigational", StringComparison.Ordinal)
            ? GapKind.Experimental
            : GapKind.Exclusion;
        var key = $"conditions.exclusions.{exclusion.Id}";
        if (exclusion.Procedures.Count + exclusion.Diagnoses.Count == 0)
            return new CoverageGap(
                kind, key, Texts["gap.no-codes"], Sentence.Quoted(exclusion.Text), null);
        var granting = Wordings(scene).SelectMany(plan => ExclusionMatch.Granting(plan, exclusion)
            .Select(benefit => (plan, benefit))).ToList();
        if (granting.Count == 0)
            return null;
        var clauses = granting.Select(pair => ClauseOf(pair.plan, pair.benefit)).Distinct()
            .Aggregate((before, clause) => Texts["gap.granted-also", before, clause]);
        return new CoverageGap(
            kind, key, Texts["gap.granted", clauses], Sentence.Quoted(exclusion.Text),
            scene.Paid(service => exclusion.Excludes(service.Procedure, service.Payment.Diagnosis)));
    }

    private static IEnumerable<ResolvedPlan> Wordings(GapScene scene) => scene.Plan.Plans.Items
        .SelectMany(plan => plan.Segments)
        .Where(wording => wording.InForce.Overlaps(scene.Basis.Incurred));

    private static Sentence ClauseOf(ResolvedPlan plan, Benefit benefit) =>
        benefit.Clause == ClauseNumber.None
            ? Texts["gap.benefit", $"{plan.Id}", benefit.Name]
            : Texts["gap.clause", $"{plan.Id}", benefit.Name, $"{plan[benefit.Clause].Id}"];

    private static RoomTexts Texts => StopLossTexts.Room;
}

/// <summary>Which benefits of a plan grant what a policy excludes, by codes alone.</summary>
internal static class ExclusionMatch
{
    // Every procedure code has five characters, so that V503 begins with V5030.
    private const int ProcedureLength = 5;

    private static readonly (Code First, Code Last) Any = (Code.None, Code.FromPacked(ulong.MaxValue));

    /// <summary>Benefits that may pay for a service that the policy excludes. A benefit that asks for a place, an age
    /// or a modifier may pay; only an exclusion that asks for nothing but codes surely takes a service out.</summary>
    public static IEnumerable<Benefit> Granting(ResolvedPlan plan, PolicyExclusion exclusion)
    {
        var found = new HashSet<Benefit>();
        foreach (var procedure in Runs(exclusion.Procedures, ProcedureLength))
        {
            foreach (var diagnosis in Runs(exclusion.Diagnoses, 0))
                Collect(plan, procedure, diagnosis, found);
        }
        return found.OrderBy(benefit => benefit.Index);
    }

    private static void Collect(
        ResolvedPlan plan, (Code, Code) procedure, (Code, Code) diagnosis, HashSet<Benefit> found)
    {
        foreach (var benefit in plan.Benefits)
        {
            if (!benefit.Covered && IsSure(benefit, procedure, diagnosis))
                return;
            if (benefit.Covered && MayInclude(benefit, procedure, diagnosis))
                found.Add(benefit);
        }
    }

    private static bool MayInclude(Benefit benefit, (Code, Code) procedure, (Code, Code) diagnosis) =>
        benefit.Services.IsEmpty || benefit.Services.Any(match =>
            match.Procedures?.Overlaps(procedure) != false && match.Diagnoses?.Overlaps(diagnosis) != false);

    private static bool IsSure(Benefit benefit, (Code, Code) procedure, (Code, Code) diagnosis) =>
        benefit.Services.IsEmpty || benefit.Services.Any(match =>
            match is
            {
                Form: null, Revenues: null, Places: null, Modifiers: null, BillTypes: null, MinimumAge: null,
                MaximumAge: null,
            }
            && match.Procedures?.ContainsAll(procedure) != false && match.Diagnoses?.ContainsAll(diagnosis) != false);

    // The policy's codes are beginnings. What a plan document can hold is shorter than the longest of them.
    private static List<(Code First, Code Last)> Runs(ValueList<string> beginnings, int length)
    {
        if (beginnings.Count == 0)
            return [Any];
        var runs = new List<(Code First, Code Last)>();
        foreach (var beginning in beginnings)
        {
            var stem = beginning[..Math.Min(beginning.Length, Code.MaximumLength - 1)];
            if (CodeSet.TryParseRun(stem + "*", out var run))
                runs.Add((Code.Of(stem.PadRight(length, '0')), run.Last));
        }
        return runs;
    }
}
