namespace OpenAso.Cli.Tests;

/// <summary>The demonstration, run once with few employees.</summary>
public sealed class DemoFixture : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("openaso-demo-");

    public DemoFixture() => First = Run();

    public string Folder => _folder.FullName;

    internal CliResult First { get; }

    internal CliResult Run(params string[] more) =>
        Cli.Run(["demo", "--employees", "40", "--dir", Folder, "--no-serve", .. more]);

    public void Dispose() => _folder.Delete(recursive: true);
}
