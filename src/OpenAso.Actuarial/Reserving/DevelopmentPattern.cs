using OpenAso.Kernel;

namespace OpenAso.Actuarial.Reserving;

/// <summary>How origins develop from an age to the next.</summary>
/// <param name="Factor">What an amount grows by.</param>
/// <param name="Variance">Of the growth, for an amount of one: Mack's sigma squared.</param>
/// <param name="FactorVariance">Of the factor itself, as far as it is estimated.</param>
/// <param name="Ratios">How many ratios it was made from.</param>
public readonly record struct DevelopmentStep(double Factor, double Variance, double FactorVariance, int Ratios)
{
    /// <summary>No development, and no doubt about it.</summary>
    public static DevelopmentStep None { get; } = new(1, 0, 0, 0);
}

/// <summary>The selected factors of a triangle, with what is known of their errors.</summary>
/// <remarks>The variance of an amount's growth is that of the step times the amount to the power of
/// <see cref="Exponent"/>.</remarks>
public sealed class DevelopmentPattern
{
    private readonly bool[][] _used;
    private readonly double[] _toUltimate;

    internal DevelopmentPattern(
        ValueList<DevelopmentStep> steps, DevelopmentStep tail, AverageTerms terms, bool[][] used)
    {
        Steps = steps;
        Tail = tail;
        Exponent = FactorSelection.ExponentOf(terms.Kind);
        Terms = terms;
        _used = used;
        _toUltimate = new double[steps.Count + 1];
        _toUltimate[^1] = tail.Factor;
        for (var age = steps.Count - 1; age >= 0; age--)
            _toUltimate[age] = _toUltimate[age + 1] * steps[age].Factor;
    }

    /// <summary>A step for each age but the last.</summary>
    public ValueList<DevelopmentStep> Steps { get; }

    /// <summary>From the last age to the end.</summary>
    public DevelopmentStep Tail { get; }

    /// <summary>1 for volume, 2 for simple and geometric averages, 0 for regression.</summary>
    public double Exponent { get; }

    /// <summary>How it was selected.</summary>
    public AverageTerms Terms { get; }

    /// <summary>From an age to the end.</summary>
    /// <param name="age">Index of a column.</param>
    public double ToUltimate(int age) => _toUltimate[age];

    /// <summary>The completion factor: the share of the ultimate that is there at an age.</summary>
    /// <param name="age">Index of a column.</param>
    public double Completion(int age) => 1 / _toUltimate[age];

    /// <summary>Whether a ratio counts.</summary>
    /// <param name="origin">Index of a row.</param>
    /// <param name="age">Index of the younger of the two columns.</param>
    public bool Uses(int origin, int age) => _used[age][origin];
}
