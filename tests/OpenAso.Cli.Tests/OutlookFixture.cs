using System.Globalization;
using System.Text.Json.Nodes;

namespace OpenAso.Cli.Tests;

/// <summary>Half a year and a month of a small employer whose claims were paid every fourth week.</summary>
public sealed class OutlookFixture : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("openaso-outlook-");

    public OutlookFixture()
    {
        var files = PathOf("files");
        Run("seed", "--employees", "12", "--first", "2026-01-01", "--months", "7", "--rng", "3", "--out", files);
        string[] plans = ["plans/acme/acme-ppo.yaml", "plans/acme/acme-hdhp.yaml", "plans/acme/acme-dental.yaml"];
        Run(
        [
            "import", .. Directory.GetFiles(files, "*.83?"),
            "--agreement", Repository.PathOf("plans/acme/agreement.yaml"),
            "--stop-loss", Repository.PathOf("plans/acme/stop-loss.yaml"),
            "--plan", .. plans.Select(Repository.PathOf),
            "--fees", Path.Combine(files, "fees.csv"), "--network", Path.Combine(files, "network.csv"),
            "--dir", Books,
        ]);
        Run("fund", "receive", "--date", "2026-01-02", "--id", "wire-1", "--amount", "900000.00", "--dir", Books);
        for (var day = new DateOnly(2026, 1, 29); day.Year == 2026 && day.Month < 8; day = day.AddDays(28))
        {
            var date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var plan = JsonNode.Parse(Run("pay", "plan", "--date", date, "--json", "--dir", Books))!["plan"]!;
            Run("pay", "execute", "--date", date, "--plan", (string)plan!, "--dir", Books);
        }
    }

    public string Books => PathOf("books");

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Run(params string[] arguments)
    {
        var (code, output, error) = Cli.Run(arguments);
        Assert.True(code is 0 or 1, $"openaso {string.Join(' ', arguments)} ended with {code}.\n{output}\n{error}");
        return output;
    }
}
