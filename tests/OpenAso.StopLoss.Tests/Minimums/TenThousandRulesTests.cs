using OpenAso.Kernel;
using OpenAso.StopLoss.Minimums;
using OpenAso.StopLoss.Policies;
using static OpenAso.StopLoss.Tests.Tables;

namespace OpenAso.StopLoss.Tests.Minimums;

public class TenThousandRulesTests
{
    private static readonly StopLossMinimums Minimums = StopLossMinimumsReaderTests.Minimums();

    [Theory]
    [InlineData("individual-10000", "US-TX", true)]
    [InlineData("individual-10000", "CA-ON", false)]
    [InlineData("aggregate-per-head-10000", "US-TX", true)]
    [InlineData("aggregate-per-head-10000", "CA-ON", false)]
    public void A_seed_template_is_warned_of_in_the_United_States_alone(string template, string situs, bool isWarned)
    {
        var policy = Template(template, situs);

        var warnings = StopLossMinimumRules.Check(policy, 100, 200, null, null, Minimums);

        Assert.Equal(isWarned, warnings.Any(warning => warning.Code == "STL053"));
        Assert.Equal(isWarned, warnings.Count > 0);
    }

    [Theory]
    [InlineData("individual-10000")]
    [InlineData("aggregate-per-head-10000")]
    public void Whoever_takes_the_name_of_the_template_out_is_warned_all_the_same(string template)
    {
        var policy = Template(template, "US-TX") with { Template = PolicyTemplate.None };

        Assert.Single(TenThousandRules.Check(policy, 100, null, Minimums));
    }

    [Fact]
    public void A_policy_that_took_the_name_of_a_template_and_protects_otherwise_is_not_warned()
    {
        var policy = Template("individual-10000", "US-TX");

        Assert.Empty(TenThousandRules.Check(
            policy with { Specific = policy.Specific! with { Deductible = Amount("100000") } }, 100, null, Minimums));
    }

    [Theory]
    [InlineData("US-TX", "10000", true)]
    [InlineData("US-TX", "9999.99", true)]
    [InlineData("US-TX", "10000.01", false)]
    [InlineData("US", "10000", true)]
    [InlineData("CA-ON", "10000", false)]
    [InlineData("CA", "5000", false)]
    public void A_specific_deductible_of_ten_thousand_or_less_is_warned_of_in_the_United_States(
        string situs, string deductible, bool isWarned)
    {
        var warnings = TenThousandRules.Check(
            In(situs, Policy($"deductible: {deductible}\nlines: [medical]\nbasis: 12/12")), 100, null, Minimums);

        Assert.Equal(isWarned ? ["STL053"] : [], warnings.Select(warning => warning.Code));
        if (isWarned)
            Assert.Contains($"The specific deductible is {Amount(deductible)}", warnings.Single().Message,
                StringComparison.Ordinal);
    }

    // Twelve months of 833.33 are 9,999.96, of 833.34 they are 10,000.08.
    [Theory]
    [InlineData("US-TX", "833.33", "{}", null, true)]
    [InlineData("US-TX", "833.34", "{}", null, false)]
    [InlineData("US-TX", "833.34", "{}", "1000000", true)]
    [InlineData("US-TX", "833.34", "{}", "1000000.01", false)]
    [InlineData("US-TX", "833.33", "{per-unit: 10000}", "1010000", true)]
    [InlineData("US-TX", "833.33", "{per-unit: 10000.01}", "1010000", false)]
    [InlineData("CA-ON", "833.33", "{per-unit: 10000}", "1000000", false)]
    public void An_attachment_of_ten_thousand_or_less_for_an_employee_is_warned_of_in_the_United_States(
        string situs, string monthly, string minimum, string? attachment, bool isWarned)
    {
        var policy = In(situs, Policy("", $"lines: [medical]\nbasis: 12/12\nminimum: {minimum}\n"
            + $"factors: [{{ line: medical, tier: employee, monthly: {monthly} }}]"));

        var warnings = TenThousandRules.Check(
            policy, 100, attachment is null ? null : Amount(attachment), Minimums).ToList();

        Assert.Equal(isWarned ? ["STL053"] : [], warnings.Select(warning => warning.Code));
        Assert.All(warnings, warning => Assert.StartsWith(
            "The aggregate attaches at 10000.00 or less for each employee", warning.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{}", false)]
    [InlineData("{per-unit: 6000}", true)]
    public void Behind_a_specific_an_attachment_is_warned_of_only_where_it_is_stated_by_the_head(
        string minimum, bool isWarned)
    {
        var policy = In("US-TX", Policy("deductible: 100000\nlines: [medical]\nbasis: 12/12",
            $"lines: [medical]\nbasis: 12/12\nminimum: {minimum}\n"
                + "factors: [{ line: medical, tier: employee, monthly: 500 }]"));

        Assert.Equal(isWarned, TenThousandRules.Check(policy, 100, Amount("600000"), Minimums).Any());
    }

    [Fact]
    public void The_template_per_head_attaches_at_ten_thousand_for_each_eligible_employee_and_year()
    {
        var policy = Template("aggregate-per-head-10000", "CA-ON");
        var census = Enumerable.Range(1, 12)
            .Select(month => new Positions.CensusUnits(
                new Month(2026, month), LineOfCoverage.Medical, "employee", 100));

        Assert.Null(policy.Specific);
        Assert.Equal(Amount("1000000"), Position(policy, "2026-12-31", [], census).Aggregate!.Attachment);
    }

    [Fact]
    public void The_template_for_a_person_keeps_ten_thousand_of_each_and_attaches_at_125_percent_of_expected()
    {
        var policy = Template("individual-10000", "CA-ON");

        Assert.Equal(Amount("10000"), policy.Specific!.Deductible);
        Assert.Equal(CountedUnit.Person, policy.Specific.Per);
        Assert.Equal(Percent.Of(125), policy.Aggregate!.Corridor);
    }

    private static StopLossPolicy In(string situs, StopLossPolicy policy)
    {
        Assert.True(Situs.TryParse(situs, out var place));
        return policy with { Situs = place };
    }

    private static StopLossPolicy Template(string name, string situs)
    {
        var text = Repository.Read($"plans/templates/stop-loss-{name}.yaml");
        Assert.Contains("situs: CA-ON", text, StringComparison.Ordinal);
        var parsed = PolicyReader.Read(text.Replace("situs: CA-ON", $"situs: {situs}", StringComparison.Ordinal), name);
        Assert.Empty(parsed.Findings);
        return parsed.Value!;
    }
}
