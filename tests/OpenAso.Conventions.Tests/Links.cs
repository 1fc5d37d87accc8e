using System.Text.RegularExpressions;

namespace OpenAso.Conventions.Tests;

/// <summary>A relative link leads to a file of the repository, and its anchor to a heading.</summary>
internal static partial class Links
{
    public static IEnumerable<Violation> Broken(SourceFile page, Func<string, string?> textOf)
    {
        foreach (Match link in Link().Matches(CodeBlock().Replace(page.Text, "")))
        {
            var target = link.Groups[1].Value;
            if (target.Contains("://", StringComparison.Ordinal)
                || target.StartsWith("mailto:", StringComparison.Ordinal))
                continue;
            var parts = target.Split('#', 2);
            var path = parts[0].Length == 0 ? page.Path : Resolve(page.Path, parts[0]);
            if (textOf(path) is not { } text)
                yield return new Violation(
                    $"link/{page.Path}", $"The link to {target} leads nowhere: {path} is missing.");
            else if (parts.Length == 2 && !Anchors(text).Contains(parts[1]))
                yield return new Violation($"link/{page.Path}", $"{path} has no heading #{parts[1]}.");
        }
    }

    private static string Resolve(string page, string target)
    {
        var folder = Path.GetDirectoryName(page) ?? "";
        return Path.GetRelativePath("/", Path.GetFullPath(Path.Combine("/", folder, target))).Replace('\\', '/');
    }

    private static IEnumerable<string> Anchors(string markdown) =>
        Heading().Matches(CodeBlock().Replace(markdown, ""))
            .Select(heading => NotInAnchor().Replace(heading.Groups[1].Value.Trim(), "").Replace(' ', '-'))
            .Select(anchor => string.Concat(anchor.Select(char.ToLowerInvariant)));

    [GeneratedRegex(@"\]\(<?([^)\s>]+)>?(?:\s+""[^""]*"")?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^```.*?^```|`[^`\n]*`", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("^#+ +(.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchor();
}
