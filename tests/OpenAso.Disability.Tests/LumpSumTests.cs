using OpenAso.Disability.Benefits;
using OpenAso.Disability.Claims;
using OpenAso.Disability.Deciding;
using OpenAso.Kernel;

namespace OpenAso.Disability.Tests;

/// <summary>Sums paid once are spread over the days that they are for.</summary>
public class LumpSumTests
{
    [Theory]
    // a stated period of six months: 6,000 less 1,200 of attorneys' fees are 800 a month
    [InlineData("{spread: months, months: 60}", "from: 2026-02-01, to: 2026-07-31, lump-sum: 6000, not-counted: 1200",
        "2026-02-01..2026-07-31 800.00 a month")]
    // a stated period of 21 days: three weeks
    [InlineData("{spread: months, months: 60}", "from: 2026-02-02, to: 2026-02-22, lump-sum: 900",
        "2026-02-02..2026-02-22 300.00 a week")]
    [InlineData("{spread: months, months: 60}", "from: 2026-02-01, lump-sum: 6000",
        "2026-02-01..2031-01-31 100.00 a month")]
    // 450 a week before it: 1,000 last two weeks and one day
    [InlineData("{spread: rate-before}", "from: 2026-02-02, lump-sum: 1000", "2026-02-02..2026-02-16 450.00 a week")]
    [InlineData("{spread: life-expectancy}", "from: 2026-02-01, lump-sum: 6000, life-expectancy-months: 240",
        "2026-02-01..2046-01-31 25.00 a month")]
    public void A_sum_is_spread_over_its_period_or_as_the_plan_says(string rule, string sum, string spread)
    {
        var claim = Claim(sum);
        var plan = Sample.MonthlyPlan(
            ("offsets", $"[{{kind: workers-compensation, clause: c9, lump-sums: {rule}}}]"));

        var income = LumpSums.Spread(claim, plan.Wordings[0]).Incomes[1];

        Assert.Equal(spread, $"{income.Days} {income.Actual} a {income.Per.ToString().ToLowerInvariant()}");
    }

    [Theory]
    [InlineData("", "from: 2026-02-01, lump-sum: 6000")]
    [InlineData(", lump-sums: {spread: life-expectancy}", "from: 2026-02-01, lump-sum: 6000")]
    [InlineData(", lump-sums: {spread: rate-before}", "from: 2025-02-01, lump-sum: 6000")]
    public void A_sum_that_nothing_spreads_pends_and_is_never_guessed(string rule, string sum)
    {
        var plan = Sample.MonthlyPlan(("offsets", $"[{{kind: workers-compensation, clause: c9{rule}}}]"));

        var decision = Sample.Assess(plan, Claim(sum)).Decision;

        Assert.Equal(DecisionOutcome.Pended, decision.Outcome);
        Assert.Equal(DecisionReason.LumpSumSpreadUnknown, Assert.Single(decision.Reasons).Reason);
    }

    // 52,000 a year: 2,600 a month, less 1,000 of 6,000 over six months. February and March were paid in full.
    [Fact]
    public void A_settlement_that_becomes_known_late_is_overpaid_for_the_days_it_is_spread_over()
    {
        var plan = Sample.MonthlyPlan(("offsets", "[{kind: social-security-primary, clause: c9}]"));
        var claim = Sample.Claim(
            ("certifications", "[{from: 2026-01-05, to: 2026-06-30}]"),
            ("other-income", "[{kind: social-security-primary, from: 2026-02-01, to: 2026-07-31, lump-sum: 6000, "
                + "known: 2026-04-10}]"));

        var schedule = Sample.Assess(plan, claim).Schedule!;

        Assert.Equal(Money.Of(2000), Assert.Single(schedule.Overpayments).Amount);
        Assert.Equal(Money.Of(1600), schedule.Payments[3].Period.Net);
    }

    [Fact]
    public void A_sum_of_a_kind_that_the_plan_does_not_count_needs_no_spread() =>
        Assert.Equal(DecisionOutcome.Approved,
            Sample.Assess(Sample.MonthlyPlan(), Claim("from: 2026-02-01, lump-sum: 6000")).Decision.Outcome);

    [Theory]
    [InlineData("from: 2026-02-01, lump-sum: 6000, per: month")]
    [InlineData("from: 2026-02-01, lump-sum: 6000, not-counted: 7000")]
    [InlineData("from: 2026-02-01, per: month, amount: 100, life-expectancy-months: 12")]
    public void A_sum_that_cannot_be_meant_is_found(string sum) => Assert.Equal(
        DisabilityCodes.Incomplete,
        Assert.Single(DisabilityClaimReader.Read(Sample.ClaimText(("other-income", Incomes(sum))), "c.yaml")
            .Findings).Code);

    private static DisabilityClaim Claim(string sum) => Sample.Claim(("other-income", Incomes(sum)));

    private static string Incomes(string sum) =>
        "[{kind: workers-compensation, from: 2026-01-05, to: 2026-01-31, per: week, amount: 450}, "
        + $"{{kind: workers-compensation, {sum}}}]";
}
