using OpenAso.Decision.Distributions;
using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Decision.Tests;

public sealed class RiskReaderTests
{
    private const string Whole = """
        members: [{ count: 220, factor: 1.0 }]
        severity: { zero: 0.14, mu: 7.53, sigma: 1.725 }
        specific: 50000
        group-sigma: 0
        multiples: [1.0, 1.1]
        quantiles: [0.5, 0.99]

        """;

    private static readonly ClaimSeverities Severities =
        ClaimSeverityReader.Read(Repository.Read("rules/claim-severity.yaml"), "claim-severity.yaml").Value!;

    [Fact]
    public void The_sample_is_read_without_a_finding()
    {
        var read = RiskReader.Read(Repository.Read("plans/acme/risk-example/risk.yaml"), "risk.yaml", Severities);

        Assert.Empty(read.Findings);
        Assert.Equal(222, read.Value!.Group.People);
        Assert.Equal(0.10, read.Value.GroupSigma);
    }

    [Fact]
    public void What_is_left_out_takes_its_usual_value()
    {
        var risk = Read("members: [{count: 10}]\nspecific: 50000\n").Value!;

        Assert.Equal(0.10, risk.GroupSigma);
        Assert.Equal([1.0, 1.1, 1.25, 1.5], risk.Multiples.Items);
        Assert.Equal([0.5, 0.9, 0.99], risk.Quantiles.Items);
        Assert.Equal(1, risk.Members[0].Factor);
        Assert.Same(Severities.Usual.Severity, risk.Members[0].Severity);
    }

    [Theory]
    [InlineData("count: 220", "count: 0", "DOC020", 1)]
    [InlineData("count: 220", "count: -5", "DOC020", 1)]
    [InlineData("factor: 1.0", "factor: -1.0", DecisionCodes.OutOfRange, 1)]
    [InlineData("factor: 1.0", "factor: 0", DecisionCodes.OutOfRange, 1)]
    [InlineData("factor: 1.0", "factor: double", DecisionCodes.NotANumber, 1)]
    [InlineData("factor: 1.0", "factor: NaN", DecisionCodes.NotANumber, 1)]
    [InlineData("factor: 1.0", "faktor: 1.0", "DOC010", 1)]
    [InlineData("[{ count: 220, factor: 1.0 }]", "[]", DecisionCodes.Nobody, 1)]
    [InlineData("zero: 0.14", "zero: 1", DecisionCodes.OutOfRange, 2)]
    [InlineData("zero: 0.14", "zero: -0.1", DecisionCodes.OutOfRange, 2)]
    [InlineData("sigma: 1.725", "sigma: 0", DecisionCodes.OutOfRange, 2)]
    [InlineData(", sigma: 1.725", "", "DOC011", 2)]
    [InlineData("mu: 7.53", "gamma: {shape: 1, scale: 2}, mu: 7.53", DecisionCodes.NotASeverity, 2)]
    [InlineData("{ zero: 0.14, mu: 7.53, sigma: 1.725 }", "us-comercial", DecisionCodes.NotASeverity, 2)]
    [InlineData("{ zero: 0.14, mu: 7.53, sigma: 1.725 }", "{ table: [{amount: 5, probability: 0.9}] }",
        DecisionCodes.DoesNotAddUp, 2)]
    [InlineData("{ zero: 0.14, mu: 7.53, sigma: 1.725 }", "{ table: [] }", DecisionCodes.DoesNotAddUp, 2)]
    [InlineData("specific: 50000", "specific: 0", DecisionCodes.OutOfRange, 3)]
    [InlineData("specific: 50000", "specific: $50,000", DecisionCodes.NotANumber, 3)]
    [InlineData("group-sigma: 0", "group-sigma: -0.1", DecisionCodes.OutOfRange, 4)]
    [InlineData("multiples: [1.0", "multiples: [-1.0", DecisionCodes.OutOfRange, 5)]
    [InlineData("quantiles: [0.5", "quantiles: [1", DecisionCodes.OutOfRange, 6)]
    [InlineData("quantiles: [0.5", "quantiles: [50", DecisionCodes.OutOfRange, 6)]
    public void What_cannot_be_meant_is_named_with_its_line(string written, string broken, string code, int line)
    {
        Assert.Contains(written, Whole, StringComparison.Ordinal);
        var read = Read(Whole.Replace(written, broken, StringComparison.Ordinal));

        Assert.Null(read.Value);
        var finding = Assert.Single(read.Findings);
        Assert.Equal((code, "risk.yaml", line), (finding.Code, finding.Place.File, finding.Place.Line));
    }

    [Fact]
    public void A_missing_specific_is_asked_for_and_none_has_to_be_said()
    {
        Assert.Equal(DocumentCodes.MissingKey, Assert.Single(Read("members: [{count: 10}]\n").Findings).Code);
        Assert.Equal(double.PositiveInfinity,
            Read("members: [{count: 10}]\nspecific: none\n").Value!.Members[0].Deductible);
    }

    [Fact]
    public void A_laser_below_the_specific_is_warned_of_and_computed()
    {
        var read = Read(Whole + "lasered: [{count: 1, factor: 15, deductible: 40000}]\n");

        Assert.Equal(DecisionCodes.LaserNotAbove, Assert.Single(read.Findings).Code);
        Assert.Equal(40_000, read.Value!.Lasered[0].Deductible);
    }

    [Fact]
    public void A_specific_above_every_claim_of_a_table_is_told()
    {
        var read = Read("""
            members: [{count: 30}]
            severity: {table: [{amount: 0, probability: 0.5}, {amount: 800.50, probability: 0.5}]}
            specific: 1000
            group-sigma: 0
            """);

        Assert.Equal((DecisionCodes.NothingPasses, Severity.Information),
            Assert.Single(read.Findings.Select(finding => (finding.Code, finding.Severity))));
        Assert.Equal(0, YearOutlook.Of(read.Value!).Moments.ExpectedSpecific);
    }

    [Theory]
    [InlineData("{zero: 0.2, gamma: {shape: 0.5, scale: 20000}}", 8_000)]
    [InlineData("{pareto: {shape: 2.5, scale: 30000}}", 20_000)]
    [InlineData("us-commercial", 7_093.893412967278)]
    [InlineData("{table: [{amount: 0, probability: 0.5}, {amount: 800.50, probability: 0.5}]}", 400.25)]
    public void Every_kind_of_severity_has_its_mean(string severity, double mean) =>
        Assert.Equal(mean, Read($"members: [{{count: 10}}]\nspecific: 50000\nseverity: {severity}\n")
            .Value!.Members[0].Severity.Mean, 1e-9 * mean);

    private static Parsed<RiskDocument?> Read(string text) => RiskReader.Read(text, "risk.yaml", Severities);
}
