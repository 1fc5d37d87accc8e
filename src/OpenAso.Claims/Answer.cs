using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Claims;

/// <summary>Makes the determination from what was found out.</summary>
internal static class Answer
{
    public static Determination Decide(Claim claim, Workspace work)
    {
        var lines = work.LinesOf(claim).ToArray();
        var denied = true;
        foreach (var line in lines)
            denied &= line.Denial != Denial.None && line.Allowed.IsZero;
        return new Determination
        {
            Claim = claim.Id,
            Status = denied ? ClaimStatus.Denied : ClaimStatus.Payable,
            Person = work.Person!.Number,
            Plan = work.Plan?.Id ?? default,
            PlanVersion = work.Plan?.Version ?? default,
            Lines = lines,
            Steps = [.. work.Steps],
            Movements = [.. work.Movements],
            Payee = PayeeOf(claim),
            Reverses = work.Original?.Claim.Id,
            ReversedMovements = [.. work.Reversed],
        };
    }

    public static Determination Pend(Claim claim, Workspace work)
    {
        var lines = new LineDetermination[claim.Lines.Length];
        for (var i = 0; i < lines.Length; i++)
            lines[i] = new LineDetermination { Billed = claim.Lines[i].Charge, Benefit = -1, Tier = -1 };
        return new Determination
        {
            Claim = claim.Id,
            Status = ClaimStatus.Pended,
            PendReasons = work.Pends,
            Person = work.Person?.Number ?? PersonNumber.Family,
            Plan = work.Plan?.Id ?? default,
            PlanVersion = work.Plan?.Version ?? default,
            Lines = lines,
        };
    }

    /// <summary>Denies every line, at the cost of whom the reason says. What the claim would have replaced stands.
    /// </summary>
    public static Determination DenyWhole(Claim claim, Workspace work, Denial denial, ClauseNumber clause)
    {
        var lines = new LineDetermination[claim.Lines.Length];
        work.Steps.Clear();
        var isMembers = AdjustmentRules.BearerOf(denial) == AdjustmentGroup.PR;
        for (var i = 0; i < lines.Length; i++)
        {
            var charge = claim.Lines[i].Charge;
            lines[i] = new LineDetermination
            {
                Billed = charge,
                ProviderLiability = isMembers ? Money.Zero : charge,
                MemberNotCovered = isMembers ? charge : Money.Zero,
                Denial = denial,
                Benefit = -1,
                Tier = -1,
            };
            work.Step(isMembers ? StepKind.NotCovered : StepKind.ProviderLiability, charge, clause, i);
            work.Step(StepKind.PlanPays, Money.Zero, ClauseNumber.None, i);
        }
        return new Determination
        {
            Claim = claim.Id,
            Status = ClaimStatus.Denied,
            Person = work.Person?.Number ?? PersonNumber.Family,
            Plan = work.Plan?.Id ?? default,
            PlanVersion = work.Plan?.Version ?? default,
            Lines = lines,
            Steps = [.. work.Steps],
            Payee = PayeeOf(claim),
        };
    }

    /// <summary>Takes a standing claim back in full: its lines and movements the other way.</summary>
    public static Determination Void(Claim claim, DecidedClaim original)
    {
        var decided = original.Determination;
        return new Determination
        {
            Claim = claim.Id,
            Status = ClaimStatus.Void,
            Person = decided.Person,
            Plan = decided.Plan,
            PlanVersion = decided.PlanVersion,
            Lines = Array.ConvertAll(decided.Lines, line => line.Reversed()),
            Steps = Array.ConvertAll(decided.Steps, step => step with { Amount = -step.Amount }),
            Payee = decided.Payee,
            Reverses = original.Claim.Id,
            ReversedMovements = Array.ConvertAll(
                decided.Movements, movement => movement with { Amount = -movement.Amount }),
        };
    }

    private static PayeeKind PayeeOf(Claim claim) =>
        claim.BenefitsAssigned ? PayeeKind.Provider : PayeeKind.Subscriber;
}
