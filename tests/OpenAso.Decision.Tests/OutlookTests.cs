using System.Text.Json;
using OpenAso.Decision.Distributions;

namespace OpenAso.Decision.Tests;

public sealed class OutlookTests
{
    private static readonly ClaimSeverities Severities =
        ClaimSeverityReader.Read(Repository.Read("rules/claim-severity.yaml"), "claim-severity.yaml").Value!;

    // The contract's own example, whose results are published (R2 and, with a sigma, R5).
    [Theory]
    [InlineData("0", 1_160_363.53, 0.03264754, 2_207.5355)]
    [InlineData("0.10", 1_158_589.513, 0.05468885, 4_747.059)]
    public void A_risk_document_gives_the_published_results(
        string sigma, double retained, double probability, double cost)
    {
        var json = Json($$"""
            members: [{ count: 220, factor: 1.0 }]
            severity: { zero: 0.14, mu: 7.53, sigma: 1.725 }
            specific: 50000
            group-sigma: {{sigma}}
            multiples: [1.25]
            quantiles: [0.9]
            """);

        var exceedance = json.GetProperty("exceedances")[0];
        Assert.Equal(1_560_656.55, json.GetProperty("expectedGross").GetDouble(), 0.01);
        Assert.Equal(retained, json.GetProperty("expectedRetained").GetDouble(), 0.01);
        Assert.Equal(1.25, exceedance.GetProperty("multiple").GetDouble());
        Assert.Equal(probability, exceedance.GetProperty("probability").GetDouble(), 3.3e-8);
        Assert.Equal(cost, exceedance.GetProperty("cost").GetDouble(), cost * 1e-6);
        Assert.InRange(json.GetProperty("numericalError").GetDouble(), 0, 1e-8);
    }

    [Fact]
    public void Numbers_keep_all_their_digits()
    {
        var risk = RiskReader.Read("members: [{count: 7}]\nspecific: 20000\n", "risk.yaml", Severities).Value!;
        var outlook = YearOutlook.Of(risk);

        using var json = JsonDocument.Parse(OutlookJson.Of(outlook));

        Assert.Equal(outlook.Moments.ExpectedRetained, json.RootElement.GetProperty("expectedRetained").GetDouble());
        Assert.Equal(
            outlook.Quantiles[1].Value, json.RootElement.GetProperty("quantiles")[1].GetProperty("value").GetDouble());
    }

    [Fact]
    public void The_sample_has_a_grid_in_which_a_higher_specific_costs_less_and_leaves_more()
    {
        var sample = Repository.Read("plans/acme/risk-example/risk.yaml");
        var risk = RiskReader.Read(sample, "risk.yaml", Severities).Value!;

        var grid = YearOutlook.Of(risk).Grid.Items;

        Assert.Equal(12, grid.Length);
        var at = grid.Where(cell => cell.Multiple == 1.25).ToList();
        Assert.True(at[0].SpecificCost > at[1].SpecificCost && at[1].SpecificCost > at[2].SpecificCost);
        Assert.True(at[0].ExpectedKept < at[1].ExpectedKept && at[1].ExpectedKept < at[2].ExpectedKept);
    }

    [Fact]
    public void Every_named_severity_shows_the_facts_that_it_is_held_against()
    {
        Assert.Equal(
            ["us-commercial", "us-commercial-heavy-tail"], Severities.Tables.Items.Select(table => table.Name));
        Assert.All(Severities.Tables.Items, table =>
        {
            Assert.NotEmpty(table.Checks.Items);
            Assert.All(table.Checks.Items, check => Assert.True(check.Holds(table.Severity)));
        });
    }

    // The published facts of the default model, to the digits that were published.
    [Theory]
    [InlineData(SeverityFact.TopShare, 0.01, 0.293, 0.0006)]
    [InlineData(SeverityFact.TopShare, 0.05, 0.561, 0.0006)]
    [InlineData(SeverityFact.TopShare, 0.10, 0.702, 0.0006)]
    [InlineData(SeverityFact.TopShare, 0.20, 0.840, 0.0006)]
    [InlineData(SeverityFact.BottomShare, 0.50, 0.027, 0.0006)]
    [InlineData(SeverityFact.TopMean, 0.01, 207_957, 1)]
    [InlineData(SeverityFact.TopMean, 0.20, 29_795, 1)]
    [InlineData(SeverityFact.TopLeast, 0.20, 6_568, 1)]
    [InlineData(SeverityFact.ProbabilityAbove, 25_000, 0.05687, 0.000006)]
    [InlineData(SeverityFact.ProbabilityAbove, 100_000, 0.00901, 0.000006)]
    [InlineData(SeverityFact.ProbabilityAbove, 2_000_000, 0.0000224, 0.00000006)]
    [InlineData(SeverityFact.ExcessShare, 25_000, 0.387, 0.0006)]
    [InlineData(SeverityFact.ExcessShare, 150_000, 0.107, 0.0006)]
    [InlineData(SeverityFact.ExcessShare, 1_000_000, 0.011, 0.0006)]
    public void The_usual_severity_has_its_published_shape(
        SeverityFact fact, double at, double published, double within) =>
        Assert.Equal(published, new SeverityCheck(fact, at, 0, 0, "").Of(Severities.Usual.Severity), within);

    [Fact]
    public void A_severity_that_misses_a_fact_is_refused()
    {
        var text = Repository.Read("rules/claim-severity.yaml");

        var read = ClaimSeverityReader.Read(text.Replace("mu: 7.53", "mu: 7.60", StringComparison.Ordinal), "a.yaml");

        Assert.Null(read.Value);
        Assert.All(read.Findings, finding => Assert.Equal(DecisionCodes.CheckFails, finding.Code));
    }

    private static JsonElement Json(string text)
    {
        var risk = RiskReader.Read(text, "risk.yaml", Severities).Value!;
        return JsonDocument.Parse(OutlookJson.Of(YearOutlook.Of(risk))).RootElement;
    }
}
