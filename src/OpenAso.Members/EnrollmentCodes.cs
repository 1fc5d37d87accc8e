namespace OpenAso.Members;

/// <summary>Permanent codes of what can be wrong with an enrolment; listed in
/// <c>docs/findings-members.md</c>.</summary>
public static class EnrollmentCodes
{
    /// <summary>A dependent without a subscriber.</summary>
    public const string NoSubscriber = "ENR001";

    /// <summary>An end of coverage without its day.</summary>
    public const string EndWithoutDate = "ENR002";

    /// <summary>Coverage without a first day.</summary>
    public const string CoverageWithoutDate = "ENR003";

    /// <summary>Two plans of one line claim the same day.</summary>
    public const string TwoPlansOneDay = "ENR004";

    /// <summary>Coverage that ends before it begins.</summary>
    public const string EndsBeforeBegin = "ENR005";

    /// <summary>An end or reinstatement of coverage that is not there.</summary>
    public const string NothingToEnd = "ENR006";

    /// <summary>Coverage without a plan.</summary>
    public const string NoPlan = "ENR007";

    /// <summary>A second subscriber under the same identifier.</summary>
    public const string SecondSubscriber = "ENR008";

    /// <summary>More people than a family can hold.</summary>
    public const string FamilyTooLarge = "ENR009";

    /// <summary>Somebody covered is missing from a full file.</summary>
    public const string AbsentFromFullFile = "ENR010";

    /// <summary>A member identifier that belongs to another family.</summary>
    public const string IdentifierTaken = "ENR011";

    /// <summary>Coverage that began before the person was born.</summary>
    public const string CoveredBeforeBirth = "ENR012";

    /// <summary>A plan of which there is no document.</summary>
    public const string PlanWithoutDocument = "ENR013";
}
