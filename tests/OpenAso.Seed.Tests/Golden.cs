using System.Text;

namespace OpenAso.Seed.Tests;

/// <summary>Files that what is written must equal. <c>GOLDEN=update</c> rewrites them; git shows the change.</summary>
internal static class Golden
{
    /// <summary>Compares bytes with a file of tests/samples/seed, a line break behind every terminator.</summary>
    public static void Verify(string name, ReadOnlySpan<byte> written)
    {
        var text = Encoding.ASCII.GetString(written).Replace("~", "~\n", StringComparison.Ordinal);
        var path = PathOf(name);
        if (Environment.GetEnvironmentVariable("GOLDEN") == "update")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
        Assert.True(File.Exists(path), $"{name} is missing: run the tests once with GOLDEN=update and look at it.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
    }

    private static string PathOf(string name)
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "OpenAso.slnx")))
            root = Path.GetDirectoryName(root)
                ?? throw new InvalidOperationException("The tests run outside the repository.");
        return Path.Combine(root, "tests", "samples", "seed", name);
    }
}
