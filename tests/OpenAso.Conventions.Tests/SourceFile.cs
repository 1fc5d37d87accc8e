namespace OpenAso.Conventions.Tests;

/// <summary>A file of the project.</summary>
/// <param name="Path">From the root, with slashes.</param>
/// <param name="Text">All of it.</param>
internal sealed record SourceFile(string Path, string Text)
{
    public bool IsCode => Path.EndsWith(".cs", StringComparison.Ordinal);

    public bool IsMarkdown => Path.EndsWith(".md", StringComparison.Ordinal);

    public string[] Lines => Text.Split('\n');

    /// <summary>The capability or door it belongs to: <c>OpenAso.Claims</c>; empty outside <c>src/</c>.</summary>
    public string Project => Path.StartsWith("src/", StringComparison.Ordinal) ? Path.Split('/')[1] : "";

    public bool IsIn(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);
}
