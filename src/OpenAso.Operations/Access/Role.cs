namespace OpenAso.Operations.Access;

/// <summary>What somebody works as, or is to the plan.</summary>
public enum Role
{
    /// <summary>Works claims that wait for a person.</summary>
    Examiner = 1,

    /// <summary>Leads examiners.</summary>
    Supervisor,

    /// <summary>Asks for money, pays and books.</summary>
    Finance,

    /// <summary>Keeps enrolment.</summary>
    Eligibility,

    /// <summary>Tells, files with and recovers from the stop-loss carrier.</summary>
    StopLossDesk,

    /// <summary>Looks after the money at the employer: sees amounts, never whose health they are.</summary>
    EmployerFinance,

    /// <summary>Looks after people at the employer: sees who is enrolled, never what for anybody is treated.</summary>
    EmployerHumanResources,

    /// <summary>Advises the employer, by what the employer may see.</summary>
    Broker,

    /// <summary>Reads everything, changes nothing.</summary>
    Auditor,

    /// <summary>Is covered by the plan, and sees the own records.</summary>
    Member,

    /// <summary>Treats members, and sees the own claims.</summary>
    Provider,

    /// <summary>Keeps accounts and documents.</summary>
    Administrator,
}
