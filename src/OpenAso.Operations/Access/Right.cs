namespace OpenAso.Operations.Access;

/// <summary>Something that may be looked at or done. What is given to nobody is open to nobody.</summary>
public enum Right
{
    /// <summary>Seeing amounts of the whole plan: cost, fund, budget, stop-loss by pseudonym.</summary>
    SeePosition = 1,

    /// <summary>Seeing claims with the people, diagnoses and providers in them.</summary>
    SeeClaims,

    /// <summary>Deciding claims that wait for a person.</summary>
    WorkClaims,

    /// <summary>Seeing who is enrolled.</summary>
    SeeEnrollment,

    /// <summary>Taking in files of enrolment and claims.</summary>
    TakeInFiles,

    /// <summary>Preparing payment runs and asking the employer for money.</summary>
    PreparePayments,

    /// <summary>Releasing a payment run that another person prepared.</summary>
    ReleasePayments,

    /// <summary>Seeing and working the stop-loss desk, claimants by name.</summary>
    WorkStopLoss,

    /// <summary>Comparing self-funding with insurance, and stop-loss with other stop-loss.</summary>
    Decide,

    /// <summary>Reading plan documents.</summary>
    SeePlans,

    /// <summary>Seeing the own records, and those of dependents under 18.</summary>
    SeeOwnRecords,

    /// <summary>Reading who looked at what.</summary>
    SeeAccessLog,

    /// <summary>Keeping accounts.</summary>
    KeepAccounts,

    /// <summary>Seeing payment runs: whom they pay how much, who prepared and who released them.</summary>
    SeePayments,
}
