using System.Text.Json;

namespace OpenAso.Cli.Tests;

public sealed class DistributionVerbTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    [Fact]
    public void The_sample_is_computed_for_people_and_for_programs()
    {
        var sample = Repository.PathOf("plans/acme/risk-example/risk.yaml");

        var screen = Cli.Run("distribution", "--risk", sample);
        var json = Cli.Run("distribution", "--risk", sample, "--json");

        Assert.Equal((ExitCode.Done, ExitCode.Done), (screen.Code, json.Code));
        Assert.Contains("group-sigma 0.1", screen.Output, StringComparison.Ordinal);
        Assert.Equal("", json.Error);
        Assert.Empty(SchemaFile.Of("distribution").Problems(json.Output));
    }

    [Fact]
    public void An_output_without_its_numbers_is_not_valid() =>
        Assert.NotEmpty(SchemaFile.Of("distribution").Problems("""{"expectedGross":"12.30"}"""));

    // The example of two thousand two hundred members, as published.
    [Fact]
    public void Numbers_are_plain_and_those_that_were_published()
    {
        var run = Run("""
            members: [{ count: 2200, factor: 1.0 }]
            severity: { zero: 0.14, mu: 7.53, sigma: 1.725 }
            specific: 150000
            group-sigma: 0
            multiples: [1.1]
            quantiles: [0.99]
            """);

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(13_940_573.90, json.RootElement.GetProperty("expectedRetained").GetDouble(), 0.01);
        Assert.Equal(
            13_615.3031, json.RootElement.GetProperty("exceedances")[0].GetProperty("cost").GetDouble(), 0.0137);
    }

    [Fact]
    public void A_document_that_cannot_be_meant_is_named_and_not_computed()
    {
        var run = Run("members: [{count: 220}]\nspecific: -1\n");

        Assert.Equal(ExitCode.CouldNotRun, run.Code);
        Assert.Contains("DEC002", run.Error, StringComparison.Ordinal);
        Assert.Contains("(2,", run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public void A_warning_is_done_and_needs_attention()
    {
        var run = Run("members: [{count: 22}]\nlasered: [{count: 1, deductible: 100}]\nspecific: 20000\n");

        Assert.Equal(ExitCode.NeedsAttention, run.Code);
        Assert.Contains("DEC006", run.Error, StringComparison.Ordinal);
        Assert.Empty(SchemaFile.Of("distribution").Problems(run.Output));
    }

    public void Dispose() => File.Delete(_file);

    private CliResult Run(string risk)
    {
        File.WriteAllText(_file, risk);
        return Cli.Run("distribution", "--risk", _file, "--json");
    }
}
