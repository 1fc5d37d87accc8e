using CsCheck;
using OpenAso.Kernel;
using OpenAso.StopLoss.Minimums;
using OpenAso.StopLoss.Policies;
using static OpenAso.StopLoss.Tests.Tables;

namespace OpenAso.StopLoss.Tests.Minimums;

public class StopLossMinimumRulesTests
{
    private static readonly string[] States =
        ["US-AR", "US-CA", "US-RI", "US-VT", "US-UT", "US-AK", "US-CO", "US-CT", "US-NY", "US-AL"];

    private static readonly StopLossMinimums Minimums = StopLossMinimumsReaderTests.Minimums();

    [Fact]
    public void O_30_A_small_employer_in_California_is_below_both_minima()
    {
        var policy = Governed("US-CA", "2026-01-01", "25000");

        var warnings = StopLossMinimumRules.Check(
            policy, 40, 90, Amount("300000"), Amount("350000"), Minimums);

        Assert.Equal(["STL050", "STL051"], warnings.Select(warning => warning.Code));
        Assert.Contains("25000.00; US-CA asks for 40000.00", warnings[0].Message, StringComparison.Ordinal);
        Assert.Contains("350000.00; US-CA asks for 450000.00", warnings[1].Message, StringComparison.Ordinal);
        Assert.Contains(
            "the largest of 450000.00 for 90 group members, 360000.00 as 120% of expected claims, 40000.00 in any case",
            warnings[1].Message, StringComparison.Ordinal);
        Assert.All(warnings, warning => Assert.Equal("California Insurance Code 10752.4", warning.Source));
        Assert.All(
            warnings, warning => Assert.EndsWith("As of 2026-11-26.", warning.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_policy_at_the_minima_is_not_warned() =>
        Assert.Empty(Check("US-CA", "2026-01-01", 40, 90, "40000", "450000", "375000"));

    [Theory]
    [InlineData("US-CA", "2015-12-31", 40, "34999.99", "STL050", "35000.00")]
    [InlineData("US-CA", "2016-01-01", 40, "39999.99", "STL050", "40000.00")]
    [InlineData("US-RI", "2026-01-01", 4000, "19999.99", "STL050", "20000.00")]
    [InlineData("US-VT", "2017-01-01", 4000, "28699.99", "STL050", "28700.00")]
    [InlineData("US-AK", "2026-01-01", 51, "9999.99", "STL050", "10000.00")]
    [InlineData("US-CO", "2026-01-01", 100, "19999.99", "STL050", "20000.00")]
    [InlineData("US-CO", "2026-01-01", 101, "14999.99", "STL050", "15000.00")]
    [InlineData("US-CT", "2026-01-01", 10, "19999.99", "STL050", "20000.00")]
    [InlineData("US-FL", "2026-01-01", 10, "19999.99", "STL050", "20000.00")]
    [InlineData("US-AZ", "2026-01-01", 10, "9999.99", "STL050", "10000.00")]
    public void Each_state_holds_to_its_own_specific_minimum(
        string situs, string first, int employees, string deductible, string code, string least)
    {
        var warning = Assert.Single(
            Check(situs, first, employees, 1, deductible, "10000000", "1"), warning => warning.Code == code);

        Assert.Contains($"asks for {least} or more", warning.Message, StringComparison.Ordinal);
    }

    // A thousand heads and a million of expected claims: what a cent below the least attachment draws.
    [Theory]
    [InlineData("US-AR", "2021-07-27", 50, "4000000")]
    [InlineData("US-AR", "2021-07-28", 50, "1200000")]
    [InlineData("US-AR", "2021-07-27", 51, "1100000")]
    [InlineData("US-AR", "2021-07-28", 51, "1100000")]
    [InlineData("US-CA", "2016-01-01", 100, "5000000")]
    [InlineData("US-RI", "2026-01-01", 100, "1200000")]
    [InlineData("US-VT", "2026-01-01", 100, "5700000")]
    [InlineData("US-AK", "2026-01-01", 50, "4000000")]
    [InlineData("US-AK", "2026-01-01", 51, "1100000")]
    [InlineData("US-UT", "2026-01-01", 50, "850000")]
    [InlineData("US-CT", "2026-01-01", 50, "20000")]
    public void Each_state_holds_to_its_own_aggregate_minimum(
        string situs, string first, int employees, string least)
    {
        var below = (Amount(least) - new Money(1)).ToString();

        Assert.DoesNotContain(
            Check(situs, first, employees, 1000, "1000000", least, "1000000"), warning => warning.Code == "STL051");
        var warning = Assert.Single(
            Check(situs, first, employees, 1000, "1000000", below, "1000000"), warning => warning.Code == "STL051");
        Assert.Contains($"asks for {Amount(least)} or more", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_expected_claims_the_rest_is_checked_and_that_part_says_it_was_not()
    {
        var warnings = Check("US-CA", "2026-01-01", 40, 90, "40000", "449999.99", null);

        Assert.Equal(["STL051", "STL052"], warnings.Select(warning => warning.Code));
        Assert.Contains("could not be checked", warnings[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_attachment_the_aggregate_says_it_was_not_checked() =>
        Assert.Equal(["STL052"], Check("US-CA", "2026-01-01", 40, 90, "40000", null, "1")
            .Select(warning => warning.Code));

    [Theory]
    [InlineData("CA-ON")]
    [InlineData("CA")]
    public void A_Canadian_policy_is_not_checked(string situs) =>
        Assert.Empty(Check(situs, "2026-01-01", 40, 90, "1", "1", "1"));

    [Theory]
    [InlineData("US-WY", "No minima are held for US-WY")]
    [InlineData("US-MD", "Sources disagree")]
    public void A_state_without_figures_says_that_nothing_was_checked(string situs, string words)
    {
        var warning = Assert.Single(Check(situs, "2026-01-01", 40, 90, "20000", "1", "1"));

        Assert.Equal("STL052", warning.Code);
        Assert.Contains(words, warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Small_employers_in_New_York_may_not_be_sold_stop_loss_and_large_ones_were_not_checked()
    {
        Assert.Equal("STL054", Assert.Single(Check("US-NY", "2026-01-01", 100, 1, "20000", "1", "1")).Code);
        Assert.Equal("STL052", Assert.Single(Check("US-NY", "2026-01-01", 101, 1, "20000", "1", "1")).Code);
    }

    [Fact]
    public void Utah_asks_small_employers_for_both_protections_no_lasers_and_twelve_months_of_run_out()
    {
        var policy = Policy("""
            deductible: 15000
            lines: [medical]
            basis: 12/12
            lasers: [{ claimant: L, deductible: 20000 }]
            """) with { Situs = new Situs("US", "UT") };

        var codes = StopLossMinimumRules.Check(policy, 50, 90, null, null, Minimums).Select(warning => warning.Code);

        Assert.Equal(["STL055", "STL056", "STL057"], codes);
    }

    [Fact]
    public void A_higher_deductible_or_attachment_never_draws_more_warnings() =>
        Gen.Select(
            Gen.Int[0, States.Length - 1].Select(state => States[state]),
            Gen.Int[1, 200], Gen.Int[0, 60_000], Gen.Int[0, 60_000], Gen.Int[0, 2_000_000], Gen.Int[0, 2_000_000])
            .Sample((situs, employees, one, other, attachment, raised) =>
            {
                var low = Check(situs, "2026-01-01", employees, 200, $"{one}", [$"{attachment}", "900000"]);
                var high = Check(
                    situs, "2026-01-01", employees, 200, $"{one + other}", [$"{attachment + raised}", "900000"]);
                return high.Count <= low.Count;
            }, iter: 300);

    private static ValueList<PolicyWarning> Check(
        string situs, string first, int employees, int members, string deductible, params string?[] amounts) =>
        StopLossMinimumRules.Check(
            Governed(situs, first, deductible), employees, members,
            amounts[1] is { } expected ? Amount(expected) : null,
            amounts[0] is { } attachment ? Amount(attachment) : null, Minimums);

    private static StopLossPolicy Governed(string situs, string first, string deductible)
    {
        Assert.True(Situs.TryParse(situs, out var place));
        var day = Day(first);
        var policy = Policy(
            $"deductible: {deductible}\nlines: [medical]\nbasis: 12/24",
            "lines: [medical]\nbasis: 12/24\nfactors: [{ line: medical, tier: single, monthly: 100 }]");
        return policy with { Situs = place, Period = new DateRange(day, day.AddYears(1).AddDays(-1)) };
    }
}
