namespace OpenAso.Claims;

/// <summary>Where a claim stands.</summary>
public enum ClaimStatus
{
    /// <summary>Decided: at least one line is covered. What the plan pays may be zero, when all goes to the
    /// deductible.</summary>
    Payable,

    /// <summary>Decided: no line is covered.</summary>
    Denied,

    /// <summary>Not decided; somebody has to look, see the reasons.</summary>
    Pended,

    /// <summary>Not taken: the sender has to correct it.</summary>
    Rejected,

    /// <summary>Taken back in full, or a request to do so that was carried out.</summary>
    Void,
}

/// <summary>Why a claim waits for a person. Several may hold at once.</summary>
[Flags]
public enum PendReasons
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Nobody enrolled has the member identifier.</summary>
    UnknownMember = 1 << 0,

    /// <summary>The member identifier is known, but not this patient.</summary>
    UnknownPatient = 1 << 1,

    /// <summary>The enrolment names a plan that is not on file, or not in force on the day.</summary>
    UnknownPlan = 1 << 2,

    /// <summary>The billing provider has neither NPI nor tax number, or one that cannot be right.</summary>
    UnknownProvider = 1 << 3,

    /// <summary>No price was found for a line.</summary>
    NoPrice = 1 << 4,

    /// <summary>The plan document says nothing about a service.</summary>
    NoBenefit = 1 << 5,

    /// <summary>Much like another claim, but not the same.</summary>
    SuspectedDuplicate = 1 << 6,

    /// <summary>Another payer has decided, or should go first.</summary>
    OtherCoverage = 1 << 7,

    /// <summary>An accident or illness that another party may be liable for.</summary>
    Accident = 1 << 8,

    /// <summary>An illness or accident of work.</summary>
    WorkRelated = 1 << 9,

    /// <summary>A replacement or void whose original is not on file.</summary>
    OriginalNotFound = 1 << 10,

    /// <summary>An estimate is asked for, not a payment.</summary>
    Predetermination = 1 << 11,

    /// <summary>A report of care paid for in another way.</summary>
    Encounter = 1 << 12,

    /// <summary>The lines of the claim fall under different plans, because coverage changed between their
    /// days.</summary>
    SpansPlans = 1 << 13,
}

/// <summary>Why a line is not covered. The order is the order of the checks: the first that holds is the
/// reason.</summary>
public enum Denial
{
    /// <summary>It is covered.</summary>
    None,

    /// <summary>The same claim was sent before (CO-18).</summary>
    Duplicate,

    /// <summary>It came too late (CO-29).</summary>
    LateFiling,

    /// <summary>Before coverage began (PR-26).</summary>
    BeforeCoverage,

    /// <summary>After coverage ended (PR-27).</summary>
    AfterCoverage,

    /// <summary>Excluded by the plan (PR-96).</summary>
    Excluded,

    /// <summary>Not covered in this network tier (PR-242).</summary>
    NotCoveredInTier,

    /// <summary>Not covered until a waiting period ends (PR-179).</summary>
    WaitingPeriod,

    /// <summary>A visit, day or service limit is used up (PR-119).</summary>
    LimitReached,

    /// <summary>A limit for life is used up (PR-35).</summary>
    LifetimeLimitReached,

    /// <summary>Nobody who is insured could be found for it; an examiner's reason, as are those below (PR-31).
    /// </summary>
    NotIdentified,

    /// <summary>An illness or accident of work, for workers' compensation (PR-19).</summary>
    WorkRelated,

    /// <summary>Another party's liability insurance bears it (PR-20).</summary>
    OtherPartyLiable,

    /// <summary>Another payer has to go first (PR-22).</summary>
    OtherPayerFirst,

    /// <summary>What is needed to decide was asked for and did not come (CO-16, N706).</summary>
    InformationMissing,

    /// <summary>The billing provider cannot be identified (CO-208).</summary>
    ProviderNotIdentified,

    /// <summary>Care that is paid for in another way, such as a fee for each head (CO-24).</summary>
    PaidOtherwise,
}
