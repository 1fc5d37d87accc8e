using OpenAso.Cli.Tests;
using OpenAso.Operations.Storing;

[assembly: AssemblyFixture(typeof(DemoFixture))]

namespace OpenAso.Cli.Tests;

/// <summary>The demonstration, run once with few employees when somebody first asks for it.</summary>
public sealed class DemoFixture : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("openaso-demo-");
    private readonly Lazy<CliResult> _first;

    public DemoFixture() => _first = new Lazy<CliResult>(Make);

    /// <summary>Where it was run.</summary>
    public string Folder => Path.Combine(_folder.FullName, First.Code == 0 ? "run" : "failed");

    internal CliResult First => _first.Value;

    internal CliResult Run(params string[] more) => Cli.Run(
        ["demo", "--employees", "40", "--dir", Path.Combine(_folder.FullName, "run"), "--no-serve", .. more]);

    /// <summary>Puts its books, as the first run left them, into a folder.</summary>
    public void CopyTo(DirectoryInfo folder)
    {
        Assert.True(First.Code == 0, First.Error);
        File.Copy(Path.Combine(_folder.FullName, Books.FileName), Path.Combine(folder.FullName, Books.FileName));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private CliResult Make()
    {
        var result = Run();
        if (result.Code == 0)
            File.Copy(
                Path.Combine(_folder.FullName, "run", Books.FileName), Path.Combine(_folder.FullName, Books.FileName));
        return result;
    }
}

/// <summary>Books of the demonstration that a class of tests may change.</summary>
public sealed class DemoCopy : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("openaso-demo-copy-");

    public DemoCopy(DemoFixture demo)
    {
        ArgumentNullException.ThrowIfNull(demo);
        demo.CopyTo(_folder);
    }

    public string Folder => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
