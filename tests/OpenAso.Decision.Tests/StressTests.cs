using OpenAso.Decision.Distributions;
using OpenAso.Decision.Stressing;

namespace OpenAso.Decision.Tests;

public sealed class StressTests
{
    private static readonly ClaimSeverities Severities =
        ClaimSeverityReader.Read(Repository.Read("rules/claim-severity.yaml"), "claim-severity.yaml").Value!;

    private static readonly StressScenarios Rules =
        StressScenarioReader.Read(Repository.Read("rules/stress-scenarios.yaml"), "stress-scenarios.yaml").Value!;

    [Fact]
    public void The_rules_that_come_along_and_the_sample_are_read_without_a_finding()
    {
        Assert.Empty(StressScenarioReader.Read(Repository.Read("rules/stress-scenarios.yaml"), "x").Findings);
        Assert.Empty(StressTermsReader.Read(Repository.Read("plans/acme/stress-example/stress.yaml"), "x").Findings);
        Assert.Equal(
            ["three-million-claimant", "accident", "pandemic-year", "payment-slowdown", "late-recoveries",
                "laser-at-renewal"],
            Rules.Scenarios.Items.Select(scenario => scenario.Id));
    }

    // 3,000,000 are incurred in the fourth month and paid as months' claims are: by the end of the fifteenth month
    // 0.995 of them, so that the specific of 50,000 leaves 2,935,000 to the carrier, and 65,000 with the employer.
    [Fact]
    public void One_claimant_of_3000000_leaves_50000_and_what_a_12_15_contract_does_not_reach_with_the_employer()
    {
        var outcome = Stress("contract: {first: 12/15}", "three-million-claimant");
        var report = outcome.Scenarios[0];

        Assert.Equal(3_000_000, report.Cost.Gross - outcome.Base.Cost.Gross, 0.01);
        Assert.Equal(65_000, report.Cost.RetainedMore, 0.01);
        Assert.Equal(0, report.Cost.RetainedMoreError, 0.001);
        Assert.Equal(2_935_000, report.Cost.Specific - outcome.Base.Cost.Specific, 0.01);
        // Paid 0.12 in the fourth month and 0.52 by the fifth; what passes the specific comes a month later each time.
        Assert.Equal(
            (0.12 + 0.40) * 3_000_000,
            report.Months.Items.Take(5).Sum(month => month.Paid)
                - outcome.Base.Months.Items.Take(5).Sum(month => month.Paid), 0.01);
        Assert.Equal(
            (0.12 * 3_000_000) - 50_000,
            report.Months.Items.Take(5).Sum(month => month.Received)
                - outcome.Base.Months.Items.Take(5).Sum(month => month.Received), 0.01);
    }

    [Fact]
    public void The_aggregating_specific_is_kept_from_the_large_claim_first()
    {
        var bare = Stress("contract: {first: 12/24}", "three-million-claimant");
        var kept = Stress("contract: {first: 12/24}\naggregating-specific: 100000", "three-million-claimant");

        Assert.Equal(50_000, bare.Scenarios[0].Cost.RetainedMore, 0.01);
        // Who had used it up already pays nothing more, who had not pays the rest.
        Assert.InRange(kept.Scenarios[0].Cost.RetainedMore, 50_001, 150_000);
    }

    [Fact]
    public void Twenty_claimants_of_an_accident_each_have_their_own_specific()
    {
        var report = Stress("contract: {first: 12/24}", "accident");

        Assert.Equal(20 * 206_000, report.Scenarios[0].Cost.Gross - report.Base.Cost.Gross, 0.01);
        Assert.Equal(20 * 50_000, report.Scenarios[0].Cost.RetainedMore, 0.01);
        Assert.InRange(report.Scenarios[0].Rarity!.Value, 0.0001, 0.02);
    }

    [Fact]
    public void A_pandemic_year_multiplies_the_claims_of_each_month()
    {
        var report = Stress("completion: [1]\ncontract: {first: 12/12}", "pandemic-year");
        foreach (var (month, level) in report.Base.Months.Items.Zip(Rules.Named("pandemic-year")!.Stress.Levels.Items))
            Assert.Equal(month.Paid * level, report.Scenarios[0].Months[month.Month - 1].Paid, 0.01);
    }

    [Fact]
    public void Late_recoveries_change_cash_and_no_cost()
    {
        var report = Stress("contract: {first: 12/15}", "late-recoveries");
        var late = report.Scenarios[0];

        Assert.Equal(report.Base.Cost.Retained, late.Cost.Retained, 0.01);
        Assert.True(late.Cash.PeakNeed > 0.1 * report.Base.Cost.Specific);
        Assert.True(late.Cost.ReceivedAfter > report.Base.Cost.ReceivedAfter);
        Assert.Null(late.Rarity);
        // Nothing arrives before the sixth month: one month as agreed, and four more.
        Assert.Equal(0, late.Months.Items.Take(5).Sum(month => month.Received));
    }

    [Fact]
    public void A_slowdown_at_the_end_of_the_year_costs_a_12_12_contract_its_cover_and_a_12_15_contract_little()
    {
        var narrow = Stress("contract: {first: 12/12}", "payment-slowdown").Scenarios[0];
        var wide = Stress("contract: {first: 12/15}", "payment-slowdown").Scenarios[0];

        Assert.True(narrow.Cost.RetainedMore > 40_000);
        Assert.Equal(0, wide.Cost.RetainedMore, 0.01);
        Assert.Equal(0, narrow.Months[9].Paid);
    }

