using System.Collections.Immutable;
using OpenAso.Kernel;

namespace OpenAso.StopLoss.Policies;

/// <summary>What must be told to the carrier before anything is claimed.</summary>
/// <param name="Share">Of the person's own deductible: whoever has used more must be told of.</param>
/// <param name="Confinement">Days in hospital beyond which a stay must be told of; null for none.</param>
/// <param name="Diagnoses">Diagnoses that must be told of when they first appear; may be empty.</param>
/// <param name="WithinDays">From the day on which the reason arose.</param>
public sealed record NoticeTerms(
    Percent Share, int? Confinement, ValueList<TriggerDiagnosis> Diagnoses, int WithinDays)
{
    /// <summary>Half of the deductible, a stay of more than seven days, thirty days to tell; no diagnoses.</summary>
    public static NoticeTerms Default { get; } = new(Percent.Of(50), 7, [], 30);

    /// <summary>The levels of the watch list, below and above the one that must be told of.</summary>
    public static ImmutableArray<Percent> WatchLevels { get; } =
        [Percent.Of(25), Percent.Of(50), Percent.Of(75), Percent.Of(100)];
}

/// <summary>Diagnoses of one kind that a carrier wants to hear of.</summary>
/// <param name="Name">In plain words.</param>
/// <param name="Codes">ICD-10 codes without a point, or their beginnings: C50 is every code that begins so.</param>
public sealed record TriggerDiagnosis(string Name, ValueList<string> Codes)
{
    /// <summary>Whether a code is one of them.</summary>
    /// <param name="code">Without a point.</param>
    public bool Includes(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        foreach (var beginning in Codes)
        {
            if (code.StartsWith(beginning, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
