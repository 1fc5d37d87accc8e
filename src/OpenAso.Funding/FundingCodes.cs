namespace OpenAso.Funding;

/// <summary>The permanent codes of what can be wrong with an agreement, listed in docs/findings-funding.md.</summary>
public static class FundingCodes
{
    /// <summary>A cited clause is not among the agreement's clauses.</summary>
    public const string ClauseMissing = "FND001";

    /// <summary>Days that are not in order.</summary>
    public const string Dates = "FND002";

    /// <summary>Not the first day of a plan year.</summary>
    public const string YearStart = "FND003";

    /// <summary>Not an employer identification number.</summary>
    public const string NotAnEin = "FND004";

    /// <summary>A plan is offered twice.</summary>
    public const string PlanOfferedTwice = "FND005";

    /// <summary>A fee, contribution or budget is for a line of coverage that is not offered.</summary>
    public const string LineNotOffered = "FND006";

    /// <summary>An amendment changes who the parties are.</summary>
    public const string PartyChanged = "FND007";

    /// <summary>A line of coverage is offered without a budget.</summary>
    public const string NoBudget = "FND008";

    /// <summary>A fee says by line what is not counted by employees, or the reverse.</summary>
    public const string FeeLine = "FND009";

    /// <summary>Not a currency.</summary>
    public const string NotACurrency = "FND010";

    /// <summary>An identifier is too long.</summary>
    public const string TooLong = "FND011";

    /// <summary>Nothing is offered.</summary>
    public const string NothingOffered = "FND012";

    /// <summary>Every employee is counted under a line that only those have who are enrolled in it.</summary>
    public const string CountsEverybody = "FND013";

    /// <summary>Employees are counted under a line of coverage that is not offered.</summary>
    public const string CensusLineNotOffered = "FND020";

    /// <summary>A month in which the agreement is not in force.</summary>
    public const string NotInForce = "FND021";
}
