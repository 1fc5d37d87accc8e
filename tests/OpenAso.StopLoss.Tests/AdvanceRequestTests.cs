using OpenAso.Kernel;
using OpenAso.StopLoss.Filings;
using static OpenAso.StopLoss.Tests.Tables;

namespace OpenAso.StopLoss.Tests;

public class AdvanceRequestTests
{
    private const string Specific100k = """
        deductible: 100000
        lines: [medical]
        basis: 12/12
        """;

    private const string Advance =
        "filing: { advance-funding: { least: 1000, last-request-days: 15, release-days: 5 } }\n";

    [Theory]
    [InlineData("99999.99", "50000", null, StopLossCodes.DeductibleNotUsed)]
    [InlineData("100000", "50000", "50000", null)]
    [InlineData("140000", "999.99", null, StopLossCodes.SmallAdvance)]
    [InlineData("140000", "1000", "1000", null)]
    public void Only_over_a_deductible_that_is_used_up_and_from_the_least_amount(
        string paid, string unreleased, string? amount, string? code)
    {
        var requests = Request(Specific100k, $"c1 A 2026-02-01 2026-03-01 {paid}", $"c2 A 2026-06-01 - {unreleased}");

        Assert.Equal(
            amount is null ? [] : [Amount(amount)], requests.Value.Select(request => request.Amount));
        Assert.Equal(code is null ? [] : [code], requests.Findings.Select(one => one.Code));
    }

    [Theory]
    [InlineData("2026-12-16", true)]
    [InlineData("2026-12-17", false)]
    public void The_last_request_arrives_fifteen_days_before_the_period_ends(string on, bool isTaken)
    {
        var requests = Request(Specific100k, "c1 A 2026-02-01 2026-03-01 140000", "c2 A 2026-06-01 - 5000", on);

        Assert.Equal(isTaken ? 1 : 0, requests.Value.Count);
        Assert.Equal(isTaken ? [] : [StopLossCodes.AdvanceLate], requests.Findings.Select(one => one.Code));
    }

    [Fact]
    public void Only_claims_that_are_decided_not_released_and_count_are_asked_for()
    {
        var requests = Request(Specific100k, "c1 A 2026-02-01 2026-03-01 140000", """
            c2 A 2026-06-01 -          5000
            c3 A 2026-06-01 2026-06-20 5000             # released
            c4 A 2026-06-01 -          5000 dental
            c5 A 2025-12-01 -          5000             # incurred before the window
            c6 A 2026-08-01 -          5000             # not decided on the day of the request
            """);

        Assert.Equal(["c2"], Assert.Single(requests.Value).Claims);
        Assert.Equal(
            [
                "Claim c3 has been released, so it cannot be funded in advance.",
                "Claim c4 does not count under the specific (line-not-covered), so it cannot be funded in advance.",
                "Claim c5 does not count under the specific (incurred-too-early), so it cannot be funded in advance.",
                "Claim c6 is not decided, so it cannot be funded in advance.",
            ],
            requests.Findings.Select(one => one.Message));
    }

    // What is left of the aggregating specific deductible is 30,000 of 50,000; of the rest the carrier pays 90 %.
    [Fact]
    public void What_the_plan_bears_itself_is_not_asked_for()
    {
        var requests = Request(
            Specific100k + "\naggregating: 50000\nreimbursement: 90%",
            "c1 A 2026-02-01 2026-03-01 120000\nc2 B 2026-02-01 2026-03-01 100000",
            "c3 A 2026-06-01 - 40000\nc4 B 2026-06-01 - 20000");

        Assert.Equal(
            ["A 40000.00 9000.00", "B 20000.00 18000.00"],
            requests.Value.Select(request => $"{request.Claimant} {request.Unreleased} {request.Amount}"));
    }

    [Fact]
    public void A_policy_without_advance_funding_takes_no_request()
    {
        var policy = Policy(Specific100k);
        var position = Position(policy, "2026-06-30", Payments("c1 A 2026-02-01 2026-03-01 140000"));

        var requests = AdvanceRequest.Of(policy, position, Payments("c2 A 2026-06-01 - 5000"), Day("2026-06-30"));

        Assert.Equal(StopLossCodes.NoAdvance, Assert.Single(requests.Findings).Code);
    }

    [Theory]
    [InlineData("2026-06-26", "2026-07-03")] // Friday to Friday
    [InlineData("2026-06-27", "2026-07-03")] // Saturday
    [InlineData("2026-06-28", "2026-07-03")] // Sunday
    [InlineData("2026-06-29", "2026-07-06")] // Monday to Monday
    [InlineData("2026-07-01", "2026-07-08")] // Wednesday to Wednesday
    public void The_money_is_sent_on_within_five_working_days(string received, string releaseBy) =>
        Assert.Equal(
            Day(releaseBy),
            AdvanceRequest.ReleaseBy(Policy(Specific100k, rest: Advance).Filing.Advance!, Day(received)));

    private static Parsed<ValueList<AdvanceRequest>> Request(
        string specific, string paid, string unreleased, string on = "2026-06-30")
    {
        var policy = Policy(specific, rest: Advance);
        return AdvanceRequest.Of(policy, Position(policy, on, Payments(paid)), Payments(unreleased), Day(on));
    }
}
