using OpenAso.Actuarial.Distributions;
using OpenAso.Kernel;

namespace OpenAso.Decision.Distributions;

/// <summary>Severities with names, as public data.</summary>
/// <param name="Tables">At least one; the first is the usual one.</param>
public sealed record ClaimSeverities(ValueList<SeverityTable> Tables)
{
    /// <summary>The one that is meant where nobody names one.</summary>
    public SeverityTable Usual => Tables[0];

    /// <summary>The one of a name; null where there is none.</summary>
    /// <param name="name">As in the document.</param>
    public SeverityTable? Named(string name) => Tables.Items.FirstOrDefault(table => table.Name == name);
}

/// <summary>A severity with its name and what it was checked by.</summary>
/// <param name="Name">As risk documents name it.</param>
/// <param name="AsOf">The day on which its parameters were written down; its amounts are in money of that time.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Severity">Of one person's year.</param>
public sealed record SeverityTable(string Name, DateOnly AsOf, string Source, ClaimSeverity Severity)
{
    /// <summary>What it is held against.</summary>
    public required ValueList<SeverityCheck> Checks { get; init; }
}

/// <summary>A fact that is known of claims, and how near the severity has to come to it.</summary>
/// <param name="Kind">What is known.</param>
/// <param name="At">The share of people, or the amount, it is known of; zero where it needs neither.</param>
/// <param name="Expected">What was published.</param>
/// <param name="Tolerance">How far off the severity may be, in the same unit.</param>
/// <param name="Source">Where it was published.</param>
public sealed record SeverityCheck(SeverityFact Kind, double At, double Expected, double Tolerance, string Source)
{
    /// <summary>What the severity makes of it.</summary>
    /// <param name="severity">The severity.</param>
    public double Of(ClaimSeverity severity)
    {
        ArgumentNullException.ThrowIfNull(severity);
        return Kind switch
        {
            SeverityFact.Mean => severity.Mean,
            SeverityFact.TopShare => severity.TopShare(At),
            SeverityFact.BottomShare => 1 - severity.TopShare(1 - At),
            SeverityFact.TopMean => severity.TailMean(1 - At),
            SeverityFact.TopLeast => severity.Quantile(1 - At),
            SeverityFact.ProbabilityAbove => severity.Above(At),
            SeverityFact.ExcessShare => severity.Excess(At) / severity.Mean,
            _ => throw new ArgumentOutOfRangeException(nameof(severity), Kind, "No fact of a severity."),
        };
    }

    /// <summary>Whether the severity comes near enough.</summary>
    /// <param name="severity">The severity.</param>
    public bool Holds(ClaimSeverity severity) => Math.Abs(Of(severity) - Expected) <= Tolerance;
}

/// <summary>What may be known of what people cost in a year.</summary>
public enum SeverityFact
{
    /// <summary>The mean of all.</summary>
    Mean,

    /// <summary>The share of all cost that the costliest people have.</summary>
    TopShare,

    /// <summary>The share of all cost that the least costly people have.</summary>
    BottomShare,

    /// <summary>The mean of the costliest people.</summary>
    TopMean,

    /// <summary>The least that one of the costliest people costs.</summary>
    TopLeast,

    /// <summary>The probability of more than an amount.</summary>
    ProbabilityAbove,

    /// <summary>The share of all cost that lies above an amount for each person.</summary>
    ExcessShare,
}
