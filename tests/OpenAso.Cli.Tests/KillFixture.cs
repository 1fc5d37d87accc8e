using System.Diagnostics;

namespace OpenAso.Cli.Tests;

/// <summary>Files to import, and the books of an import and of a demonstration that nobody interrupted.</summary>
public sealed class KillFixture : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("openaso-kill-");
    private int _folders;

    internal TimeSpan ImportTime { get; private set; }

    internal TimeSpan DemoTime { get; private set; }

    internal IReadOnlyList<string> Imported { get; private set; } = [];

    internal IReadOnlyList<string> Demonstrated { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var seeded = Cli.Run("seed", "--employees", "250", "--first", "2026-01-01", "--months", "6", "--rng", "5",
            "--out", Files);
        Assert.True(seeded.Code == 0, seeded.Error);
        (ImportTime, Imported) = await TimeAsync(Import);
        (DemoTime, Demonstrated) = await TimeAsync(folder => Demo(folder));
    }

    internal string NewFolder() => Path.Combine(_folder.FullName, $"books-{Interlocked.Increment(ref _folders)}");

    internal string[] Import(string folder) =>
    [
        "import", .. Directory.GetFiles(Files, "*.83?").Order(StringComparer.Ordinal),
        "--agreement", Repository.PathOf("plans/acme/agreement.yaml"),
        "--plan", .. new[] { "acme-ppo", "acme-hdhp",
            "acme-dental" }.Select(plan => Repository.PathOf($"plans/acme/{plan}.yaml")),
        "--fees", Path.Combine(Files, "fees.csv"), "--network", Path.Combine(Files, "network.csv"), "--dir", folder,
    ];

    internal static string[] Demo(string folder) => ["demo", "--employees", "60", "--no-serve", "--dir", folder];

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private string Files => Path.Combine(_folder.FullName, "files");

    private async Task<(TimeSpan Time, IReadOnlyList<string> Rows)> TimeAsync(Func<string, string[]> command)
    {
        var folder = NewFolder();
        var watch = Stopwatch.StartNew();
        var done = await CommandProcess.RunAsync(command(folder));
        Assert.True(done.Code is 0 or 1, done.Error);
        return (watch.Elapsed, BooksTables.Rows(folder));
    }
}
