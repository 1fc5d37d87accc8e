using OpenAso.Kernel;
using OpenAso.Plans.Legal;

namespace OpenAso.Plans.Tests.Legal;

public class LegalLimitRulesTests
{
    private const string Year2026 = "first: 2026-01-01, last: 2026-12-31";

    // As dear as the law of 2026 allows a plan beside a health savings account to be.
    private const string Qualified = """
        plan: {id: test, name: T, line: medical, currency: USD, first: 2026-01-01, last: 2026-12-31, hsa-qualified: yes}
        clauses: {1: All of it.}
        deductibles:
          in: {clause: 1, self-only: 1700, person: 3400, family: 3400}
          out: {clause: 1, person: 1, family: 2}
        out-of-pocket-maximums:
          in: {clause: 1, self-only: 8500, person: 10600, family: 17000}
        limits:
          visits: {clause: 1, visits: 10}
          glasses: {clause: 1, name: glasses, dollars: 150}
        tiers:
          in: {name: In, networks: N, deductible: in, out-of-pocket-maximum: in}
          out: {name: Out, deductible: out}
        benefits:
          preventive:
            name: Check-ups
            clause: 1
            preventive: yes
            services: [{procedures: 99396}]
            costs: {in: free, out: {deductible: yes, coinsurance: 40%}}
          glasses:
            name: Glasses
            clause: 1
            essential: no
            limits: glasses
            services: [{procedures: V2020}]
            costs: {in: {deductible: yes}, out: not-covered}
          office:
            name: Office
            clause: 1
            limits: visits
            services: [{procedures: 99213}]
            costs: {in: {deductible: first, copay: 20}, out: {deductible: yes}}
          other:
            name: Other
            clause: 1
            services: any
            costs: {in: {deductible: yes, coinsurance: 10%}, out: {deductible: yes}}
        """;

    // The same without a health savings account, and as dear as the law of 2026 allows.
    private static readonly string Plain = Change(Change(Qualified, ", hsa-qualified: yes", ""),
        "self-only: 8500, person: 10600, family: 17000", "person: 10600, family: 21200");

    public static TheoryData<string> Plans => SamplePlanTests.Plans;

    [Fact]
    public void A_plan_at_the_very_limits_keeps_them() => Assert.Equal([], Codes(Qualified, Plain));

    [Theory]
    [InlineData("person: 10600, family: 21200", "person: 10600.01, family: 21200", "LEG001")]
    [InlineData("person: 10600, family: 21200", "self-only: 10601, person: 10600, family: 21200", "LEG001")]
    [InlineData("person: 10600, family: 21200", "person: 10600, family: 21200.01", "LEG002")]
    [InlineData("person: 10600, family: 21200", "person: 10600", "LEG002")]
    [InlineData("person: 10600, family: 21200", "self-only: 10600, family: 21200", "LEG003")]
    [InlineData("person: 10600, family: 21200", "self-only: 10600, person: 10601, family: 21200", "LEG003")]
    [InlineData(", out-of-pocket-maximum: in", "", "LEG001 LEG002")]
    [InlineData("costs: {in: free, out", "costs: {in: {copay: 5}, out", "LEG008")]
    [InlineData("costs: {in: free, out", "costs: {in: {coinsurance: 1%}, out", "LEG008")]
    [InlineData("costs: {in: free, out", "costs: {in: {deductible: yes}, out", "LEG008")]
    [InlineData("costs: {in: free, out", "costs: {in: not-covered, out", "LEG008")]
    [InlineData("preventive: yes", "preventive: no", "LEG008")]
    [InlineData("essential: no", "essential: yes", "LEG007")]
    [InlineData("dollars: 150", "dollars: 150, within: lifetime", "")]
    [InlineData(Year2026, "first: 2027-01-01, last: 2028-12-31", "LEG009")]
    [InlineData("line: medical", "line: vision", "")]
    public void A_plan_beyond_a_limit_is_told_which(string right, string wrong, string codes) =>
        Assert.Equal(Words(codes), Codes(Change(Plain, right, wrong)));

    [Theory]
    [InlineData("self-only: 1700,", "self-only: 1699.99,", "LEG004")]
    [InlineData("person: 3400, family: 3400", "person: 3399.99, family: 6800", "LEG004")]
    [InlineData("self-only: 1700, person: 3400, family: 3400", "family: 3400", "")]
    [InlineData("self-only: 1700, person: 3400, family: 3400", "self-only: 1700, family: 3399", "LEG004")]
    [InlineData("networks: N, deductible: in", "networks: N", "LEG004 LEG006 LEG006 LEG006")]
    [InlineData("self-only: 8500,", "self-only: 8501,", "LEG005")]
    [InlineData("family: 17000", "family: 17001", "LEG005")]
    [InlineData("{deductible: first, copay: 20}", "{copay: 20}", "LEG006")]
    [InlineData("copay: 20}, out: {deductible: yes}", "copay: 20}, out: free", "LEG006")]
    [InlineData(Year2026, "first: 2025-01-01, last: 2025-12-31", "LEG003 LEG005")]
    [InlineData(Year2026, "first: 2027-01-01", "LEG009 LEG009")]
    public void A_plan_beside_a_health_savings_account_is_held_to_more(string right, string wrong, string codes) =>
        Assert.Equal(Words(codes), Codes(Change(Qualified, right, wrong)).Order());

