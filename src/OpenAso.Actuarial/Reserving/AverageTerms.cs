using OpenAso.Kernel;

namespace OpenAso.Actuarial.Reserving;

/// <summary>How the development of several origins becomes one factor.</summary>
public enum AverageKind
{
    /// <summary>Sum over sum: each origin counts by its amount. Mack's estimator.</summary>
    Volume,

    /// <summary>The mean of the ratios: each origin counts the same.</summary>
    Simple,

    /// <summary>The geometric mean of the ratios above zero.</summary>
    Geometric,

    /// <summary>Least squares through the origin: each counts by the square of its amount.</summary>
    Regression,
}

/// <summary>How a variance is found where one ratio alone is known.</summary>
public enum SigmaKind
{
    /// <summary>The smallest of the two before it and what their decrease leads to (Mack 1993).</summary>
    Mack,

    /// <summary>On the straight line of the logarithms of those that are known.</summary>
    LogLinear,
}

/// <summary>A ratio of the triangle: of an origin, from an age to the next.</summary>
/// <param name="Origin">Index of the row.</param>
/// <param name="Age">Index of the younger of the two columns.</param>
public readonly record struct RatioCell(int Origin, int Age);

/// <summary>A factor that somebody has chosen in place of the average.</summary>
/// <param name="Age">Index of the younger of the two columns.</param>
/// <param name="Factor">Above zero.</param>
public readonly record struct ChosenFactor(int Age, double Factor);

/// <summary>Which ratios count for a development factor, and how.</summary>
public sealed record AverageTerms
{
    /// <summary>The average.</summary>
    public AverageKind Kind { get; init; } = AverageKind.Volume;

    /// <summary>Only the latest so many ratios of each age that are there; null for all.</summary>
    public int? Last { get; init; }

    /// <summary>Whether the highest ratio of each age is left out, where one more remains.</summary>
    public bool DropHigh { get; init; }

    /// <summary>Whether the lowest ratio of each age is left out, where one more remains.</summary>
    public bool DropLow { get; init; }

    /// <summary>Ratios that do not count.</summary>
    public ValueList<RatioCell> Excluded { get; init; }

    /// <summary>Factors that stand in place of the average.</summary>
    public ValueList<ChosenFactor> Chosen { get; init; }

    /// <summary>How variances are found where the ratios do not tell.</summary>
    public SigmaKind Sigma { get; init; } = SigmaKind.Mack;

    /// <summary>What comes after the last age.</summary>
    public TailTerms Tail { get; init; } = TailTerms.None;
}
