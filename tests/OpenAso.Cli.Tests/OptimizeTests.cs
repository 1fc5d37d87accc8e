using System.Text.Json.Nodes;

namespace OpenAso.Cli.Tests;

public sealed class OptimizeTests : IDisposable
{
    private const string Small = """
        options: {specific: [50000, 100000], corridor: [1.25, none]}
        premium: {specific-loss-ratio: 0.70, aggregate-loss-ratio: 0.50}
        tolerance: {weight: 0.2}
        budget: 1900000

        """;

    private readonly BadInputFolder _folder = new();
    private readonly string _risk = Repository.PathOf("plans/acme/risk-example/risk.yaml");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Options_are_compared_for_people_for_programs_and_as_a_picture()
    {
        var options = _folder.Write("options.yaml", Small);

        var screen = Cli.Run("optimize", "--risk", _risk, "--options", options, "--pictures", _folder.PathOf("new"));
        var json = Cli.Run("optimize", "--risk", _risk, "--options", options, "--json");

        Assert.Equal((ExitCode.Done, ExitCode.Done), (screen.Code, json.Code));
        Assert.Contains("Recommended (*)", screen.Output, StringComparison.Ordinal);
        Assert.Empty(SchemaFile.Of("optimize").Problems(json.Output));
        Assert.NotEmpty(SchemaFile.Of("optimize").Problems("""{"level":0.99}"""));
        Assert.Contains(
            JsonNode.Parse(json.Output)!["recommended"]!["option"]!.ToString(),
            File.ReadAllText(_folder.PathOf("new/frontier.svg")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_file_is_an_option_whose_left_out_terms_are_said()
    {
        var run = Cli.Run(
            "optimize", "--risk", _risk, "--options", _folder.Write("options.yaml", Small), "--json",
            "--quotes", Repository.PathOf("plans/acme/stop-loss.yaml"),
            "--census", Repository.PathOf("plans/acme/stop-loss-example/census.csv"));

        Assert.Equal(ExitCode.NeedsAttention, run.Code);
        Assert.Contains("DEC059", run.Error, StringComparison.Ordinal);
        Assert.Equal("quote", JsonNode.Parse(run.Output)!["options"]![0]!["premium"]!["from"]!.ToString());
        Assert.Empty(SchemaFile.Of("optimize").Problems(run.Output));
    }

    [Fact]
    public void Policies_without_a_census_and_options_that_cannot_be_read_are_named()
    {
        var options = _folder.Write("options.yaml", "options: {}\n");

        var unpriced = Cli.Run(
            "optimize", "--risk", _risk, "--options", options,
            "--quotes", Repository.PathOf("plans/acme/stop-loss.yaml"));
        var broken = Cli.Run("optimize", "--risk", _risk, "--options", options);

        Assert.Equal((ExitCode.CouldNotRun, ExitCode.CouldNotRun), (unpriced.Code, broken.Code));
        Assert.Contains("--census", unpriced.Error, StringComparison.Ordinal);
        Assert.Contains("options.yaml", broken.Error, StringComparison.Ordinal);
    }
}
