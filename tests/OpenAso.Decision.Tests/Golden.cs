namespace OpenAso.Decision.Tests;

/// <summary>Texts that what is written must equal. <c>GOLDEN=update</c> rewrites them; git shows the change.</summary>
internal static class Golden
{
    /// <summary>Compares a text with a file of tests/samples/pictures.</summary>
    public static void Verify(string name, string written)
    {
        var path = Repository.PathOf(Path.Combine("tests", "samples", "pictures", name));
        if (Environment.GetEnvironmentVariable("GOLDEN") == "update")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, written);
        }
        Assert.True(File.Exists(path), $"{name} is missing: run the tests once with GOLDEN=update and look at it.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), written);
    }
}
