using OpenAso.Claims;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Explaining;
using OpenAso.Plans;

namespace OpenAso.Operations.Pending;

/// <summary>The lines of a claim as they were decided, each with its adjustments and steps.</summary>
public static class CaseLines
{
    /// <summary>In the order of the claim.</summary>
    /// <param name="shown">As sent; of a void, the claim that it takes back.</param>
    /// <param name="determination">As decided.</param>
    /// <param name="plan">By which; null where none is known.</param>
    public static IReadOnlyList<CaseLine> Of(Claim shown, Determination determination, ResolvedPlan? plan)
    {
        ArgumentNullException.ThrowIfNull(shown);
        ArgumentNullException.ThrowIfNull(determination);
        return [.. shown.Lines.Select((line, index) => Line(line, index, determination, plan))];
    }

    /// <summary>The terms that a claim was decided by, or would be; null where none are known.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="determination">As decided.</param>
    /// <param name="claim">As sent.</param>
    public static ResolvedPlan? PlanOf(EmployerTerms terms, Determination determination, Claim claim)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(determination);
        ArgumentNullException.ThrowIfNull(claim);
        return determination.Plan.Value is null
            ? null
            : determination.PlanVersion != default
                ? terms.Basis.Plans.Find(determination.Plan, determination.PlanVersion, claim.FirstServiceDate)
                : terms.Basis.Plans.Find(determination.Plan, claim.FirstServiceDate);
    }

    private static CaseLine Line(ClaimLine sent, int index, Determination determination, ResolvedPlan? plan)
    {
        var decided = determination.Lines[index];
        var found = new LineAdjustments();
        var count = determination.Status == ClaimStatus.Pended ? 0 : AdjustmentRules.Of(decided, found);
        List<LineAdjustment> adjustments = [];
        for (var i = 0; i < count; i++)
            adjustments.Add(found[i]);
        return new CaseLine(
            sent, decided, plan is not null && decided.Benefit >= 0 ? plan.Benefits[decided.Benefit].Id : "",
            plan is not null && decided.Tier >= 0 ? plan.Tiers[decided.Tier].Id : "", adjustments,
            Steps(index, decided, determination, plan));
    }

    private static List<CaseStep> Steps(
        int index, in LineDetermination line, Determination determination, ResolvedPlan? plan)
    {
        List<CaseStep> steps = [];
        var left = line.Billed;
        foreach (var step in determination.Steps.Where(step => step.Line == index))
        {
            left = StepBalance.After(left, step);
            steps.Add(new CaseStep(step.Kind, step.Amount, left,
                plan is not null && step.Clause != ClauseNumber.None ? plan[step.Clause] : null));
        }
        return steps;
    }
}
