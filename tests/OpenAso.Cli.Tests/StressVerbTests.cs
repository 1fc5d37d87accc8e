using System.Text.Json;

namespace OpenAso.Cli.Tests;

public sealed class StressVerbTests : IDisposable
{
    private static readonly string Risk = Repository.PathOf("plans/acme/risk-example/risk.yaml");
    private static readonly string Terms = Repository.PathOf("plans/acme/stress-example/stress.yaml");
    private readonly string _file = Path.GetTempFileName();

    [Fact]
    public void The_sample_is_told_to_people_and_to_programs()
    {
        var screen = Cli.Run("stress", "--risk", Risk, "--terms", Terms, "--runs", "100");
        var json = Cli.Run("stress", "--risk", Risk, "--terms", Terms, "--runs", "100", "--json");

        Assert.Equal((ExitCode.Done, ExitCode.Done), (screen.Code, json.Code));
        Assert.Contains("one claimant of 3,000,000", screen.Output, StringComparison.Ordinal);
        Assert.Contains("DEC034", screen.Output, StringComparison.Ordinal);
        Assert.Contains("Assumed:", screen.Output, StringComparison.Ordinal);
        Assert.Equal("", json.Error);
        Assert.Empty(SchemaFile.Of("stress").Problems(json.Output));
    }

    [Fact]
    public void An_output_without_its_numbers_is_not_valid() =>
        Assert.NotEmpty(SchemaFile.Of("stress").Problems("""{"years":1,"base":{"gross":"12.30"}}"""));

    [Fact]
    public void Several_years_are_told_by_month_and_by_quarter()
    {
        File.WriteAllText(_file, "years: 3\ncontract: {first: 12/15, renewal: 15/12}\n");

        var json = Cli.Run("stress", "--risk", Risk, "--terms", _file, "--runs", "60", "--json");
        var screen = Cli.Run("stress", "--risk", Risk, "--terms", _file, "--runs", "60");

        Assert.Empty(SchemaFile.Of("stress").Problems(json.Output));
        using var document = JsonDocument.Parse(json.Output);
        Assert.Equal(36, document.RootElement.GetProperty("base").GetProperty("months").GetArrayLength());
        Assert.Equal(6, document.RootElement.GetProperty("scenarios").GetArrayLength());
        Assert.Contains("34–36", screen.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_scenarios_that_were_asked_for_are_told_and_an_unknown_one_is_named()
    {
        var one = Cli.Run("stress", "--risk", Risk, "--scenario", "accident", "--runs", "20", "--json");
        var none = Cli.Run("stress", "--risk", Risk, "--scenario", "meteor", "--runs", "20");

        using var document = JsonDocument.Parse(one.Output);
        var told = Assert.Single(document.RootElement.GetProperty("scenarios").EnumerateArray());
        Assert.Equal("accident", told.GetProperty("id").GetString());
        Assert.Equal(ExitCode.CouldNotRun, none.Code);
        Assert.Contains("late-recoveries", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Terms_that_cannot_be_meant_are_named_and_nothing_is_computed()
    {
        File.WriteAllText(_file, "contract: {first: 12/9}\n");

        var run = Cli.Run("stress", "--risk", Risk, "--terms", _file);

        Assert.Equal((ExitCode.CouldNotRun, ""), (run.Code, run.Output));
        Assert.Contains("DEC030", run.Error, StringComparison.Ordinal);
        Assert.Contains("(1,", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => File.Delete(_file);
}
