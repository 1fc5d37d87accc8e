using OpenAso.Decision.Distributions;
using OpenAso.Decision.Optimizing;
using OpenAso.Kernel;

namespace OpenAso.Decision.Tests.Optimizing;

public class OptionCostsTests
{
    private const string Known = """
        members: [{ count: 220, factor: 1.0 }]
        severity: { zero: 0.14, mu: 7.53, sigma: 1.725 }
        specific: 50000
        group-sigma: 0

        """;

    // The decision of the actuarial reference: administration of 54,000, specific at 70 %, aggregate 125 % at 50 %.
    [Fact]
    public void R2_the_published_premiums_expected_cost_and_maximum_come_out()
    {
        var study = Study("""
            fixed: 54000
            budget: 1836066.53
            options: { specific: 50000, corridor: 1.25 }
            premium: { specific-loss-ratio: 0.70, aggregate-loss-ratio: 0.50 }
            """);
        var option = study.Options[0];

        Assert.Equal(571_847.17, option.Premium.Specific!.Value, 0.01);
        Assert.Equal(4_415.0711, option.Premium.Aggregate!.Value, 0.001);
        Assert.Equal(1_788_418.2384, option.Expected, 0.01);
        Assert.Equal(2_080_716.6562, option.Most, 0.01);
        Assert.Equal(0.36998029, option.AboveBudget!.Value, 1e-7);
        Assert.Null(study.Recommended);
    }

    [Fact]
    public void What_lies_outside_the_aggregate_adds_to_the_maximum()
    {
        var study = Study(
            "options: { specific: 50000, corridor: 1.25, aggregating: [0, 40000], lasers: [as-stated, none] }\n"
            + "premium: { specific-loss-ratio: 0.70, aggregate-loss-ratio: 0.50 }\n",
            Known + "lasered: [{ count: 2, factor: 15, deductible: 150000 }]\n");
        var plain = study.Options.Items.Single(one => one.Option is { KeepsLasers: false, Aggregating: 0 });
        var both = study.Options.Items.Single(one => one.Option is { KeepsLasers: true, Aggregating: > 0 });

        Assert.Equal(
            plain.Most - plain.Premium.Total + 40_000 + (2 * 100_000), both.Most - both.Premium.Total, 0.01);
        // What the carrier no longer bears is worth as much as the premium falls, at a loss ratio of 70 %.
        Assert.Equal(
            0.7 * (plain.Premium.Specific!.Value - both.Premium.Specific!.Value),
            both.Expected - both.Premium.Total - (plain.Expected - plain.Premium.Total), 0.01);
    }

    [Fact]
    public void The_least_expected_cost_within_the_tolerance_is_recommended_and_says_why()
    {
        const string Options = """
            options: { specific: [25000, 50000, 100000, 200000], corridor: [1.1, 1.25, none] }
            premium: { specific-loss-ratio: 0.70, aggregate-loss-ratio: 0.50 }
            """;
        var study = Study($"{Options}\ntolerance: {{ tail-at-most: 2000000 }}\n");
        var chosen = study.Frontier.Items.Single(one => one.Option.Name == study.Recommended!.Option);

        Assert.InRange(chosen.Tail, 0, 2_000_000);
        Assert.All(
            study.Options.Items.Where(one => one.Tail <= 2_000_000),
            one => Assert.True(one.Expected >= chosen.Expected));
        Assert.Contains("2,000,000", study.Recommended!.Reason, StringComparison.Ordinal);

        var impossible = Study($"{Options}\ntolerance: {{ tail-at-most: 1000 }}\n");
        Assert.Equal(study.Frontier[0].Option.Name, impossible.Recommended!.Option);
        Assert.Equal([DecisionCodes.NothingWithin], impossible.Findings.Items.Select(finding => finding.Code));

        var bold = Study($"{Options}\ntolerance: {{ weight: 0 }}\n");
        Assert.Equal(study.Frontier[^1].Option.Name, bold.Recommended!.Option);
    }

    [Theory]
    [InlineData("fixed: 1", "DEC050")]
    [InlineData("options: {specific: 50000, corridor: 1.25}", "DEC051")]
    [InlineData("quotes: [{specific: none, aggregating: 5, premium: 1}]", "DEC053")]
    [InlineData("quotes: [{specific: 5, premium: 1}]\ntolerance: {}", "DEC054")]
    [InlineData("quotes: [{specific: 5, corridor: 1, attachment: 7, premium: 1}]", "DEC055")]
    [InlineData("quotes: [{specific: 5, premium: -1}]", "DEC002")]
    public void What_cannot_be_compared_is_named(string document, string code)
    {
        var (asked, findings) = OptionsReader.Read(document, "options.yaml", []);

        Assert.Null(asked);
        Assert.Contains(findings.Items, finding => finding.Code == code);
    }

    [Fact]
    public void More_combinations_than_are_compared_are_named()
    {
        var many = string.Join(", ", Enumerable.Range(1, 201));

        var (asked, findings) = OptionsReader.Read(
            $"options: {{specific: [{many}], corridor: [1.1, 1.2]}}\n"
            + "premium: {specific-loss-ratio: 0.7, aggregate-loss-ratio: 0.5}", "options.yaml", []);

        Assert.Null(asked);
        Assert.Equal([DecisionCodes.TooManyOptions], findings.Items.Select(finding => finding.Code));
    }

    private static OptionStudy Study(string options, string risk = Known)
    {
        var severities = ClaimSeverityReader.Read(Repository.Read("rules/claim-severity.yaml"), "s.yaml").Value!;
        var (asked, findings) = OptionsReader.Read(options, "options.yaml", []);
        Assert.Empty(findings.Items.Where(finding => finding.Severity >= Severity.Warning));
        return OptionCosts.Of(RiskReader.Read(risk, "risk.yaml", severities).Value!, asked!);
    }
}
