namespace OpenAso.StopLoss;

/// <summary>The permanent codes of what can be wrong with a policy, an extract or a census, listed in
/// docs/findings-stop-loss.md.</summary>
public static class StopLossCodes
{
    /// <summary>Not a state or province.</summary>
    public const string NotASitus = "STL001";

    /// <summary>Days that are not in order.</summary>
    public const string Dates = "STL002";

    /// <summary>Not a contract basis.</summary>
    public const string NotABasis = "STL003";

    /// <summary>A policy that protects against nothing.</summary>
    public const string NothingProtected = "STL004";

    /// <summary>The same thing is said twice.</summary>
    public const string SaidTwice = "STL005";

    /// <summary>A laser that is not above the policy's own deductible.</summary>
    public const string LowLaser = "STL006";

    /// <summary>A factor or a rate for a line that the policy does not protect.</summary>
    public const string LineNotProtected = "STL007";

    /// <summary>Not a length of time.</summary>
    public const string NotASpan = "STL008";

    /// <summary>Not a code as it is sent.</summary>
    public const string NotACode = "STL010";

    /// <summary>Two terms that do not go together.</summary>
    public const string Contradiction = "STL009";

    /// <summary>Nobody says who was covered in a month.</summary>
    public const string NoCensus = "STL020";

    /// <summary>The policy has no factor for somebody who is covered.</summary>
    public const string NoFactor = "STL021";

    /// <summary>Fewer than no units in a month.</summary>
    public const string NegativeCensus = "STL022";
}
