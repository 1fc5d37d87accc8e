using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Plans;

namespace OpenAso.Claims;

/// <summary>Decides the lines of a claim one after another: benefit, network tier, price, then the member's
/// share.</summary>
internal static class LineDecision
{
    public static void DecideAll(Claim claim, FamilyContext context, Workspace work, ResolvedPlan plan)
    {
        const int few = 32;
        var count = claim.Lines.Length;
        Span<TieredPrice> prices = count <= few ? stackalloc TieredPrice[few] : new TieredPrice[count];
        LinePricing.PriceAll(claim, context, work, plan, prices[..count]);
        for (var i = 0; i < count; i++)
            Decide(claim, i, context, work, prices[i]);
    }

    /// <summary>Denies a line that no coverage reaches: the member owes the charge, since no contract holds for
    /// somebody who is not covered.</summary>
    public static void DenyUncovered(Claim claim, int index, Workspace work, Denial denial)
    {
        var charge = claim.Lines[index].Charge;
        work.LinesOf(claim)[index] = new LineDetermination
        {
            Billed = charge, MemberNotCovered = charge, Denial = denial, Benefit = -1, Tier = -1,
        };
        work.Step(StepKind.NotCovered, charge, ClauseNumber.None, index);
        work.Step(StepKind.PlanPays, Money.Zero, ClauseNumber.None, index);
    }

    private static void Decide(Claim claim, int index, FamilyContext context, Workspace work, in TieredPrice price)
    {
        var line = claim.Lines[index];
        var person = work.Person!;
        var day = line.Dates.First;
        if (person.CoverageOn(Eligibility.LineOf(claim), day) is not { } coverage)
        {
            DenyUncovered(claim, index, work, Eligibility.DenialOf(person, Eligibility.LineOf(claim), day));
            return;
        }
        if (context.Plans.Find(coverage.Plan, day) is not { } plan)
            return; // pended: the plan is unknown
        if (plan.BenefitFor(KeyOf(claim, line, person)) is not { } benefit)
        {
            work.Pends |= PendReasons.NoBenefit;
            return;
        }
        work.Benefits[index] = benefit;
        work.Plans[index] = plan;
        var scene = new LineScene(claim, index, context, work, plan, benefit, coverage, person);
        if (price.Tier < 0 || (benefit.Covered && benefit.ByTier[price.Tier] is null))
            scene.DenyAtMembersCost(Denial.NotCoveredInTier, benefit.Clause, price);
        else if (CoverageDenial(scene, price) is var (denial, clause) && denial != Denial.None)
            scene.DenyAtMembersCost(denial, clause, price);
        else if (!price.Price.IsFound)
            work.Pends |= PendReasons.NoPrice;
        else
            CostSharingCalculation.Divide(scene, price);
    }

    private static (Denial Denial, ClauseNumber Clause) CoverageDenial(in LineScene scene, in TieredPrice price)
    {
        if (!scene.Benefit.Covered)
            return (Denial.Excluded, scene.Benefit.Clause);
        if (scene.Benefit.Waiting is { } waiting && scene.IsWaiting(waiting))
            return (Denial.WaitingPeriod, waiting.Clause);
        return ServiceLimits.Exhausted(scene, price);
    }

    private static ServiceKey KeyOf(Claim claim, ClaimLine line, Person person) =>
        new(claim.Form, line.Procedure, line.Revenue, line.Place, line.Diagnosis,
            person.AgeOn(line.Dates.First) ?? -1, line.Modifier, claim.BillType);
}
