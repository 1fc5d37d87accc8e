using OpenAso.Plans;

namespace OpenAso.Correspondence.Tests;

/// <summary>The repository's own files, found from the folder of the tests upwards.</summary>
internal static class Repository
{
    private static readonly string Root = Find();

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    public static string Read(string relative) => File.ReadAllText(PathOf(relative));

    public static Plan Plan(string path) => PlanReader.Read(Read(path), path).Value!;

    /// <summary>Compares a page with a file of tests/samples/correspondence. <c>GOLDEN=update</c> rewrites it; git
    /// shows the change.</summary>
    public static void IsAsAgreed(string name, string page)
    {
        var path = PathOf($"tests/samples/correspondence/{name}");
        if (Environment.GetEnvironmentVariable("GOLDEN") == "update")
            File.WriteAllText(path, page);
        Assert.True(File.Exists(path), $"{name} is missing: run the tests once with GOLDEN=update and look at it.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), page);
    }

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "OpenAso.slnx")))
        {
            folder = Path.GetDirectoryName(folder)
                ?? throw new DirectoryNotFoundException("OpenAso.slnx stands in no folder above the tests.");
        }
        return folder;
    }
}
