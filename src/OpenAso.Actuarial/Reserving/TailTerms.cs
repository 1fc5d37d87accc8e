namespace OpenAso.Actuarial.Reserving;

/// <summary>Where the factor after the last age comes from.</summary>
public enum TailKind
{
    /// <summary>It is given.</summary>
    Given,

    /// <summary>What exceeds one in the factors falls by the same share from age to age.</summary>
    Exponential,

    /// <summary>What exceeds one in the factors falls by a power of the age.</summary>
    InversePower,
}

/// <summary>The development after the last age of a triangle.</summary>
/// <param name="Kind">Where the factor comes from.</param>
/// <param name="Factor">Where it is given: above zero; 1 for none.</param>
/// <param name="Periods">How many ages after the last a curve is followed.</param>
public sealed record TailTerms(TailKind Kind, double Factor = 1, int Periods = 100)
{
    /// <summary>Nothing comes after the last age.</summary>
    public static TailTerms None { get; } = new(TailKind.Given);
}