    // Three months more in which the deductible can be met: 1,700 × 15/12 and 3,400 × 15/12.
    [Theory]
    [InlineData("self-only: 2125, person: 4250, family: 4250", "")]
    [InlineData("self-only: 2124.99, person: 4250, family: 4250", "LEG004")]
    [InlineData("self-only: 2125, person: 4249, family: 4250", "LEG004")]
    public void A_deductible_that_is_carried_over_has_to_be_higher(string amounts, string code)
    {
        var text = Change(Qualified, "in: {clause: 1, self-only: 1700, person: 3400, family: 3400}",
            $"in: {{clause: 1, {amounts}, carry-over: {{months: 3, only-if-unmet: no, clause: 1}}}}");

        Assert.Equal(code.Length == 0 ? [] : [code], Codes(text));
    }

    [Fact]
    public void A_grandfathered_plan_may_cost_more_but_has_no_dollar_limits_either()
    {
        var text = Change(Plain, "line: medical", "line: medical, grandfathered: yes");
        text = Change(text, "family: 21200", "family: 99999");
        text = Change(text, "in: free", "in: {copay: 5}");

        Assert.Equal([], Codes(text));
        Assert.Equal(["LEG007"], Codes(Change(text, "essential: no", "essential: yes")));
    }

    [Theory]
    [InlineData("first: 2009-01-01, last: 2010-12-31", "within: lifetime", "")]
    [InlineData("first: 2010-01-01, last: 2011-12-31", "within: lifetime", "LEG007")]
    [InlineData("first: 2012-01-01, last: 2013-12-31", "within: plan-year", "")]
    [InlineData("first: 2013-01-01, last: 2014-12-31", "within: plan-year", "LEG007 LEG009")]
    public void Dollar_limits_were_forbidden_for_life_in_2010_and_for_a_year_in_2014(
        string dates, string within, string codes)
    {
        var text = Change(Change(Plain, "essential: no", "essential: yes"), "dollars: 150", $"dollars: 150, {within}");

        Assert.Equal(Words(codes),
            Codes(Change(text, Year2026, dates)).Order());
    }

    [Theory]
    [InlineData("", "LEG001 LEG002")]
    [InlineData(", also-credits: two", "LEG001 LEG002")]
    [InlineData("both", "")]
    public void Maximums_of_two_tiers_in_network_are_added_up_unless_they_credit_each_other(
        string credits, string codes)
    {
        var (one, two) = credits == "both" ? (", also-credits: two", ", also-credits: in") : (credits, "");
        var text = Change(Plain, "in: {clause: 1, person: 10600, family: 21200}",
            $"in: {{clause: 1, person: 10600, family: 21200{one}}}\n"
            + $"  two: {{clause: 1, person: 100, family: 200{two}}}");
        text = Change(text, "tiers:",
            "tiers:\n  near: {name: Near, networks: M, deductible: in, out-of-pocket-maximum: two}");
        text = text.Replace("costs: {in: ", "costs: {near: same as in, in: ", StringComparison.Ordinal);

        Assert.Equal(Words(codes), Codes(text));
    }

    [Fact]
    public void A_plan_year_from_July_is_held_to_the_figures_of_the_year_in_which_it_begins()
    {
        var text = Change(Plain, Year2026, "first: 2025-07-01, last: 2026-06-30, year-starts: 07-01");

        var finding = Assert.Single(Findings(Change(text, "family: 21200", "family: 18400")));
        Assert.Equal("LEG001", finding.Code);
        Assert.Contains("10600.00; the law allows 9200.00 in plan years that begin in 2025", finding.Message,
            StringComparison.Ordinal);
        Assert.Equal(("test.yaml", 7), (finding.Place.File, finding.Place.Line));
    }

    [Fact]
    public void Years_without_figures_are_a_warning_that_names_them()
    {
        var finding = Assert.Single(Findings(Change(Plain, Year2026, "first: 2026-01-01, last: 2028-12-31")));

        Assert.Equal((LegalCodes.FiguresNotLoaded, Severity.Warning), (finding.Code, finding.Severity));
        Assert.Contains("2027, 2028", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Every_plan_of_the_repository_keeps_the_public_limits(string path) =>
        Assert.Equal([], Findings(Repository.Read(path), path));

    private static string Change(string text, string right, string wrong)
    {
        Assert.Contains(right, text, StringComparison.Ordinal);
        return text.Replace(right, wrong, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Codes(params string[] texts) =>
        texts.SelectMany(text => Findings(text)).Select(finding => finding.Code);

    private static string[] Words(string codes) => codes.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static ValueList<Finding> Findings(string text, string file = "test.yaml")
    {
        var plan = PlanReader.Read(text, file);
        Assert.True(plan.Value is not null, string.Join('\n', plan.Findings.Items));
        return LegalLimitRules.Check(plan.Value, LegalLimitsReaderTests.Limits());
    }
}
