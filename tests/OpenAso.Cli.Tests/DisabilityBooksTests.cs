using System.Text.Json.Nodes;

namespace OpenAso.Cli.Tests;

/// <summary>Disability plans and claims are handed in with the others, and told like them.</summary>
public sealed class DisabilityBooksTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("openaso-disability-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Claims_of_a_table_are_taken_funded_and_told_by_line()
    {
        var files = Path.Combine(_folder.FullName, "files");
        Run("seed", "--employees", "60", "--months", "3", "--rng", "3", "--out", files);
        var table = Path.Combine(files, "acme-disability.csv");
        string[] import =
        [
            "import", .. Directory.GetFiles(files, "*.834"), "--disability", table, "--json", "--dir", _folder.FullName,
        ];
        var unknown = Cli.Run(
        [
            .. import, "--agreement", Plan("agreement.yaml"),
            "--plan", Plan("acme-ppo.yaml"), Plan("acme-hdhp.yaml"), Plan("acme-dental.yaml"),
        ]);
        Assert.Contains("DIS031", unknown.Error, StringComparison.Ordinal);
        var taken = Cli.Run(
        [
            .. import, "--disability-plan", Plan("disability/std.yaml"), Plan("disability/ltd.yaml"),
        ]);

        var told = Json("import", taken.Output);
        Assert.NotEmpty(told["disability"]!.AsArray());
        Assert.All(told["disability"]!.AsArray(), one => Assert.Equal("acme-std", (string)one!["plan"]!));
        Assert.Contains("hardly suits below 500", taken.Error, StringComparison.Ordinal);
        Run("fund", "request", "--date", "2026-03-31", "--dir", _folder.FullName);
        var position = Json("position", Run("position", "--as-of", "2026-03-31", "--json", "--dir", _folder.FullName));
        Assert.Equal(
            ["short-term-disability", "long-term-disability"],
            position["disability"]!.AsArray().Select(line => (string)line!["line"]!));
        Run("verify", "--dir", _folder.FullName);
        SickPay();
    }

    private void SickPay()
    {
        string[] year = ["sick-pay", "--year", "2026", "--dir", _folder.FullName];
        var files = Path.Combine(_folder.FullName, "statements");

        var screen = Cli.Run(year);
        var json = Cli.Run([.. year, "--json", "--out", files]);

        // Nobody has told what the employer paid besides, and nothing is paid yet.
        Assert.Equal((ExitCode.NeedsAttention, ExitCode.NeedsAttention), (screen.Code, json.Code));
        var told = Json("sick-pay", json.Output);
        Assert.NotEmpty(told["statements"]!.AsArray());
        Assert.Equal(
            ["DIS040", "DIS046"],
            told["findings"]!.AsArray().Select(finding => (string)finding!["code"]!).Distinct().Order());
        Assert.Contains("all, employers-agent", screen.Output, StringComparison.Ordinal);
        Assert.Equal(told["statements"]!.AsArray().Count,
            File.ReadAllLines(Path.Combine(files, "sick-pay-statements-2026.csv")).Length - 1);
        Assert.Equal(2, File.ReadAllLines(Path.Combine(files, "sick-pay-totals-2026.csv")).Length);
        Assert.Equal("", Cli.Run([.. year, "--json", "--employer", "nobody"]).Output);
    }

    private static string Plan(string name) => Repository.PathOf($"plans/acme/{name}");

    private static string Run(params string[] arguments)
    {
        var result = Cli.Run(arguments);
        Assert.True(result.Code == 0, result.Error);
        return result.Output;
    }

    private static JsonNode Json(string schema, string output)
    {
        var node = JsonNode.Parse(output)!;
        Assert.Empty(SchemaFile.Of(schema).Problems(node));
        return node;
    }
}
