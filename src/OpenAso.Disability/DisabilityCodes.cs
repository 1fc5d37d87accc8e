namespace OpenAso.Disability;

/// <summary>The permanent codes of what can be wrong with disability documents, listed in
/// docs/findings-disability.md.</summary>
public static class DisabilityCodes
{
    /// <summary>A plan's last day is before its first, or an amendment is out of order.</summary>
    public const string PlanDates = "DIS001";

    /// <summary>Weeks and months are mixed up: the days of a benefit do not fit its line.</summary>
    public const string DaysOfLine = "DIS002";

    /// <summary>How long benefits run is not said, or said twice.</summary>
    public const string Duration = "DIS003";

    /// <summary>Steps or rows are out of order.</summary>
    public const string OutOfOrder = "DIS004";

    /// <summary>Something stands twice that may stand once.</summary>
    public const string Twice = "DIS005";

    /// <summary>A worked example cannot be meant.</summary>
    public const string Example = "DIS006";

    /// <summary>Days of a claim contradict each other.</summary>
    public const string ClaimDates = "DIS007";

    /// <summary>A pay, an income or a withholding does not say all that is needed.</summary>
    public const string Incomplete = "DIS008";

    /// <summary>A table of terminations has a hole.</summary>
    public const string TerminationTable = "DIS009";
}
