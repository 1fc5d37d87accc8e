using System.Text.Json.Nodes;

namespace OpenAso.Cli.Tests;

/// <summary>Disability plans and claims are handed in with the others, and told like them.</summary>
public sealed class DisabilityBooksTests(DisabilityFixture claims) : IClassFixture<DisabilityFixture>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("openaso-disability-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Claims_of_a_table_are_taken_funded_and_told_by_line()
    {
        string[] import =
        [
            "import", .. Directory.GetFiles(claims.Files, "*.834"), "--disability", claims.Table, "--json",
            "--dir", _folder.FullName,
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

    [Fact]
    public void A_claim_of_the_books_is_shown_and_its_letter_written_from_them()
    {
        var id = claims.Fill(_folder, "employers-agent");
        var letter = Path.Combine(_folder.FullName, "letter.html");
        var shown = Cli.Run("disability", "--claim", id, "--letter", letter, "--json", "--dir", _folder.FullName);

        Assert.InRange(shown.Code, ExitCode.Done, ExitCode.NeedsAttention);
        Assert.Equal(id, (string)Json("disability", shown.Output)["claim"]!);
        var page = File.ReadAllText(letter);
        Assert.Contains(id, page, StringComparison.Ordinal);
        Assert.Contains("Acme", page, StringComparison.OrdinalIgnoreCase);
        foreach (var item in Json("disability", shown.Output)["letter"]?["items"]?.AsArray() ?? [])
            Assert.Contains($"id=\"{item!["name"]}\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("have no disability claim X-1", "--claim", "X-1")]
    [InlineData("leave out --terminations", "--claim", "X-1", "--agreement", "agreement.yaml")]
    [InlineData("Name a plan with --plan")]
    [InlineData("is a file: name the plan", "--claim", "*")]
    public void What_the_books_cannot_show_is_said(string message, params string[] arguments)
    {
        claims.Fill(_folder, "employers-agent");
        var file = Repository.PathOf("plans/disability/claims/std-surgery.yaml");
        var run = Cli.Run(
            ["disability", .. arguments.Select(one => one == "*" ? file : one), "--dir", _folder.FullName]);

        Assert.Equal(ExitCode.CouldNotRun, run.Code);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Payroll_is_advised_by_a_file_and_told_as_paid()
    {
        claims.Fill(_folder, "advice-to-pay");
        var file = Path.Combine(_folder.FullName, "advice.csv");
        string[] payroll = ["--payroll", "2026-03-31", "--dir", _folder.FullName];
        Assert.Equal(ExitCode.CouldNotRun, Cli.Run(["disability", "paid", .. payroll]).Code);
        Run(["disability", "advise", .. payroll, "--out", file, "--dry-run"]);
        Assert.False(File.Exists(file));
        Assert.Equal(ExitCode.CouldNotRun, Cli.Run(["disability", "paid", .. payroll]).Code);
        Run(["disability", "advise", .. payroll, "--out", file]);
        Run(["disability", "paid", .. payroll, "--dry-run"]);
        var told = Run(["disability", "paid", .. payroll, "--date", "2026-04-01"]);

        Assert.Contains("paid on 2026-04-01", told, StringComparison.Ordinal);
        var rows = File.ReadAllLines(file);
        Assert.True(rows.Length > 1);
        Assert.All(rows, row => Assert.Equal(rows[0].Split(',').Length, row.Split(',').Length));
        var line = Json("position", Run(
            "position", "--json", "--as-of", "2026-04-01", "--dir", _folder.FullName))["disability"]![0]!;
        Assert.NotEqual("0.00", (string)line["advised"]!);
        Assert.Equal((string)line["advised"]!, (string)line["paidByPayroll"]!);
        Assert.Equal("0.00", (string)line["paid"]!);
        Run("verify", "--dir", _folder.FullName);
    }

    private static string Plan(string name) => DisabilityFixture.Plan(name);

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
