using System.Text.RegularExpressions;

namespace OpenAso.Conventions.Tests;

/// <summary>GLOSSARY.md gives each word of the field one meaning, and the name it has in code.</summary>
internal static partial class Glossary
{
    /// <summary>The words that mean several things in the field, so that the glossary has to settle them.</summary>
    public static readonly string[] Collisions =
    [
        "group", "benefit", "plan", "batch", "allowed", "paid", "reserve", "incurred", "effective", "subscriber",
        "member", "employee", "expected cost", "maximum cost",
    ];

    public static IEnumerable<Violation> Wrong(string glossary, IReadOnlySet<string> names)
    {
        var words = Entry().Matches(glossary).SelectMany(entry => entry.Groups[1].Value.Split(',', '/'))
            .Select(word => word.Trim()).ToList();
        var entries = words.GroupBy(word => word, StringComparer.OrdinalIgnoreCase);
        foreach (var twice in entries.Where(same => same.Count() > 1))
            yield return new Violation($"glossary/{twice.Key}", "The word has two entries; a word means one thing.");
        foreach (var open in Collisions.Except(words, StringComparer.OrdinalIgnoreCase))
            yield return new Violation(
                $"glossary/{open}", "The word means several things in the field; say which here.");
        foreach (Match name in Name().Matches(glossary))
        {
            if (name.Groups[1].Value.Split('.').Any(part => !names.Contains(part)))
                yield return new Violation(
                    $"glossary/{name.Groups[1].Value}", "Nothing in src/ has this name any more.");
        }
    }

    [GeneratedRegex(@"^- \*\*([^*]+)\*\*", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex(@"`([A-Z][A-Za-z0-9]*(?:\.[A-Z][A-Za-z0-9]*)*)`")]
    private static partial Regex Name();
}
