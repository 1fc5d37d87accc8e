using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Explaining;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Cli.Tests;

[Trait("speed", "slow")]
public class DemoTests(DemoFixture demo)
{
    [Fact]
    public void The_whole_way_of_a_dollar_runs_with_one_command()
    {
        Assert.True(demo.First.Code == 0, demo.First.Error);
        Assert.Contains("ACME Manufacturing", demo.First.Output, StringComparison.Ordinal);
        Assert.Contains("openaso verify", demo.First.Output, StringComparison.Ordinal);
        foreach (var employer in new[] { "acme", "birch" })
        {
            foreach (var kind in new[] { "835", "999", "funding-request", "explanations" })
                Assert.NotEmpty(Directory.GetFiles(
                    Path.Combine(demo.Folder, "out", employer, kind), "*", SearchOption.AllDirectories));
        }
    }

    [Fact]
    public void Every_employer_has_a_short_term_plan_and_the_larger_a_long_term_one_with_advice_on_its_size()
    {
        Assert.Equal(2, demo.First.Output.Split("short-term-disability: ").Length - 1);
        Assert.Equal(1, demo.First.Output.Split("long-term-disability: ").Length - 1);
        Assert.Contains("'long-term-disability' is self-funded", demo.First.Error, StringComparison.Ordinal);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(demo.Folder, "files", "acme"), "*-disability.csv"));
    }

    // Through the ledger, a funding request and a payment run; Its_books_are_proved proves it.
    [Fact]
    public void The_larger_employer_pays_a_long_term_benefit()
    {
        var position = JsonNode.Parse(
            Cli.Run("position", "--employer", "acme", "--json", "--dir", demo.Folder).Output)!;
        var line = position["disability"]!.AsArray().Single(one => (string)one!["line"]! == "long-term-disability")!;

        Assert.True((int)line["approved"]! > 0);
        Assert.True(decimal.Parse((string)line["paid"]!, CultureInfo.InvariantCulture) > 0);
    }

    [Fact]
    public void Run_again_it_goes_on_and_changes_nothing()
    {
        var before = BooksTables.Rows(demo.Folder);
        var again = demo.Run();
        Assert.True(again.Code == 0, again.Error);
        Assert.Contains("Going on in", again.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing new for acme", again.Error, StringComparison.Ordinal);
        Assert.Equal(before, BooksTables.Rows(demo.Folder));
    }

    [Fact]
    public void Started_over_it_forgets_everything_and_comes_to_the_same()
    {
        var before = BooksTables.Rows(demo.Folder);
        var fresh = demo.Run("--fresh");
        Assert.DoesNotContain("Going on in", fresh.Error, StringComparison.Ordinal);
        Assert.Contains("Import 1 of acme", fresh.Error, StringComparison.Ordinal);
        Assert.Equal(before, BooksTables.Rows(demo.Folder));
    }

    [Fact]
    public void Its_books_are_proved()
    {
        var proof = Cli.Run("verify", "--dir", demo.Folder);
        Assert.True(proof.Code == 0, proof.Output);
        Assert.DoesNotContain("DO NOT AGREE", proof.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("acme")]
    [InlineData("birch")]
    public async Task Its_decisions_are_those_of_adjudicate_over_the_same_files(string employer)
    {
        var files = Path.Combine(demo.Folder, "files", employer);
        var plans = Path.Combine(AppContext.BaseDirectory, "plans", employer);
        var fees = Directory.GetFiles(plans, "*.csv").Concat(Directory.GetFiles(files, "fees.csv")).ToList();
        var adjudicated = Cli.Run(
        [
            "adjudicate", "--json", "--members", .. Directory.GetFiles(files, "*.834"), "--claims",
                .. Directory.GetFiles(files, "*.837"),
            "--plan", .. Directory.GetFiles(plans, "*.yaml").Where(
                path => Path.GetFileName(path) is not ("agreement.yaml" or "stop-loss.yaml")),
            .. fees.SelectMany(path => new[] { "--fees", path }),
            .. Directory.GetFiles(files, "network.csv").SelectMany(path => new[] { "--network", path }),
        ]);
        var lines = adjudicated.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.InRange(lines.Length, 50, 100_000);
        Assert.Equal(lines.Order(StringComparer.Ordinal), (await StoredAsync(employer)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_claim_is_explained_in_words_and_as_json()
    {
        var number = demo.First.Output.Split("openaso explain ")[1].Split(' ')[0];
        var words = Cli.Run("explain", number, "--dir", demo.Folder);
        Assert.True(words.Code == 0, words.Error);
        Assert.InRange(words.Output.Split('\n').Length, 8, 500);
        var json = Cli.Run("explain", number, "--json", "--dir", demo.Folder);
        Assert.StartsWith(number, (string)JsonNode.Parse(json.Output.Split('\n')[0])!["claimId"]!,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("acme", "2026-06-30")]
    [InlineData("birch", "2026-03-31")]
    public void The_position_is_the_same_on_the_screen_and_as_json(string employer, string day)
    {
        var screen = Cli.Run("position", "--employer", employer, "--as-of", day, "--dir", demo.Folder);
        Assert.True(screen.Code == 0, screen.Error);
        var json = JsonNode.Parse(
            Cli.Run("position", "--employer", employer, "--as-of", day, "--json", "--dir", demo.Folder).Output)!;
        var claims = json["claims"]!;
        Assert.InRange((int)claims["received"]!, 10, 100_000);
        Assert.Contains($"{((int)claims["received"]!).ToString("N0", CultureInfo.InvariantCulture)} received",
            screen.Output, StringComparison.Ordinal);
    }

    private async Task<List<string>> StoredAsync(string employer)
    {
        await using var books = await Books.OpenAsync(
            new SqliteOptions(Path.Combine(demo.Folder, Books.FileName)) { Access = DatabaseAccess.Read });
        var scope = EmployerDocuments.Employers(books).Single(scope => scope.Employer.Value == employer);
        var terms = EmployerDocuments.Load(books, scope)!;
        var numbers = books.Database.Read(connection => Dapper.SqlMapper.Query<string>(
            connection, "select distinct claim from claim where employer = @employer", new { employer }).ToList());
        var explain = new ExplainUseCase(books);
        return [.. numbers.SelectMany(number => explain.Find(number)
            .Where(found => found.Scope == scope && found.Standing.Claim.Claim.Id.ToString() == number)
            .Select(found => Line(found, terms)))];
    }

    private static string Line(FoundClaim found, EmployerTerms terms)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            DeterminationJson.Write(writer, found.Standing.Claim, found.Standing.Original, terms.Basis.Plans);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
