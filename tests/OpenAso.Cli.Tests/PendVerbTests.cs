using System.Text.Json.Nodes;
using OpenAso.Claims;
using OpenAso.Operations.Explaining;
using OpenAso.Operations.Pending;

namespace OpenAso.Cli.Tests;

/// <summary>What <c>pend</c> writes, keeps and refuses.</summary>
public sealed class PendVerbTests(DemoCopy demo) : IClassFixture<DemoCopy>
{
    [Fact]
    public void What_waits_is_listed_worked_and_proved()
    {
        var lines = List();
        Assert.All(lines, line => Assert.Empty(SchemaFile.Of("pended-claim").Problems(line)));
        var claim = (string)lines.Select(line => JsonNode.Parse(line)!).First(line =>
            line["pendReasons"]!.AsArray() is [var only] && (string)only! == "suspected-duplicate")["claimId"]!;
        string[] release = ["release", "--set-aside", "suspected-duplicate", "--reason", "two services", "--by", "ann"];

        Assert.False((bool)Json(0, claim, [.. release, "--dry-run"])["kept"]!);
        Assert.Equal("still the same", lines.SequenceEqual(List()) ? "still the same" : "changed");
        Assert.Equal("pended", (string)Json(1, claim, "release", "--reason", "try", "--by", "ann")["status"]!);
        Assert.True((bool)Json(0, claim, "note", "--reason", "looked at", "--by", "ann")["kept"]!);
        Assert.Equal($"{claim}-2", (string)Json(0, claim, release)["decidedAs"]!);
        Assert.Equal(lines.Length - 1, List().Length);
        Assert.Equal(2, Run(claim, release).Code);
        Assert.Equal(0, Cli.Run("verify", "--dir", demo.Folder).Code);
    }

    [Theory]
    [InlineData("deny --because none --reason x --by ann", "Name one of these reasons")]
    [InlineData("deny --because limit-reached --reason x --by ann", "Name one of these reasons")]
    [InlineData("release --price 1 --reason x --by ann", "--price expects a line and its price")]
    [InlineData("release --price 1=-1 --reason x --by ann", "--price expects a line and its price")]
    [InlineData("release --set-aside no-price --reason x --by ann", "--set-aside expects one of")]
    [InlineData("release --person 300 --reason x --by ann", "--person expects 1 to 255")]
    public void What_cannot_be_is_refused_in_one_line(string arguments, string words)
    {
        var claim = (string)JsonNode.Parse(List()[^1])!["claimId"]!;
        var result = Run(claim, arguments.Split(' '));
        Assert.Equal(2, result.Code);
        Assert.Contains(words, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_codes_of_the_schemas_are_the_codes_of_the_program()
    {
        foreach (var schema in new[] { "pended-claim", "pend-outcome" })
            Assert.Equal(
                Enum.GetValues<PendReasons>().SelectMany(ClaimWords.Of).Distinct(),
                Words(SchemaFile.Of(schema).Root["$defs"]!["reasons"]!["items"]!));
        Assert.Equal(
            Enum.GetNames<PendAction>().Select(Documents.Words.Of),
            Words(SchemaFile.Of("pend-outcome").Root["properties"]!["action"]!));
    }

    private static IEnumerable<string> Words(JsonNode schema) =>
        schema["enum"]!.AsArray().Select(word => (string)word!);

    private string[] List() => Cli.Run(
            "pend", "list", "--employer", "acme", "--date", "2026-12-31", "--json", "--dir", demo.Folder).Output
        .Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private JsonNode Json(int code, string claim, params string[] arguments)
    {
        var result = Run(claim, [.. arguments, "--json"]);
        Assert.Equal((code, result.Error), (result.Code, result.Error));
        Assert.Empty(SchemaFile.Of("pend-outcome").Problems(result.Output));
        return JsonNode.Parse(result.Output)!;
    }

    private CliResult Run(string claim, params string[] arguments) => Cli.Run(
        ["pend", .. arguments, "--employer", "acme", "--claim", claim, "--dir", demo.Folder]);
}
