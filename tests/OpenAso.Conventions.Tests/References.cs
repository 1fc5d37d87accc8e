using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace OpenAso.Conventions.Tests;

/// <summary>The table in ARCHITECTURE.md of who may refer to whom, held against projects and assemblies.</summary>
internal static partial class References
{
    /// <summary>Reads the block: <c>Plans -> Kernel, Documents</c>; <c>all above</c> and <c>all</c> are
    /// allowed.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Table(string markdown)
    {
        var block = Block().Match(markdown);
        Assert.True(block.Success, "ARCHITECTURE.md has no block that begins with ```references.");
        var rows = block.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split("->", StringSplitOptions.TrimEntries))
            .Select(cells => (Project: Full(cells[0]), Allowed: cells[1])).ToList();
        return rows.Index().ToDictionary(
            row => row.Item.Project,
            IReadOnlySet<string> (row) =>
                Allowed(row.Item.Allowed, rows.Select(other => other.Project).ToList(), row.Index),
            StringComparer.Ordinal);
    }

    public static IEnumerable<Violation> Between(
        string project, IEnumerable<string> referred, IReadOnlyDictionary<string, IReadOnlySet<string>> table)
    {
        if (!table.TryGetValue(project, out var allowed))
            return [new Violation($"reference/{project}", "The table in ARCHITECTURE.md does not have the project.")];
        return referred.Where(other => !allowed.Contains(other)).Select(other => new Violation(
            $"reference/{project}", $"It refers to {other}, which the table in ARCHITECTURE.md does not allow."));
    }

    /// <summary>What the project file asks for.</summary>
    public static IEnumerable<string> OfProject(string csproj) =>
        XDocument.Parse(csproj).Descendants("ProjectReference")
            .Select(element => Path.GetFileNameWithoutExtension((string)element.Attribute("Include")!));

    /// <summary>What the compiled code uses, which may come through another project.</summary>
    public static IEnumerable<string> OfAssembly(string project) =>
        Assemblies.Of(project).GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => name.StartsWith("OpenAso.", StringComparison.Ordinal));

    private static HashSet<string> Allowed(string cell, List<string> projects, int row) => cell switch
    {
        "all above" => [.. projects.Take(row)],
        "all" => [.. projects],
        _ => [.. cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Full)],
    };

    private static string Full(string name) => "OpenAso." + name;

    [GeneratedRegex(@"```references\r?\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
