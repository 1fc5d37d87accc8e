using System.Collections.Immutable;
using OpenAso.Kernel;

namespace OpenAso.StopLoss;

/// <summary>The words for lines of coverage in policies, extracts and census files.</summary>
public static class StopLossLines
{
    /// <summary>Each word with its line; the first word of a line is the one that is written.</summary>
    public static ImmutableDictionary<string, LineOfCoverage> Words { get; } =
        ImmutableDictionary.CreateRange(StringComparer.Ordinal,
        [
            KeyValuePair.Create("medical", LineOfCoverage.Medical),
            KeyValuePair.Create("dental", LineOfCoverage.Dental),
            KeyValuePair.Create("vision", LineOfCoverage.Vision),
            KeyValuePair.Create("rx", LineOfCoverage.Pharmacy),
            KeyValuePair.Create("pharmacy", LineOfCoverage.Pharmacy),
            KeyValuePair.Create("short-term-disability", LineOfCoverage.ShortTermDisability),
            KeyValuePair.Create("weekly-income", LineOfCoverage.ShortTermDisability),
            KeyValuePair.Create("long-term-disability", LineOfCoverage.LongTermDisability),
        ]);

    /// <summary>The word that is written for a line.</summary>
    /// <param name="line">Any line.</param>
    public static string WordOf(LineOfCoverage line) => line switch
    {
        LineOfCoverage.Medical => "medical",
        LineOfCoverage.Dental => "dental",
        LineOfCoverage.Vision => "vision",
        LineOfCoverage.Pharmacy => "rx",
        LineOfCoverage.ShortTermDisability => "short-term-disability",
        LineOfCoverage.LongTermDisability => "long-term-disability",
        _ => throw new ArgumentOutOfRangeException(nameof(line), line, "There is no such line."),
    };
}

/// <summary>A line of coverage at a place of a sentence.</summary>
/// <param name="Line">Any line.</param>
public readonly record struct NamedLine(LineOfCoverage Line)
{
    /// <summary>The word that policies write.</summary>
    public override string ToString() => StopLossLines.WordOf(Line);
}
