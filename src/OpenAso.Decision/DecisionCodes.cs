namespace OpenAso.Decision;

/// <summary>The permanent codes of what can be wrong with documents of this room, listed in
/// docs/findings-decision.md.</summary>
public static class DecisionCodes
{
    /// <summary>Not a number.</summary>
    public const string NotANumber = "DEC001";

    /// <summary>A number that cannot be meant.</summary>
    public const string OutOfRange = "DEC002";

    /// <summary>Probabilities that do not add up to 1.</summary>
    public const string DoesNotAddUp = "DEC003";

    /// <summary>Nobody is covered.</summary>
    public const string Nobody = "DEC004";

    /// <summary>A severity that is not there, or of two kinds at once.</summary>
    public const string NotASeverity = "DEC005";

    /// <summary>A lasered deductible that is not above the specific.</summary>
    public const string LaserNotAbove = "DEC006";

    /// <summary>A specific that no claim passes.</summary>
    public const string NothingPasses = "DEC007";

    /// <summary>A severity that does not show what it is said to show.</summary>
    public const string CheckFails = "DEC008";

    /// <summary>A result that is less exact than others.</summary>
    public const string LessExact = "DEC009";
}
