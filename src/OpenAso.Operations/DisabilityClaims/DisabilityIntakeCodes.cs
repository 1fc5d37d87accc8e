namespace OpenAso.Operations.DisabilityClaims;

/// <summary>The permanent codes of what can be wrong when disability claims are taken into the books, listed in
/// docs/findings-disability.md.</summary>
public static class DisabilityIntakeCodes
{
    /// <summary>A disability plan without the figures of law.</summary>
    public const string NoLaw = "DIS030";

    /// <summary>The claim names a plan that the employer has not, or names none of several.</summary>
    public const string NoPlan = "DIS031";

    /// <summary>Nobody of that number is enrolled as an employee on the day.</summary>
    public const string NotEnrolled = "DIS032";

    /// <summary>A claim stands twice in what is handed in.</summary>
    public const string Twice = "DIS033";
}
