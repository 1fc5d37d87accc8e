using System.Text.RegularExpressions;

namespace OpenAso.Conventions.Tests;

/// <summary>What the rooms that decide must not contain. The build refuses most of it by the lists of banned symbols;
/// this sees to what a compiler does not: that nobody works around the lists, and that money never meets a
/// float.</summary>
internal static partial class Purity
{
    /// <summary>The projects that may hold databases, files, clocks and networks.</summary>
    public static readonly string[] Shells =
        ["OpenAso.Storage", "OpenAso.Operations", "OpenAso.Access", "OpenAso.Api", "OpenAso.Web", "OpenAso.Cluster",
            "OpenAso.Cli"];

    private static readonly string[] MayUseFloats = ["OpenAso.Actuarial", "OpenAso.Decision"];

    /// <summary>What the lists of banned symbols must hold, for every project and for capabilities.</summary>
    public static readonly string[] Everywhere =
        ["P:System.DateTime.Now;", "P:System.DateTime.UtcNow;", "P:System.DateTime.Today;",
            "P:System.DateTimeOffset.Now;", "P:System.DateTimeOffset.UtcNow;", "M:System.Guid.NewGuid;",
            "P:System.Random.Shared;", "M:System.Random.#ctor;", "M:System.Threading.Thread.Sleep(System.Int32);"];

    public static readonly string[] InCapabilities =
        ["T:System.Console;", "T:System.Environment;", "T:System.IO.File;", "T:System.TimeProvider;",
            "T:System.Diagnostics.Stopwatch;", "T:System.Net.Http.HttpClient;", "T:System.Random;"];

    public static IEnumerable<Violation> Floats(SourceFile file) =>
        file.Project is { Length: > 0 } project && !Shells.Contains(project) && !MayUseFloats.Contains(project)
            ? LinesWith(file, FloatingPoint(), "float", "Amounts are Money, shares Percent, counts Quantity or int.")
            : [];

    /// <summary>One path leads from claim to determination.</summary>
    public static IEnumerable<Violation> SecondPaths(SourceFile file) =>
        file.Project is "OpenAso.Claims" or "OpenAso.Operations" || file.IsIn("tests")
            ? []
            : LinesWith(file, Adjudication(), "path", "Claims are decided through Operations and nowhere else.");

    public static IEnumerable<Violation> Suppressions(SourceFile file) =>
        file.Project.Length > 0 && file.Text.Contains("RS0030", StringComparison.Ordinal)
            ? [new Violation($"banned/{file.Path}", "A banned symbol is allowed here: pass the value in instead.")]
            : [];

    public static IEnumerable<Violation> Unlisted(string path, string list, IEnumerable<string> wanted) =>
        wanted.Where(symbol => !list.Split('\n').Any(line => line.StartsWith(symbol, StringComparison.Ordinal)))
            .Select(symbol => new Violation($"banned/{path}", $"The list no longer holds {symbol.TrimEnd(';')}."));

    /// <summary>Every project is a shell, or is held to what a capability may do.</summary>
    public static IEnumerable<Violation> Neither(IEnumerable<string> projects, IReadOnlySet<string> capabilities) =>
        projects.Where(project => Shells.Contains(project) == capabilities.Contains(project))
            .Select(project => new Violation(
                $"capability/{project}", "Add it to Capability in Directory.Build.props, unless it is a shell."));

    private static IEnumerable<Violation> LinesWith(SourceFile file, Regex found, string kind, string problem) =>
        !file.IsCode
            ? []
            : CodeText.Of(file.Text).Split('\n').Index().Where(line => found.IsMatch(line.Item))
                .Select(line => new Violation($"{kind}/{file.Path}:{line.Index + 1}", problem));

    [GeneratedRegex(@"\b(double|float|Double|Single|Half)\b(?!\()")]
    private static partial Regex FloatingPoint();

    [GeneratedRegex(@"\bAdjudicator\s*\.")]
    private static partial Regex Adjudication();
}
