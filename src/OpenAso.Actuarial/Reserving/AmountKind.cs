namespace OpenAso.Actuarial.Reserving;

/// <summary>Whether the amounts of a triangle already add up from age to age.</summary>
public enum AmountKind
{
    /// <summary>Each amount is all that came up to its age.</summary>
    Cumulative,

    /// <summary>Each amount is what came at its age alone.</summary>
    Incremental,
}
