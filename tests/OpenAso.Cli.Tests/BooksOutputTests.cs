using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenAso.Funding;
using OpenAso.Kernel;

namespace OpenAso.Cli.Tests;

/// <summary>What position, verify and pay plan write for other programs, over a month of a small employer.</summary>
public sealed class BooksOutputTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("openaso-books-");

    public BooksOutputTests()
    {
        var files = Path.Combine(_folder.FullName, "files");
        Run("seed", "--employees", "25", "--first", "2026-01-01", "--months", "1", "--rng", "3", "--out", files);
        string[] plans = ["plans/acme/acme-ppo.yaml", "plans/acme/acme-hdhp.yaml", "plans/acme/acme-dental.yaml"];
        Run(
        [
            "import", .. Directory.GetFiles(files, "*.83?"),
            "--agreement", Repository.PathOf("plans/acme/agreement.yaml"),
            "--plan", .. plans.Select(Repository.PathOf),
            "--fees", Path.Combine(files, "fees.csv"), "--network", Path.Combine(files, "network.csv"),
            "--dir", _folder.FullName,
        ]);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_position_draws_the_plan_years_cost_and_how_it_may_go_on()
    {
        Run("position", "--as-of", "2026-01-31", "--json", "--pictures", _folder.FullName, "--dir", _folder.FullName);
        var fan = File.ReadAllText(Path.Combine(_folder.FullName, "cost-fan-acme.svg"));
        Assert.Contains("budget", fan, StringComparison.Ordinal);
        Assert.Contains("as of 2026-01-31", fan, StringComparison.Ordinal);
    }

    [Fact]
    public void A_position_is_one_line_that_its_schema_describes()
    {
        var position = Json("position", "position");

        var claims = position["claims"]!;
        Assert.NotEqual(0, (int)claims["received"]!);
        Assert.Equal((int)claims["received"]!, new[] { "payable", "denied", "pended", "void", "rejected" }
            .Sum(status => (int)claims[status]!));
        Assert.NotEmpty(position["budget"]!.AsArray());
        Assert.NotEmpty(position["costliest"]!.AsArray());
    }

    [Fact]
    public void A_verification_is_one_line_that_its_schema_describes()
    {
        var proof = Json("verification", "verify");

        Assert.True((bool)proof["proved"]!);
        Assert.All(proof["checks"]!.AsArray(), check => Assert.Equal(0, (int)check!["discrepancies"]!));
        Assert.Contains(proof["checks"]!.AsArray(), check => (int)check!["examined"]! > 0);
    }

    [Fact]
    public void A_payment_plan_is_one_line_that_its_schema_describes_and_says_why_claims_wait()
    {
        var waiting = Json("payment-plan", "pay", "plan", "--date", "2026-02-03");
        Assert.Equal("0.00", (string)waiting["total"]!);
        Assert.All(waiting["held"]!.AsArray(), held => Assert.Equal("funds-insufficient", (string)held!["reason"]!));
        Assert.NotEmpty(waiting["held"]!.AsArray());

        string[] wire = ["--date", "2026-02-02", "--id", "wire-1", "--amount", "500000.00"];
        Run(["fund", "receive", .. wire, "--dir", _folder.FullName]);
        var plan = Json("payment-plan", "pay", "plan", "--date", "2026-02-03");

        Assert.Empty(plan["held"]!.AsArray());
        Assert.Equal(Amount(plan["total"]), plan["payments"]!.AsArray().Sum(payment => Amount(payment!["amount"])));
        Assert.All(plan["payments"]!.AsArray(), payment => Assert.Equal(
            Amount(payment!["amount"]), payment["claims"]!.AsArray().Sum(claim => Amount(claim!["amount"]))));
        Run("pay", "execute", "--date", "2026-02-03", "--plan", (string)plan["plan"]!, "--dir", _folder.FullName);
    }

    [Fact]
    public void Past_years_of_the_books_are_compared_with_an_insured_plan()
    {
        string[] folder = ["plans/acme/compare-example/risk.yaml", "plans/acme/compare-example/quotes.yaml"];
        var answer = Json("comparison", "compare", "--risk", Repository.PathOf(folder[0]), "--quotes",
            Repository.PathOf(folder[1]), "--years", "1", "--runs", "100");

        var year = Assert.Single(answer["past"]!["years"]!.AsArray())!;
        Assert.Equal(2026, (int)year["year"]!);
        Assert.False((bool)year["complete"]!);
        Assert.True((int)year["memberMonths"]! > 25);
        Assert.True(Amount(year["claims"]) > 0 && Amount(year["claims"]) >= Amount(year["pooled"]));
        Assert.Equal(Amount(year["ownCost"]),
            Amount(year["claims"]) + Amount(year["fees"])
                + Amount(year["stopLossPremium"]) - Amount(year["recoveries"]));
        Assert.Equal(Amount(year["saving"]), Amount(year["insuredPremium"]) - Amount(year["ownCost"]));
    }

    [Theory]
    [InlineData("""{"employer":"acme"}""")]
    [InlineData("""{"employer":"acme","proved":"yes","checks":[],"discrepancies":[]}""")]
    public void What_the_schema_does_not_describe_is_refused(string json) =>
        Assert.NotEmpty(SchemaFile.Of("verification").Problems(json));

    [Fact]
    public void The_codes_of_the_schemas_are_the_codes_of_the_program()
    {
        Assert.Equal(Words<HoldReason>(), SchemaFile.Of("payment-plan").Words("holdReason"));
        Assert.Equal(Words<LineOfCoverage>(), SchemaFile.Of("position").Words("line"));
        Assert.Equal(SchemaFile.Of("determination").Words("pendReason"), SchemaFile.Of("position").Words("pendReason"));
    }

    private static string[] Words<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(Documents.Words.Of)];

    private static decimal Amount(JsonNode? node) => decimal.Parse((string)node!, CultureInfo.InvariantCulture);

    private JsonNode Json(string schema, params string[] arguments)
    {
        var line = Assert.Single(Run([.. arguments, "--json", "--dir", _folder.FullName])
            .Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(SchemaFile.Of(schema).Problems(line));
        return JsonNode.Parse(line) ?? throw new JsonException("There is no document.");
    }

    private static string Run(params string[] arguments)
    {
        var (code, output, error) = Cli.Run(arguments);
        Assert.True(code == 0, $"openaso {string.Join(' ', arguments)} ended with {code}.\n{output}\n{error}");
        return output;
    }
}
