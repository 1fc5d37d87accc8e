using System.Text.Json.Nodes;
using OpenAso.Kernel;
using OpenAso.Operations.Reserving;

namespace OpenAso.Cli.Tests;

/// <summary>The verbs that tell of the time to come from the books: reserve, forecast, experience.</summary>
public sealed class OutlookTests(OutlookFixture books) : IClassFixture<OutlookFixture>
{
    [Fact]
    public void A_reserve_of_the_books_is_that_of_the_triangle_it_writes()
    {
        var file = books.PathOf("triangle.csv");
        string[] asked = ["--dir", books.Books, "--as-of", "2026-07-31", "--basis", "paid", "--export", file];
        var ofBooks = Json("reserve", 0, ["reserve", .. asked]);
        var ofFile = Json("reserve", 0, ["reserve", "--triangle", file, "--incremental"]);

        foreach (var same in new[] { "latest", "ultimate", "ibnr", "factors", "byOrigin", "ages", "residuals" })
            Assert.Equal(ofFile[same]!.ToJsonString(), ofBooks[same]!.ToJsonString());
        Assert.Null(ofFile["books"]);
        var statement = ofBooks["books"]!["statement"]!;
        Assert.Equal(
            (decimal)statement["pended"]! + (decimal)statement["decided"]!, (decimal)statement["reportedNotPaid"]!);
        Assert.Equal(7, ofBooks["byOrigin"]!.AsArray().Count);
    }

    [Fact]
    public void A_reserve_is_shown_by_line_and_grid_and_its_parts_stand_on_the_screen()
    {
        var screen = Cli.Run("reserve", "--dir", books.Books, "--as-of", "2026-07-31", "--line", "medical", "--margin",
            "0.1");
        Assert.Equal(0, screen.Code);
        foreach (var part in new[] { "medical", "decided and not paid", "pended", "margin", "to be set aside" })
            Assert.Contains(part, screen.Output, StringComparison.Ordinal);

        var quarters = Json(
            "reserve", 0, "reserve", "--dir", books.Books, "--as-of", "2026-07-31", "--grid", "quarter");
        Assert.Equal("2026-06-30", (string)quarters["books"]!["through"]!);
        Assert.Equal(["2026-Q1", "2026-Q2"], quarters["byOrigin"]!.AsArray().Select(row => (string)row!["origin"]!));
    }

    [Fact]
    public void Few_months_ask_for_attention_and_none_is_no_reserve()
    {
        var early = Json("reserve", 1, "reserve", "--dir", books.Books, "--as-of", "2026-04-15");
        Assert.Contains(early["diagnostics"]!.AsArray(), one => (string)one!["code"]! == "RSV032");

        var none = Cli.Run("reserve", "--dir", books.Books, "--as-of", "2026-01-15");
        Assert.Equal(2, none.Code);
        Assert.Contains("RSV030", none.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--triangle x.csv --as-of 2026-01-31", "take one of the two")]
    [InlineData("--incremental", "name it by --triangle")]
    [InlineData("--line teeth", "medical, dental")]
    [InlineData("--margin 2", "a share from 0 to 1")]
    public void Options_that_do_not_go_together_or_cannot_be_meant_are_refused(string words, string said)
    {
        var run = Cli.Run(["reserve", "--dir", books.Books, .. words.Split(' ')]);

        Assert.Equal(2, run.Code);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_forecast_is_one_line_that_its_schema_describes_and_adds_up()
    {
        var forecast = Json(
            "forecast", 0, "forecast", "--dir", books.Books, "--as-of", "2026-07-31", "--weeks", "6", "--back-test");

        Assert.Equal(6, forecast["weeks"]!.AsArray().Count);
        Assert.Equal([1, 4, 6], forecast["horizons"]!.AsArray().Select(one => (int)one!["weeks"]!));
        Assert.Equal("2026-08-01", (string)forecast["weeks"]![0]!["first"]!);
        Assert.NotEmpty(forecast["backTest"]!.AsArray());
        var all = forecast["horizons"]![2]!;
        Assert.Equal(
            (double)all["claims"]!["expected"]! + (double)all["other"]!, (double)all["cash"]!["expected"]!, 6);
        Assert.Equal(
            (double)all["claims"]!["expected"]!,
            forecast["weeks"]!.AsArray().Sum(week => (double)week!["claims"]!["expected"]!), 4);
        Assert.Equal([.05, .25, .5, .75, .95],
            all["cash"]!["quantiles"]!.AsArray().Select(quantile => (double)quantile!["p"]!));
    }

    [Fact]
    public void A_forecast_is_shown_and_books_that_are_too_short_say_what_is_needed()
    {
        var screen = Cli.Run("forecast", "--dir", books.Books, "--as-of", "2026-07-31", "--back-test");
        Assert.Equal(0, screen.Code);
        foreach (var part in new[] { "13 weeks, claims", "fund", "Past forecasts" })
            Assert.Contains(part, screen.Output, StringComparison.Ordinal);

        var early = Json("forecast", 1, "forecast", "--dir", books.Books, "--as-of", "2026-02-28");
        Assert.Null(early["horizons"]![0]!["claims"]);
        Assert.Contains(early["findings"]!.AsArray(), one => (string)one!["code"]! == "FCT001");
        Assert.Equal(2, Cli.Run("forecast", "--dir", books.Books, "--weeks", "53").Code);
    }

    [Fact]
    public void Own_experience_is_written_as_a_risk_document_that_distribution_reads()
    {
        var file = books.PathOf("risk.yaml");
        string[] asked = ["experience", "--dir", books.Books, "--pooling", "5000", "--as-of", "2026-07-31"];
        var experience = Json("experience", 0, [.. asked, "--manual", "3000", "--write", file]);

        Assert.Equal(7, (int)experience["months"]!);
        Assert.InRange((double)experience["credibility"]!, 0.001, 0.999);
        Assert.Empty(SchemaFile.Of("risk").Problems(SchemaYaml.Typed(File.ReadAllText(file))));
        Assert.Equal(0, Cli.Run("distribution", "--risk", file).Code);
        Assert.Contains("credibility of the own", Cli.Run(asked).Output, StringComparison.Ordinal);
        Assert.Equal(2, Cli.Run([.. asked, "--severity", "none-such"]).Code);
    }

    [Fact]
    public void The_words_of_the_schemas_are_the_words_of_the_program()
    {
        Assert.Equal(Words<LineOfCoverage>(), SchemaFile.Of("reserve").Words("line"));
        Assert.Equal(Words<LineOfCoverage>(), SchemaFile.Of("experience").Words("line"));
        Assert.Equal(Words<TriangleBasis>(), SchemaFile.Of("reserve").Words("basis"));
        Assert.Equal(Words<ReserveGrid>(), SchemaFile.Of("reserve").Words("grid"));
        Assert.NotEmpty(SchemaFile.Of("forecast").Problems("""{"employer":"acme"}"""));
        Assert.NotEmpty(SchemaFile.Of("experience").Problems("""{"employer":"acme"}"""));
    }

    private static string[] Words<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(Documents.Words.Of)];

    private static JsonNode Json(string schema, int code, params string[] arguments)
    {
        var run = Cli.Run([.. arguments, "--json"]);
        Assert.True(run.Code == code, $"openaso {string.Join(' ', arguments)} ended with {run.Code}.\n{run.Error}");
        var line = Assert.Single(run.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(SchemaFile.Of(schema).Problems(line));
        return JsonNode.Parse(line)!;
    }
}
