using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Claims;

/// <summary>Divides a covered line between provider, member and plan.</summary>
/// <remarks>Order: price, service limits, copay, deductible, coinsurance, all three held by the out-of-pocket maximum,
/// penalty, dollar limits. See docs/calculation.md.</remarks>
internal static class CostSharingCalculation
{
    public static void Divide(in LineScene scene, in TieredPrice price)
    {
        var work = scene.Work;
        var amount = price.Price.Amount;
        var excess = scene.Line.Charge - amount;
        work.Step(
            price.IsContracted ? StepKind.Contractual : StepKind.BalanceBill, excess, ClauseNumber.None, scene.Index);

        var (covered, wanted, limitClause, forLife) = ServiceLimits.CoveredPart(scene);
        var beyond = covered < wanted ? amount - amount.Ratio(covered, wanted, Rounding.HalfUp) : Money.Zero;
        work.Step(StepKind.LimitCut, beyond, limitClause, scene.Index);

        var shares = MemberShares.Take(scene, price.Tier, amount - beyond);
        var planPays = amount - beyond - shares.Total;
        var penalty = Penalty(scene, planPays, amount - beyond);
        planPays -= penalty;
        var cut = DollarLimits.Cut(scene, planPays, out var cutForLife);
        planPays -= cut;
        var allowed = amount - beyond - cut;
        if (!allowed.IsZero) // what nothing is allowed for counts toward nothing
            ServiceLimits.Count(scene);
        DollarLimits.Count(scene, planPays);
        work.Step(StepKind.PlanPays, planPays, scene.Benefit.Clause, scene.Index);

        work.LinesOf(scene.Claim)[scene.Index] = new LineDetermination
        {
            Billed = scene.Line.Charge,
            Contractual = price.IsContracted ? excess : Money.Zero,
            BalanceBill = price.IsContracted ? Money.Zero : excess,
            MemberNotCovered = beyond + cut,
            Allowed = allowed,
            Copay = shares.Copay,
            Deductible = shares.Deductible,
            Coinsurance = shares.Coinsurance,
            Penalty = penalty,
            PlanPaid = planPays,
            Benefit = (short)scene.Benefit.Index,
            Tier = price.Tier,
            Denial = (beyond + cut).IsZero ? Denial.None
                : (beyond.IsPositive && forLife) || (cut.IsPositive && cutForLife) ? Denial.LifetimeLimitReached
                : Denial.LimitReached,
            Pricing = price.Price.Method,
            PriceRule = price.Price.Rule,
        };
    }

    private static Money Penalty(in LineScene scene, Money planPays, Money allowed)
    {
        if (scene.Benefit.Authorization is not { } rule
            || scene.Claim.Authorization.Length > 0 || scene.Line.Authorization.Length > 0)
            return Money.Zero;
        var wanted = rule.Amount.IsPositive ? rule.Amount : allowed.Times(rule.Share, Rounding.HalfUp);
        if (rule.Maximum is { } maximum)
            wanted = Money.Min(wanted, Money.Max(Money.Zero, maximum - TakenOnThisClaim(scene, rule)));
        var penalty = Money.Min(wanted, planPays);
        scene.Work.Step(StepKind.Penalty, penalty, rule.Clause, scene.Index);
        return penalty;
    }

    private static Money TakenOnThisClaim(in LineScene scene, AuthorizationPenalty rule)
    {
        var taken = Money.Zero;
        for (var i = 0; i < scene.Index; i++)
        {
            if (scene.Work.Benefits[i]?.Authorization == rule)
                taken += scene.Work.LinesOf(scene.Claim)[i].Penalty;
        }
        return taken;
    }
}
