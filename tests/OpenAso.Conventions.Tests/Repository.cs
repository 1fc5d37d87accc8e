using System.Xml.Linq;

namespace OpenAso.Conventions.Tests;

/// <summary>The tree as it stands on disk, without what a build or a run leaves behind.</summary>
internal static class Repository
{
    private static readonly string[] Skipped =
        [".git", "artifacts", "bin", "obj", "openaso-data", ".vs", ".idea", "BenchmarkDotNet.Artifacts", "shared"];

    private static readonly string[] Binary = [".db", ".png", ".swp", ".gz", ".zip", ".bin", ".nupkg"];

    public static string Root { get; } = Above(AppContext.BaseDirectory);

    private static readonly Lazy<IReadOnlyList<SourceFile>> Tree = new(() => [.. Read(Root)]);

    public static IReadOnlyList<SourceFile> Files => Tree.Value;

    public static IEnumerable<SourceFile> Code => Files.Where(file => file.IsCode);

    public static IReadOnlyList<string> Projects =>
        [.. Files.Where(file => file.Project.Length > 0 && file.Path == $"src/{file.Project}/{file.Project}.csproj")
            .Select(file => file.Project)];

    /// <summary>The projects that are functions of data, as the build knows them.</summary>
    public static IReadOnlySet<string> Capabilities =>
        XDocument.Parse(TextOf("Directory.Build.props")).Descendants("Capability")
            .SelectMany(element => ((string?)element.Attribute("Condition") ?? "").Split('\''))
            .Where(word => word.StartsWith("OpenAso.", StringComparison.Ordinal))
            .ToHashSet(StringComparer.Ordinal);

    public static string TextOf(string path) =>
        Files.FirstOrDefault(file => file.Path == path)?.Text
        ?? throw new FileNotFoundException($"{path} is missing from the repository.");

    private static IEnumerable<SourceFile> Read(string folder)
    {
        foreach (var path in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            if (!Skipped.Contains(name) // .git is a file in a linked working tree
                && !Binary.Contains(Path.GetExtension(name))
                && !name.StartsWith("packages.lock", StringComparison.Ordinal))
                yield return new SourceFile(
                    Path.GetRelativePath(Root, path).Replace('\\', '/'), File.ReadAllText(path));
        }
        foreach (var inner in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
        {
            if (Skipped.Contains(Path.GetFileName(inner)))
                continue;
            foreach (var file in Read(inner))
                yield return file;
        }
    }

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "OpenAso.slnx"))
            ? folder
            : Above(Path.GetDirectoryName(folder)
                ?? throw new DirectoryNotFoundException("OpenAso.slnx stands in no folder above the tests."));
}
