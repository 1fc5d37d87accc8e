using OpenAso.Disability.Deciding;

namespace OpenAso.Operations.DisabilityClaims;

/// <summary>Reasons of decisions as a claimant reads them, and what would settle those that wait.</summary>
public static class DecisionReasonWords
{
    /// <summary>The reason, one sentence.</summary>
    /// <param name="reason">Why a claim is denied or pended.</param>
    public static string Of(DecisionReason reason) => reason switch
    {
        DecisionReason.PlanNotInForce => "No wording of the plan was in force when your disability began.",
        DecisionReason.ClassUnknown => "Your class of employees is not known to us.",
        DecisionReason.CoverageUnknown => "We do not know on which days you were covered.",
        DecisionReason.CauseUnknown => "The cause of your disability is not known to us.",
        DecisionReason.BirthDateUnknown => "Your date of birth is not known to us.",
        DecisionReason.EarningsUnknown => "Your earnings before the disability are not known to us.",
        DecisionReason.ContributionsUnknown => "Who paid for your coverage is not known to us.",
        DecisionReason.TreatmentUnknown => "We do not know whether the condition was treated before your coverage "
            + "began.",
        DecisionReason.EmployeeStatementMissing => "Your own statement is missing.",
        DecisionReason.EmployerStatementMissing => "Your employer's statement is missing.",
        DecisionReason.PhysicianStatementMissing => "Your attending physician's statement is missing.",
        DecisionReason.CertificationMissing =>
            "No day of disability after the elimination period is certified by a physician.",
        DecisionReason.RetirementAgeUnknown => "The normal retirement age of your year of birth is not known to us.",
        DecisionReason.NotCovered => "You were not covered on the first day of your disability.",
        DecisionReason.EliminationNotOver =>
            "Your disability ended before the elimination period was over, for which no benefits are paid.",
        DecisionReason.PreExistingCondition =>
            "The condition was treated shortly before your coverage began, and the disability began soon after.",
        DecisionReason.Excluded => "The plan pays nothing in the circumstances of your disability.",
        DecisionReason.EarningsTooHigh => "What you earn while disabled is more than the plan allows for.",
        DecisionReason.LimitReached => "The longest time for which the plan pays is used up.",
        DecisionReason.LumpSumSpreadUnknown => "A sum was paid to you once, and it is not known for which days it is.",
        DecisionReason.ProofWithdrawn => "The proof of your disability was withdrawn, and none is left.",
        _ => "How tax is to be withheld is not settled.",
    };

    /// <summary>What would settle it, and from whom; null where nothing the claimant could send would.</summary>
    /// <param name="reason">Why a claim is denied or pended.</param>
    public static string? Needed(DecisionReason reason) => reason switch
    {
        DecisionReason.ClassUnknown => "From your employer: your class of employees, which decides what you are "
            + "entitled to.",
        DecisionReason.CoverageUnknown => "From your employer: the days of your coverage.",
        DecisionReason.CauseUnknown =>
            "From your physician: whether the cause is an accident, a sickness or a pregnancy, since each has its own "
            + "elimination period.",
        DecisionReason.BirthDateUnknown => "From you: your date of birth, by which the longest time of benefits goes.",
        DecisionReason.EarningsUnknown =>
            "From your employer: salary, and commissions or bonuses where they count, of which benefits are a share.",
        DecisionReason.ContributionsUnknown =>
            "From your employer: who paid for the coverage in the last three years, by which the taxable share goes.",
        DecisionReason.TreatmentUnknown =>
            "From your physicians: the days of treatment shortly before your coverage began, or that there were none.",
        DecisionReason.EmployeeStatementMissing => "From you: the signed statement of claim.",
        DecisionReason.EmployerStatementMissing => "From your employer: its statement of your work and pay.",
        DecisionReason.PhysicianStatementMissing => "From your physician: the statement of your condition.",
        DecisionReason.CertificationMissing => "From your physician: the days for which you are disabled.",
        DecisionReason.LumpSumSpreadUnknown =>
            "From you: the settlement or award, with the days, the rate before it or the life "
            + "expectancy that it states, by which it is counted.",
        DecisionReason.WithholdingUnknown => "From you or your employer: how tax is to be withheld.",
        _ => null,
    };
}
