using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace OpenAso.Conventions.Tests;

/// <summary>Sentences of a room stand in its resources: whatever is asked for is there, and whatever is there is asked
/// for. A text that is missing would be noticed by whoever is refused something, and by nobody before.</summary>
internal static partial class RoomSentences
{
    public static IEnumerable<Violation> Wrong(IReadOnlyCollection<SourceFile> files)
    {
        var code = string.Join('\n', files.Where(file => file.IsCode && file.Project.Length > 0)
            .Select(file => file.Text));
        var (whole, begun) = (Found(Literal(), code), Found(Beginning(), code));
        foreach (var resources in files.Where(file => Resources().IsMatch(file.Path)))
        {
            var name = Path.GetFileNameWithoutExtension(resources.Path);
            var keys = XDocument.Parse(resources.Text).Descendants("data")
                .Select(text => (string)text.Attribute("name")!).ToHashSet(StringComparer.Ordinal);
            foreach (var key in keys.Where(key => !whole.Contains(key) && !begun.Any(key.StartsWith)))
                yield return new Violation($"text/{name}/{key}", "Nothing says it. Take it out.");
            foreach (var key in Found(Asked(name), code).Where(key => !keys.Contains(key)))
                yield return new Violation($"text/{name}/{key}", $"It is said, and {resources.Path} has no such text.");
        }
    }

    private static HashSet<string> Found(Regex what, string code) =>
        [.. what.Matches(code).Select(found => found.Groups[1].Value)];

    // Pages ask for their texts by words that they put together.
    [GeneratedRegex(@"^src/(?!OpenAso\.Web/)\S+Texts\.resx$")]
    private static partial Regex Resources();

    [GeneratedRegex("(?<!\\$)\"([a-z0-9.-]+)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("\\$\"([a-z0-9-]+\\.)\\{")]
    private static partial Regex Beginning();

    private static Regex Asked(string name) => new($@"{name}\.(?:Room\[|Sentence\()\s*""([^""]+)""");
}