    [Fact]
    public void Lasers_at_renewal_cost_from_the_second_year_on_and_are_left_out_of_a_single_year()
    {
        var two = Stress("years: 2\ncontract: {first: 12/15, renewal: 15/12}", "laser-at-renewal");
        var one = Stress("years: 1", "laser-at-renewal");

        Assert.True(two.Scenarios[0].Cost.RetainedMore > 10_000);
        Assert.Equal(0, two.Scenarios[0].Months.Items.Take(12).Sum(month => month.CashMore), 0.01);
        Assert.Empty(one.Scenarios);
        Assert.Contains(one.Findings, finding => finding.Code == DecisionCodes.NoRenewal);
    }

    [Fact]
    public void Operating_profit_falls_by_what_the_employer_bears_more()
    {
        var report = Stress("contract: {first: 12/24}\noperating-profit: 200000", "accident", "late-recoveries");

        Assert.Equal(200_000, report.Base.Profit!.Expected, 0.01);
        Assert.Equal(-1_000_000, report.Scenarios[0].Profit!.Effect, 0.01);
        Assert.Equal(-800_000, report.Scenarios[0].Profit!.Expected, 0.01);
        Assert.Equal(1, report.Scenarios[0].Profit!.LossProbability, 0.02);
        Assert.InRange(report.Base.Profit.LossProbability, 0.03, 0.3);
        Assert.Equal(report.Base.Profit.LossProbability, report.Scenarios[1].Profit!.LossProbability);
        Assert.Null(Stress("years: 1", "accident").Base.Profit);
    }

    // City of Redwood City: 150 % of the estimated monthly claims, and the fixed cost of a month.
    [Fact]
    public void The_usual_fund_holds_one_and_a_half_months_of_claims_and_is_filled_each_month()
    {
        var report = Stress("fixed: 40000\ncontract: {first: 12/12}\nearlier-claims: plan");

        Assert.Equal(12, report.Base.Cash.Calls, 0.5);
        Assert.Equal(
            report.Base.Months.Items.Sum(month => month.Paid - month.Received) + (12 * 40_000),
            report.Base.Months.Items.Sum(month => month.Cash), 20_000.0);
    }

    // 12/12 covers 0.834416667 of a full year: 16.6 % are paid too late; 12/15 0.96725.
    [Theory]
    [InlineData("contract: {first: 12/12}", "16.6")]
    [InlineData("contract: {first: 12/15}", "3.3")]
    [InlineData("contract: {first: 12/24}", null)]
    [InlineData("years: 2\ncontract: {first: 12/12, renewal: 24/12}", null)]
    [InlineData("years: 2\ncontract: {first: 12/12, renewal: 12/12}", "16.6")]
    public void What_no_contract_covers_is_told(string terms, string? share)
    {
        var told = Stress(terms).Findings.Items.Where(finding => finding.Code == DecisionCodes.OutsideWindows).ToList();
        if (share is null)
            Assert.Empty(told);
        else
            Assert.StartsWith(share, Assert.Single(told).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fund_that_is_too_small_is_named_with_what_it_lacks() => Assert.Contains(
        Stress("fund: {target: 1000}").Findings,
        finding => finding.Code == DecisionCodes.FundRunsDry
            && finding.Message.Contains("(base)", StringComparison.Ordinal));

    [Theory]
    [InlineData("contract: {first: 12/9}", "DEC030")]
    [InlineData("contract: {first: 15/15}", "DEC030")]
    [InlineData("contract: {first: 12/15, renewal: thrice}", "DEC030")]
    [InlineData("completion: [0.5, 0.4, 1]", "DEC031")]
    [InlineData("completion: [0.5, 0.9]", "DEC031")]
    [InlineData("seasonality: [1, 2]", "DEC031")]
    [InlineData("seasonality: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]", "DEC031")]
    [InlineData("fund: {minimum: 10, target: 9}", "DEC032")]
    [InlineData("aggregate: {corridor: -1}", "DEC002")]
    [InlineData("fixed: much", "DEC001")]
    public void Terms_that_cannot_be_meant_are_named(string text, string code) =>
        Assert.Equal([code], StressTermsReader.Read(text, "stress.yaml").Findings.Select(finding => finding.Code));

    [Theory]
    [InlineData("    lasers: {people: 2, share: 1}\n", "")]
    [InlineData("id: accident", "id: pandemic-year")]
    [InlineData("{from: 10, to: 12, later: 2}", "{from: 10, to: 9, later: 2}")]
    public void Scenarios_that_are_none_are_named(string written, string broken)
    {
        var text = Repository.Read("rules/stress-scenarios.yaml");
        Assert.Contains(written, text, StringComparison.Ordinal);

        Assert.Equal([DecisionCodes.NotAScenario], StressScenarioReader.Read(
            text.Replace(written, broken, StringComparison.Ordinal), "x").Findings.Select(finding => finding.Code));
    }

    [Fact]
    public void The_same_seed_gives_the_same_report_and_another_seed_another()
    {
        Assert.Equal(StressJson.Of(Stress("years: 2", "accident")), StressJson.Of(Stress("years: 2", "accident")));
        Assert.NotEqual(
            StressJson.Of(Stress("years: 1")), StressJson.Of(Report("years: 1", new StressSettings(300, 2))));
    }

    private static StressReport Stress(string terms, params string[] scenarios) =>
        Report(terms, new StressSettings(300, 1), scenarios);

    private static StressReport Report(string terms, StressSettings settings, params string[] scenarios)
    {
        var risk = RiskReader.Read("members: [{count: 220}]\nspecific: 50000\n", "risk.yaml", Severities).Value!;
        var read = StressTermsReader.Read(terms, "stress.yaml");
        Assert.Empty(read.Findings);
        return StressReport.Of(
            risk, read.Value!, Rules, [.. scenarios.Select(name => Rules.Named(name)!)], settings);
    }
}
