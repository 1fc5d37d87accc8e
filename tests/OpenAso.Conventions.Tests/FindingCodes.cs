using System.Text.RegularExpressions;

namespace OpenAso.Conventions.Tests;

/// <summary>A finding's code is permanent, belongs to one meaning, and stands in a page that says how to mend
/// it.</summary>
internal static partial class FindingCodes
{
    public static IEnumerable<(string Owner, string Code)> In(IEnumerable<Type> types) =>
        types.Where(type => type.Name.EndsWith("Codes", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(Assemblies.Declared)
                .Where(field => field.IsLiteral && field.FieldType == typeof(string))
                .Select(field => ($"{type.Name}.{field.Name}", (string)field.GetRawConstantValue()!)));

    public static IEnumerable<Violation> Wrong(
        IReadOnlyCollection<(string Owner, string Code)> codes, IReadOnlyCollection<SourceFile> pages)
    {
        var rows =
            pages.SelectMany(page => Row().Matches(page.Text).Select(row => (page.Path, Code: row.Groups[1].Value)))
            .ToList();
        var documented = rows.Select(row => row.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var (owner, code) in codes)
        {
            if (!Form().IsMatch(code))
                yield return new Violation(
                    $"code/{owner}", $"'{code}' is not a room's letters and three digits, such as DOC001.");
            else if (!documented.Contains(code))
                yield return new Violation($"code/{owner}", $"No docs/findings-*.md has a row for {code}.");
        }
        var meanings = codes.GroupBy(pair => pair.Code, StringComparer.Ordinal);
        foreach (var twice in meanings.Where(group => group.Count() > 1))
            yield return new Violation(
                $"code/{twice.Key}",
                $"It has several meanings: {string.Join(", ", twice.Select(pair => pair.Owner))}.");
        foreach (var twice in rows.GroupBy(row => row.Code, StringComparer.Ordinal).Where(group => group.Count() > 1))
            yield return new Violation($"code/{twice.Key}", "It is documented twice; keep one row.");
        foreach (var row in rows.Where(row => codes.All(pair => pair.Code != row.Code)))
            yield return new Violation($"code/{row.Code}", $"{row.Path} documents a code that nothing gives any more.");
    }

    [GeneratedRegex("^[A-Z][A-Z0-9]{1,3}[0-9]{3}$")]
    private static partial Regex Form();

    [GeneratedRegex(@"^\| *`?([A-Z][A-Z0-9]{1,3}[0-9]{3})`? *\|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
