namespace OpenAso.Kernel;

/// <summary>What an agreement may cover. A plan document serves exactly one.</summary>
public enum LineOfCoverage
{
    /// <summary>Hospital and professional care.</summary>
    Medical,

    /// <summary>Dental care.</summary>
    Dental,

    /// <summary>Vision care.</summary>
    Vision,

    /// <summary>Prescription drugs, where they are carved out of the medical plan.</summary>
    Pharmacy,

    /// <summary>Weekly income while disabled for a short time.</summary>
    ShortTermDisability,

    /// <summary>Monthly income while disabled for a long time.</summary>
    LongTermDisability,
}

/// <summary>What lines of coverage are.</summary>
public static class LinesOfCoverage
{
    /// <summary>Whether a line replaces income while somebody is disabled, and so has no dependents.</summary>
    /// <param name="line">Any line.</param>
    public static bool ReplacesIncome(this LineOfCoverage line) =>
        line is LineOfCoverage.ShortTermDisability or LineOfCoverage.LongTermDisability;
}
