using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using OpenAso.Operations.Insuring;
using OpenAso.StopLoss.Filings;
using OpenAso.StopLoss.Gaps;
using OpenAso.StopLoss.Notices;
using OpenAso.StopLoss.Policies;
using OpenAso.Tests.Files;

namespace OpenAso.Cli.Tests;

/// <summary>The stop-loss desk from the command line: what its verbs write, keep and refuse.</summary>
public class DeskTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private const string Date = "2026-02-28";

    private readonly string _books = desk.Copy();

    private string Packs => Path.Combine(_books, "packs");

    [Fact]
    public void Where_next_to_nothing_came_in_for_months_no_forecast_is_made_and_that_is_said()
    {
        var file = Path.Combine(_books, "late.837");
        File.WriteAllText(file, OneClaim.File("ACM10000321", "LATE-1", 4711));
        Run(0, "import", file, "--employer", "acme");

        var forecast = Cli.Run("forecast", "--dir", _books);

        Assert.DoesNotContain("NaN", forecast.Output, StringComparison.Ordinal);
        Assert.Contains("FCT001", forecast.Error, StringComparison.Ordinal);
        Assert.Contains("so little came in", forecast.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Packs_are_written_with_the_hashes_that_the_program_tells_and_can_be_written_again()
    {
        var run = Json(1, "filing-run", "filing", "write", "--date", Date, "--out", Packs); // an answer is missing

        Assert.True((bool)run["kept"]!);
        Assert.NotEmpty(run["written"]!.AsArray());
        Assert.All(run["written"]!.AsArray(), filing =>
        {
            foreach (var file in filing!["files"]!.AsArray())
                Assert.Equal((string)file!["sha256"]!, Hash((string)filing["filing"]!, (string)file["name"]!));
            Assert.Contains(filing["checklist"]!.AsArray(), row =>
                (string)row!["item"]! == "other-coverage-answer" && (string)row["state"]! == "missing");
        });
        var first = (string)run["written"]![0]!["filing"]!;
        File.AppendAllText(Path.Combine(Packs, first, "claims.csv"), "by hand");
        Run(0, "filing", "export", "--filing", first, "--out", Packs);
        Assert.Equal((string)run["written"]![0]!["files"]![1]!["sha256"]!, Hash(first, "claims.csv"));
        Assert.Contains("Nothing is to be filed.", Run(0, "filing", "write", "--date", Date, "--out", Packs).Output,
            StringComparison.Ordinal);
        Run(0, "verify");
    }

    [Fact]
    public void What_is_only_looked_at_is_not_kept()
    {
        var before = BooksTables.Rows(_books);
        var run = Json(1, "filing-run", "filing", "write", "--date", Date, "--out", Packs, "--dry-run");
        Assert.False((bool)run["kept"]!);
        Assert.NotEmpty(run["written"]!.AsArray());
        Assert.False(Directory.Exists(Packs));
        var id = (string)JsonNode.Parse(Lines("notice", "list", "--date", Date, "--json")[0])!["notice"]!;
        Json(0, "notice", "notice", "sent", "--notice", id, "--date", Date, "--dry-run");
        Assert.Equal(before, BooksTables.Rows(_books));

        Run(1, "filing", "write", "--date", Date, "--out", Packs);
        before = BooksTables.Rows(_books);
        foreach (var step in Steps.Select(step => step.Split(' ')))
            Run(0, ["filing", .. step, "--filing", First, "--date", "2026-03-20", "--dry-run"]);
        Assert.Equal(before, BooksTables.Rows(_books));
    }

    [Fact]
    public void A_document_to_hand_closes_the_checklist()
    {
        var evidence = Path.Combine(_books, "evidence.csv");
        File.WriteAllText(evidence,
            "claimant,item,subject,reference,date,not_applicable_because\n"
            + ",other-coverage-answer,,form 12,2026-02-01,\n");
        var run = Json(0, "filing-run", "filing", "write", "--date", Date, "--out", Packs, "--evidence", evidence);
        Assert.All(run["written"]!.AsArray(), filing => Assert.Empty(filing!["findings"]!.AsArray()));
        File.WriteAllText(evidence, "item,reference\nbirth-certificate,1\n");
        var refused = Run(2, "filing", "write", "--date", Date, "--out", Packs, "--evidence", evidence);
        Assert.Contains("one of claim-detail", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_carrier_pays_is_booked_once_and_ages_until_then()
    {
        Run(1, "filing", "write", "--date", Date, "--out", Packs);
        var before = Desk("2026-04-15");
        var filing = before["filings"]![0]!;
        Assert.Equal(Amount(before["positions"]!.AsArray(), "outstanding"), Amount([before["ageing"]!], "through60"));
        string[] payment =
        [
            "filing", "receive", "--filing", First, "--amount", (string)filing["requested"]!, "--reference", "GLR-1",
        ];

        var paid = Json(0, "filing", [.. payment, "--date", "2026-04-15"]);
        Assert.Equal(("received", "0.00"), ((string)paid["state"]!, (string)paid["outstanding"]!));
        Assert.Contains("booked before", Run(0, [.. payment, "--date", "2026-04-15"]).Output, StringComparison.Ordinal);
        Assert.Contains("GLR-1", Run(2, [.. payment, "--date", "2026-04-16"]).Error, StringComparison.Ordinal);

        var after = Desk("2026-04-15");
        Assert.Equal(Amount(before["positions"]!.AsArray(), "outstanding") - Amount([filing], "requested"),
            Amount(after["positions"]!.AsArray(), "outstanding"));
        var position = JsonNode.Parse(Run(0, "position", "--json").Output)!["stopLoss"]!;
        Assert.Equal(Amount([position], "recoverable"), Amount([position], "received")
            + Amount([position], "outstanding") + Amount([position], "notFiled"));
        Run(0, "verify");
    }

    [Fact]
    public void A_filing_is_denied_with_a_reason_appealed_and_paid_after_all()
    {
        Run(1, "filing", "write", "--date", Date, "--out", Packs);
        string[] at = ["--filing", First, "--date"];
        Assert.Equal("denied", (string)Json(
            0, "filing", ["filing", "deny", .. at, "2026-03-10", "--reason", "not disclosed"])["state"]!);
        var refused = Run(2, ["filing", "receive", .. at, "2026-03-11", "--amount", "1", "--reference", "GLR-1"]);
        Assert.Contains("STL039", refused.Error, StringComparison.Ordinal);
        Assert.Equal("appealed", (string)Json(
            0, "filing", ["filing", "appeal", .. at, "2026-03-12", "--reason", "page 3"])["state"]!);
        var paid = Json(
            0, "filing", ["filing", "receive", .. at, "2026-04-01", "--amount", "1", "--approved", "1",
                "--reference", "G"]);
        Assert.Equal(("1.00", "0.00"), ((string)paid["received"]!, (string)paid["outstanding"]!));
        Assert.Contains("STL036", Run(2, ["filing", "pend", .. at, "2026-04-02", "--reason", "x"]).Error,
            StringComparison.Ordinal);
        Run(0, "verify");
    }

    [Fact]
    public void Notices_are_listed_with_their_due_days_until_they_are_sent()
    {
        var open = Lines("notice", "list", "--date", Date, "--open", "--json");
        Assert.All(open, line => Assert.Empty(SchemaFile.Of("notice").Problems(line)));
        var first = JsonNode.Parse(open[0])!;
        string[] send = ["notice", "sent", "--notice", (string)first["notice"]!, "--date", Date, "--reference", "L1"];

        Assert.Equal(Date, (string)Json(0, "notice", send)["sent"]!);
        Assert.Contains("marked as sent before", Run(0, send).Error, StringComparison.Ordinal);
        Assert.Contains("was sent on 2026-02-28 as 'L1'", Run(2, [.. send[..^1], "L2"]).Error,
            StringComparison.Ordinal);

        Assert.Equal(open.Length - 1, Lines("notice", "list", "--date", Date, "--open", "--json").Length);
        Assert.Equal(open.Length, Lines("notice", "list", "--date", Date, "--json").Length);
        Assert.Contains("DAYS LATE", Run(1, "notice", "list", "--date", "2026-12-31", "--open").Output,
            StringComparison.Ordinal);
        Run(0, "verify");
    }

    [Fact]
    public void Claims_that_are_decided_and_not_paid_stand_near_the_boundary_until_they_are_paid()
    {
        var unpaid = Json(
            0, "policy-boundary", "boundary", "--date", "2027-03-01", "--days", "60", "--dir", desk.Unpaid);
        Assert.All(unpaid["claims"]!.AsArray(), claim =>
        {
            Assert.Equal("decided-not-paid", (string)claim!["reason"]!);
            Assert.Equal(("2027-03-31", 30), ((string)claim["lastDay"]!, (int)claim["daysLeft"]!));
        });
        Assert.NotEmpty(unpaid["claims"]!.AsArray());

        Assert.Empty(Json(0, "policy-boundary", "boundary", "--date", "2027-03-01")["claims"]!.AsArray());
    }

    [Fact]
    public void Gaps_are_told_from_the_books_and_from_files()
    {
        var books = Json(0, "stop-loss-gaps", "gaps", "--date", Date, "--dependent-age", "27");
        Assert.Contains(books["gaps"]!.AsArray(), gap =>
            (string)gap!["kind"]! == "dental" && Amount([gap], "fromClaims") > 0);
        Assert.Contains(books["gaps"]!.AsArray(), gap => (string)gap!["kind"]! == "dependent-age");
        Assert.DoesNotContain(
            Json(0, "stop-loss-gaps", "gaps", "--date", Date, "--dependent-age", "26")["gaps"]!.AsArray(),
            gap => (string)gap!["kind"]! == "dependent-age");
        var files = Cli.Run(
            "gaps", "--plan", Repository.PathOf("plans/acme/acme-dental.yaml"), "--policy", desk.PolicyFile, "--claims",
            Repository.PathOf("plans/acme/stop-loss-example/paid.csv"), "--date", "2026-06-30", "--json");
        Assert.True(files.Code == 0, files.Error);
        Assert.Empty(SchemaFile.Of("stop-loss-gaps").Problems(files.Output));
    }

    [Fact]
    public void A_disclosure_statement_names_everybody_who_has_used_half_of_the_deductible()
    {
        var statement = Json(0, "disclosure", "disclosure", "--date", Date)["claimants"]!.AsArray();
        Assert.NotEmpty(statement);
        Assert.All(statement.Where(one => (bool)one!["halfOfDeductible"]!), one =>
            Assert.True(Amount([one!], "paid") >= 150));
        Assert.StartsWith("claimant,as_of,paid", Run(0, "disclosure", "--date", Date).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Quotes_stand_on_one_basis_and_a_renewal_is_held_against_its_promises()
    {
        var dearer = Path.Combine(_books, "renewal.yaml");
        File.WriteAllText(dearer, Repository.Text("plans/acme/stop-loss.yaml")
            .Replace("monthly: 68.40", "monthly: 168.40", StringComparison.Ordinal)
            .Replace("aggregating: 75000", "aggregating: 0", StringComparison.Ordinal));
        var own = Repository.PathOf("plans/acme/stop-loss.yaml");
        var compared = Cli.Run(
            "quotes", own, dearer, "--census", Repository.PathOf("plans/acme/stop-loss-example/census.csv"),
            "--expiring", own, "--fixed", "600000.00", "--json");
        Assert.True(compared.Code == 1, compared.Error);
        Assert.Empty(SchemaFile.Of("quotes").Problems(compared.Output));
        var quotes = JsonNode.Parse(compared.Output)!["quotes"]!.AsArray();
        Assert.All(quotes, quote => Assert.Equal(
            Amount([quote!], "maximum"),
            Amount([quote!], "fixed") + Amount([quote!], "attachment") + Amount([quote!], "aggregating")
                + Amount([quote!], "laserLayers")));
        Assert.Equal(75_000, Amount([quotes[0]!], "aggregating"));
        Assert.Equal(0, Amount([quotes[1]!], "aggregating"));
        Assert.Empty(quotes[0]!["brokenPromises"]!.AsArray());
        Assert.Equal("STL065", (string)Assert.Single(quotes[1]!["brokenPromises"]!.AsArray())!["code"]!);
    }

    [Theory]
    [InlineData("filing receive --filing X --date 2026-03-01 --amount 1 --reference R", "has no filing 'X'")]
    [InlineData("filing receive --filing X --date 2026-03-01 --amount -1 --reference R", "--amount expects dollars")]
    [InlineData("filing receive --filing X --date 2026-03-01 --amount 1 --reference a/b",
        "--reference expects 1 to 50")]
    [InlineData("filing deny --filing X --date 2026-03-01", "--reason")]
    [InlineData("filing export --filing X --out packs", "has no filing 'X'")]
    [InlineData("filing list --date 2025-01-01", "no stop-loss policy that has begun by 2025-01-01")]
    [InlineData("filing list --date 2026-03-01 --policy Y", "no stop-loss policy 'Y'")]
    [InlineData("notice sent --notice 00 --date 2026-03-01", "No notice '00' has arisen")]
    [InlineData("gaps --date 2026-03-01 --policy stop-loss.yaml", "Name both, --plan and --policy")]
    [InlineData("gaps --date 2026-03-01 --dependent-age old", "--dependent-age expects a whole number")]
    [InlineData("boundary --date 2026-03-01 --days -1", "--days expects a whole number")]
    public void What_cannot_be_done_is_said_in_one_line(string command, string words) =>
        Assert.Contains(words, Run(2, command.Split(' ')).Error, StringComparison.Ordinal);

    [Fact]
    public void The_codes_of_the_schemas_are_the_codes_of_the_program()
    {
        var filing = SchemaFile.Of("filing").Root["properties"]!;
        Assert.Equal(Words<KeptFilingKind>(), Enum(filing["kind"]!));
        Assert.Equal(Words<RecoveryState>(), Enum(filing["state"]!));
        Assert.Equal(Words<StopLossCoverage>(), Enum(filing["from"]!));
        var written = SchemaFile.Of("filing-run").Root["properties"]!["written"]!["items"]!["properties"]!;
        var checklist = written["checklist"]!;
        Assert.Equal(Words<FilingItem>(), Enum(checklist["items"]!["properties"]!["item"]!));
        Assert.Equal(Words<ChecklistState>(), Enum(checklist["items"]!["properties"]!["state"]!));
        Assert.Equal(Words<NoticeKind>(), Enum(SchemaFile.Of("notice").Root["properties"]!["kind"]!));
        Assert.Equal(Words<GapKind>(), Enum(
            SchemaFile.Of("stop-loss-gaps").Root["properties"]!["gaps"]!["items"]!["properties"]!["kind"]!));
        Assert.Equal(Words<BoundaryReason>(), Enum(
            SchemaFile.Of("policy-boundary").Root["properties"]!["claims"]!["items"]!["properties"]!["reason"]!));
    }

    private const string First = "SL-2026-ACME-0001";

    private static readonly string[] Steps =
    [
        "receive --amount 1 --reference R", "approve --amount 1", "pend --reason more", "deny --reason late",
        "close --reason small",
    ];

    private static string[] Words<T>()
        where T : struct, Enum => [.. System.Enum.GetNames<T>().Select(Documents.Words.Of)];

    private static string[] Enum(JsonNode schema) => [.. schema["enum"]!.AsArray().Select(word => (string)word!)];

    private static decimal Amount(IEnumerable<JsonNode?> rows, string name) =>
        rows.Sum(row => decimal.Parse((string?)row![name] ?? "0", CultureInfo.InvariantCulture));

    private string Hash(string filing, string name) =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Packs, filing, name))));

    private JsonNode Desk(string date) => Json(0, "filing-desk", "filing", "list", "--date", date);

    private string[] Lines(params string[] arguments)
    {
        var (code, output, error) = Cli.Run([.. arguments, "--dir", _books]);
        Assert.True(code is 0 or 1, error);
        return output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }

    private JsonNode Json(int code, string schema, params string[] arguments)
    {
        var line = Assert.Single(Run(code, [.. arguments, "--json"]).Output
            .Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(SchemaFile.Of(schema).Problems(line));
        return JsonNode.Parse(line)!;
    }

    private CliResult Run(int code, params string[] arguments)
    {
        var result = Cli.Run(arguments.Contains("--dir") ? arguments : [.. arguments, "--dir", _books]);
        Assert.True(result.Code == code,
            $"openaso {string.Join(' ', arguments)} ended with {result.Code}.\n{result.Output}\n{result.Error}");
        return result;
    }
}
