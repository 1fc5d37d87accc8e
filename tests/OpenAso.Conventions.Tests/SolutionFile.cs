using System.Xml.Linq;

namespace OpenAso.Conventions.Tests;

/// <summary>A project that the solution does not have is neither built nor tested.</summary>
internal static class SolutionFile
{
    public static IEnumerable<Violation> Missing(string solution, IEnumerable<SourceFile> files)
    {
        var listed = XDocument.Parse(solution).Descendants("Project")
            .Select(element => (string)element.Attribute("Path")!)
            .ToHashSet(StringComparer.Ordinal);
        return files
            .Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal) && !listed.Contains(file.Path))
            .Select(file => new Violation($"solution/{file.Path}", "OpenAso.slnx does not list the project: add it."));
    }
}
