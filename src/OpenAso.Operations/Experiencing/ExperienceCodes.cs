namespace OpenAso.Operations.Experiencing;

/// <summary>The permanent codes of what stands against an experience of the books, or should be known of it; listed in
/// docs/findings-decision.md.</summary>
public static class ExperienceCodes
{
    /// <summary>Nobody was covered.</summary>
    public const string Nobody = "EXP001";

    /// <summary>What is still to come is not known.</summary>
    public const string NotCompleted = "EXP002";

    /// <summary>What is expected of everybody is not of this plan.</summary>
    public const string ManualOfSeverity = "EXP003";

    /// <summary>Pended claims are left out.</summary>
    public const string PendedLeftOut = "EXP004";
}
