using System.Globalization;
using System.Text.Json.Nodes;
using OpenAso.Decision.Comparing;

namespace OpenAso.Cli.Tests;

public sealed class CompareVerbTests : IDisposable
{
    private static readonly string Risk = Repository.PathOf("plans/acme/compare-example/risk.yaml");
    private static readonly string Quotes = Repository.PathOf("plans/acme/compare-example/quotes.yaml");
    private readonly BadInputFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_sample_is_compared_for_people_and_for_programs()
    {
        var screen = Run("--years", "2", "--runs", "200");
        var json = Run("--years", "2", "--runs", "200", "--json");

        Assert.Equal((ExitCode.Done, ExitCode.Done), (screen.Code, json.Code));
        foreach (var part in (string[])["Advice:", "dearer", "at most", "Cash:", "What would change", "Reasons",
            "Rests on"])
            Assert.Contains(part, screen.Output, StringComparison.Ordinal);
        Assert.All(screen.Output.Split('\n'), line => Assert.DoesNotContain("…", line, StringComparison.Ordinal));
        Assert.Equal("", json.Error);
        var answer = Parsed(json);
        Assert.Equal(4, answer["options"]!.AsArray().Count);
        Assert.Null(answer["past"]);
    }

    // The decision oracle of the actuarial reference, through the command line.
    [Fact]
    public void Published_numbers_come_out_with_all_their_digits()
    {
        var risk = _folder.Write("risk.yaml", """
            members: [{count: 220}]
            severity: {zero: 0.14, mu: 7.53, sigma: 1.725}
            specific: 50000
            group-sigma: 0
            """);
        var quotes = _folder.Write("quotes.yaml", """
            employees: 100
            state: US-OH
            year: 2026
            trend: 8%
            insured: {loss-ratio: 85%}
            aso:
              name: aso
              administration: 45
              specific: {deductible: 50000, loss-ratio: 70%}
              aggregate: {corridor: 125%, loss-ratio: 50%}
            exceed-by: [100000]
            """);
        var first = Parsed(Cli.Run(
            "compare", "--risk", risk, "--quotes", quotes, "--years", "1", "--runs", "100", "--json"))
            ["options"]![0]!["firstYear"]!;

        Near(1_788_418.2384, first["expected"]);
        Near(47_648.2920, first["expectedSaving"]);
        Near(0.36998029, first["probabilityDearer"]);
        Near(38_537.3204, first["expectedDearer"]);
    }

    [Fact]
    public void Past_years_of_a_file_are_told_as_money()
    {
        var past = _folder.Write("past.csv", """
            year,member_months,claims,pooled_claims,fees,stop_loss_premium,recoveries
            2024,2640,1250000.00,1010000.00,56000.00,480000.00,240000.00
            2025,2652,1410000.50,1090000.50,57500.00,525000.00,320000.00
            """);
        var answer = Parsed(Run("--years", "1", "--runs", "100", "--past", past, "--json"));

        var years = answer["past"]!["years"]!.AsArray();
        Assert.Equal("1672500.50", (string)years[1]!["ownCost"]!);
        Assert.Equal(
            Amount(answer["past"]!["saving"]),
                years.Sum(year => Amount(year!["insuredPremium"]) - Amount(year["ownCost"])));
        Assert.Contains("Past years", Run("--years", "1", "--runs", "100", "--past", past).Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("year,member_months,claims\n2025,2640,-5\n")]
    [InlineData("year,member_months,claims\n25,2640,1250000.00\n")]
    [InlineData("year,member_months,claims\n2025,many,1250000.00\n")]
    [InlineData("year,member_months,claims,pooled_claims\n2025,2640,100.00,200.00\n")]
    [InlineData("year,member_months,claims\n2025,2640,\n")]
    public void Past_years_that_cannot_be_read_are_named(string csv)
    {
        var run = Run("--years", "1", "--runs", "100", "--past", _folder.Write("past.csv", csv));

        Assert.Equal(ExitCode.NeedsAttention, run.Code);
        Assert.Contains("CSV", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--years", "0")]
    [InlineData("--years", "6")]
    [InlineData("--runs", "5")]
    [InlineData("--past", "nowhere.csv")]
    [InlineData("--employer", "acme")]
    public void What_cannot_be_asked_is_said_in_one_line(string option, string value)
    {
        var run = Run(option, value);

        Assert.Equal(ExitCode.CouldNotRun, run.Code);
        Assert.Equal("", run.Output);
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Experience_rating_of_a_small_group_is_refused_with_the_place_and_the_mend()
    {
        var quotes = _folder.Write("quotes.yaml", Repository.Text("plans/acme/compare-example/quotes.yaml")
            .Replace("state: US-OH", "state: US-NY", StringComparison.Ordinal));
        var run = Cli.Run("compare", "--risk", Risk, "--quotes", quotes);

        Assert.Equal(ExitCode.CouldNotRun, run.Code);
        Assert.Contains(ComparingCodes.NotExperienceRated, run.Error, StringComparison.Ordinal);
        Assert.Contains("community-trend", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_of_the_schema_are_the_words_of_the_program()
    {
        Assert.Equal(Words<Driver>(), SchemaFile.Of("comparison").Words("driver"));
        Assert.Equal(Words<Verdict>(), SchemaFile.Of("comparison").Words("verdict"));
        Assert.Equal(Words<AdviceTopic>(), SchemaFile.Of("comparison").Words("topic"));
        Assert.Equal(Words<AdviceSide>(), SchemaFile.Of("comparison").Words("side"));
        Assert.Equal(Words<FigureStatus>(), SchemaFile.Of("comparison").Words("status"));
    }

    [Fact]
    public void An_answer_without_its_numbers_is_not_valid() =>
        Assert.NotEmpty(SchemaFile.Of("comparison").Problems("""{"year":2026}"""));

    private static string[] Words<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(Documents.Words.Of)];

    private static JsonNode Parsed(CliResult run)
    {
        Assert.True(run.Output.Length > 0, run.Error);
        var line = Assert.Single(run.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(SchemaFile.Of("comparison").Problems(line));
        return JsonNode.Parse(line)!;
    }

    private static decimal Amount(JsonNode? node) => decimal.Parse((string)node!, CultureInfo.InvariantCulture);

    private static void Near(double expected, JsonNode? actual) =>
        Assert.Equal(expected, (double)actual!, Math.Abs(expected) * 1e-6);

    private static CliResult Run(params string[] more) =>
        BadInputFolder.Run(["compare", "--risk", Risk, "--quotes", Quotes, .. more]);
}
