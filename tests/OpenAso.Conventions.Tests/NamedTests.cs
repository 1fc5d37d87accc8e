using System.Text.RegularExpressions;

namespace OpenAso.Conventions.Tests;

/// <summary>ARCHITECTURE.md states what is absent, and names the test that would notice:
/// <c>`Tests.A_sentence`</c>.</summary>
internal static partial class NamedTests
{
    public static IEnumerable<Violation> Missing(string architecture, IEnumerable<SourceFile> tests)
    {
        var written = tests.Where(file => file.IsCode && file.IsIn("tests")).ToList();
        return TestName().Matches(architecture)
            .Where(name => !written.Exists(file => Defines(file, name.Groups[1].Value, name.Groups[2].Value)))
            .Select(
                name => new Violation($"test/{name.Groups[2].Value}", $"There is no such test in {name.Groups[1]}."));
    }

    /// <summary>Statements under the heading on invariants that name no test.</summary>
    public static IEnumerable<Violation> Untested(string architecture) =>
        Invariants().Match(architecture).Groups[1].Value.Split("\n- ").Skip(1)
            .Where(statement => !TestName().IsMatch(statement))
            .Select(statement => new Violation("test/none", $"No test is named for: {statement.Trim()}"));

    private static bool Defines(SourceFile file, string type, string method) =>
        Regex.IsMatch(file.Text, $@"\bclass {type}\b") && Regex.IsMatch(file.Text, $@"\b{method}\(");

    [GeneratedRegex(@"`(\w+Tests)\.(\w+_\w+)`")]
    private static partial Regex TestName();

    [GeneratedRegex(@"^## What is absent\r?\n(.*?)(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Invariants();
}
