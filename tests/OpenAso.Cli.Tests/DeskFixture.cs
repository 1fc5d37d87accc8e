namespace OpenAso.Cli.Tests;

/// <summary>A month of a small employer with a stop-loss policy of which several people have passed the
/// deductible.</summary>
public sealed class DeskFixture : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("openaso-desk-");
    private int _copies;

    public DeskFixture()
    {
        var files = Path.Combine(_folder.FullName, "files");
        Run("seed", "--employees", "25", "--first", "2026-01-01", "--months", "1", "--rng", "3", "--out", files);
        File.WriteAllText(PolicyFile, Repository.Text("plans/acme/stop-loss.yaml")
            .Replace("deductible: 125000", "deductible: 300", StringComparison.Ordinal)
            .Replace("aggregating: 75000", "aggregating: 0", StringComparison.Ordinal));
        string[] plans = ["plans/acme/acme-ppo.yaml", "plans/acme/acme-hdhp.yaml", "plans/acme/acme-dental.yaml"];
        Run(
        [
            "import", .. Directory.GetFiles(files, "*.83?"),
            "--agreement", Repository.PathOf("plans/acme/agreement.yaml"), "--stop-loss", PolicyFile,
            "--plan", .. plans.Select(Repository.PathOf),
            "--fees", Path.Combine(files, "fees.csv"), "--network", Path.Combine(files, "network.csv"),
            "--dir", Books,
        ]);
        Run("fund", "receive", "--date", "2026-02-02", "--id", "wire-1", "--amount", "500000.00", "--dir", Books);
        Unpaid = Copy();
        var plan = System.Text.Json.Nodes.JsonNode.Parse(
            Run("pay", "plan", "--date", "2026-02-28", "--json", "--dir", Books))!["plan"]!;
        Run("pay", "execute", "--date", "2026-02-28", "--plan", (string)plan!, "--dir", Books);
    }

    public string PolicyFile => Path.Combine(_folder.FullName, "stop-loss.yaml");

    /// <summary>Books in which everything is decided and nothing paid.</summary>
    public string Unpaid { get; }

    private string Books => Path.Combine(_folder.FullName, "books");

    /// <summary>Books of one's own.</summary>
    public string Copy()
    {
        var copy = Directory.CreateDirectory(
            Path.Combine(_folder.FullName, $"copy-{Interlocked.Increment(ref _copies)}"));
        File.Copy(Path.Combine(Books, "openaso.db"), Path.Combine(copy.FullName, "openaso.db"));
        return copy.FullName;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Run(params string[] arguments)
    {
        var (code, output, error) = Cli.Run(arguments);
        Assert.True(code is 0 or 1, $"openaso {string.Join(' ', arguments)} ended with {code}.\n{output}\n{error}");
        return output;
    }
}
