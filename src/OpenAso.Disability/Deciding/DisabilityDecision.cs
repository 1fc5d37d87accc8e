using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Disability.Deciding;

/// <summary>How a claim is decided.</summary>
public enum DecisionOutcome
{
    /// <summary>Benefits are paid for the days that are certified.</summary>
    Approved,

    /// <summary>Nothing is paid, for the provisions that are named.</summary>
    Denied,

    /// <summary>Something is missing that the decision needs.</summary>
    Pended,
}

/// <summary>Why a claim is denied or pended.</summary>
public enum DecisionReason
{
    /// <summary>No wording of the plan document is in force on the first day of disability.</summary>
    PlanNotInForce,

    /// <summary>The class of employees is not known, or the plan has no such class.</summary>
    ClassUnknown,

    /// <summary>Nobody has said on which days the line was covered.</summary>
    CoverageUnknown,

    /// <summary>The cause of disability is not known.</summary>
    CauseUnknown,

    /// <summary>The birthday is not known, and how long benefits run depends on age.</summary>
    BirthDateUnknown,

    /// <summary>Salary, or commissions and bonuses that the class counts, are not known.</summary>
    EarningsUnknown,

    /// <summary>Who paid for the coverage is not known, so that the taxable share is not.</summary>
    ContributionsUnknown,

    /// <summary>The disability began in the months in which earlier treatment matters, and nobody has asked for
    /// it.</summary>
    TreatmentUnknown,

    /// <summary>The employee's statement is missing.</summary>
    EmployeeStatementMissing,

    /// <summary>The employer's statement is missing.</summary>
    EmployerStatementMissing,

    /// <summary>The attending physician's statement is missing.</summary>
    PhysicianStatementMissing,

    /// <summary>No day of disability after the elimination period is certified.</summary>
    CertificationMissing,

    /// <summary>The normal retirement age of the claimant's birth year is not among the figures of law.</summary>
    RetirementAgeUnknown,

    /// <summary>The line was not covered on the first day of disability.</summary>
    NotCovered,

    /// <summary>The claimant was back at work, or died, before the elimination period was over.</summary>
    EliminationNotOver,

    /// <summary>The condition was treated shortly before coverage began.</summary>
    PreExistingCondition,

    /// <summary>The plan excludes the circumstances.</summary>
    Excluded,

    /// <summary>Part-time work earns too much, or is not paid for.</summary>
    EarningsTooHigh,

    /// <summary>The lifetime limit for the cause is used up, or no benefit is left for the age.</summary>
    LimitReached,

    /// <summary>How tax is withheld does not go with who pays, or the flat rate of the first day is not among the
    /// figures of law.</summary>
    WithholdingUnknown,

    /// <summary>A sum paid once says no period, and the plan does not say how to spread it, or what that needs is not
    /// known.</summary>
    LumpSumSpreadUnknown,

    /// <summary>The proof of disability was withdrawn.</summary>
    ProofWithdrawn,
}

/// <summary>A reason with its provision.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Clause">The provision; none where the document has none for it.</param>
public sealed record CitedReason(DecisionReason Reason, ClauseNumber Clause);

/// <summary>The decision on a claim.</summary>
/// <param name="Outcome">How it is decided.</param>
/// <param name="Reasons">None where it is approved; a denial names those alone that deny.</param>
public sealed record DisabilityDecision(DecisionOutcome Outcome, ValueList<CitedReason> Reasons);
