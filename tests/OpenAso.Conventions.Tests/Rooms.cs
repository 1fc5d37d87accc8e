using System.Text.RegularExpressions;

namespace OpenAso.Conventions.Tests;

/// <summary>Each project says what it is for, what it must not know, and where to begin reading.</summary>
internal static partial class Rooms
{
    public const int FewestWords = 25;

    public static IEnumerable<Violation> Readme(string project, IReadOnlyCollection<SourceFile> files)
    {
        var id = $"readme/{project}";
        var readme = files.FirstOrDefault(file => file.Path == $"src/{project}/README.md");
        if (readme is null)
        {
            yield return new Violation(id, $"src/{project}/README.md is missing.");
            yield break;
        }
        if (!files.Any(file => file.IsCode && file.Project == project))
            yield break;
        if (Word().Count(readme.Text) < FewestWords)
            yield return new Violation(
                id, "The README says too little: what the project is for, what it must not know, where to begin.");
        foreach (Match name in CodeFile().Matches(readme.Text))
        {
            if (!files.Any(file => file.Project == project && IsNamed(file.Path, name.Groups[1].Value)))
                yield return new Violation(id, $"The README names {name.Groups[1].Value}, which is not there.");
        }
    }

    private static bool IsNamed(string path, string name) =>
        path.EndsWith("/" + name, StringComparison.Ordinal);

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"`([\w./]+\.cs)`")]
    private static partial Regex CodeFile();
}
