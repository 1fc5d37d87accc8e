using OpenAso.Kernel;
using static OpenAso.StopLoss.Tests.Tables;

namespace OpenAso.StopLoss.Tests;

/// <summary>Published examples of specific and aggregate stop-loss, by their number in the collection.</summary>
public class OracleTests
{
    private const string Specific100k = """
        deductible: 100000
        lines: [medical, rx]
        basis: 12/12
        """;

    [Theory]
    [InlineData("O-1: the carrier pays what is above the deductible", "100000", "125000", "25000")]
    [InlineData("O-3: a Canadian level of 10,000 for each person", "10000", "75000", "65000")]
    [InlineData("O-5: drugs of 40,000 leave 10,000 in the experience", "10000", "40000", "30000")]
    public void O_1_3_5_One_claimant_above_the_specific(string what, string deductible, string paid, string reimbursed)
    {
        var policy = Policy($"deductible: {deductible}\nlines: [medical]\nbasis: 12/12");

        var position = Position(policy, "2026-12-31", Payments($"c1 A 2026-02-01 2026-03-01 {paid}"));

        Assert.True(Amount(reimbursed) == position.SpecificTotal, what);
        Assert.Equal(Amount(deductible), Amount(paid) - position.SpecificTotal);
    }

    [Fact]
    public void O_6_One_claim_breaches_specific_and_aggregating_specific()
    {
        var policy = Policy(Specific100k + "\naggregating: 50000");

        var position = Position(policy, "2026-12-31", Payments("c1 A 2026-02-01 2026-03-01 175000"));

        Assert.Equal(Amount("25000"), position.SpecificTotal);
        Assert.Equal(Amount("50000"), position.AggregatingUsed);
    }

    [Theory]
    [InlineData("", "75000")]
    [InlineData("\nlasers: [{ claimant: A, deductible: 250000 }]", "0")]
    public void O_9_A_laser_of_250000_leaves_bills_of_175000_with_the_plan(string laser, string reimbursed)
    {
        var policy = Policy(Specific100k + laser);

        var position = Position(policy, "2026-12-31", Payments("c1 A 2026-02-01 2026-03-01 175000"));

        Assert.Equal(Amount(reimbursed), position.SpecificTotal);
    }

    [Theory]
    [InlineData("", "400000")]
    [InlineData("""

        lasers:
          - { claimant: Sally, deductible: 500000 }
          - { claimant: One, deductible: 500000 }
          - { claimant: Two, deductible: 500000 }
          - { claimant: Three, deductible: 500000 }
        """, "2000000")]
    public void O_10_Four_lasers_raise_the_plans_exposure_from_400000_to_2000000(string lasers, string exposure)
    {
        var policy = Policy(Specific100k + lasers);

        var position = Position(policy, "2026-12-31", Payments("""
            c1 Sally 2026-02-01 2026-03-01 900000
            c2 One   2026-02-01 2026-03-01 900000
            c3 Two   2026-02-01 2026-03-01 900000
            c4 Three 2026-02-01 2026-03-01 900000
            """));

        Assert.Equal(Amount(exposure), Amount("3600000") - position.SpecificTotal);
    }

    [Fact]
    public void O_12_Accommodation_is_due_in_the_month_in_which_claims_pass_the_cumulative_attachment()
    {
        var policy = Policy(aggregate: """
            lines: [medical]
            basis: 12/12
            factors: [{ line: medical, tier: single, monthly: 1000 }]
            accommodation: { threshold: 0, prorated-minimum: false }
            """);

        var position = Position(policy, "2026-03-31", Payments("""
            c1 A 2026-01-05 2026-01-31  90000
            c2 B 2026-01-05 2026-02-28 100000
            c3 C 2026-01-05 2026-03-31 129000
            """), Census([100, 100, 100], [0, 0, 0]).Where(units => units.Tier == "single"));

        var aggregate = position.Aggregate!;
        Assert.Equal(
            [Money.Zero, Money.Zero, Amount("19000")],
            aggregate.Months.Select(month => month.Accommodation));
        Assert.Equal(Amount("300000"), aggregate.Attachment);
        Assert.Equal(Amount("319000"), aggregate.Eligible);
        Assert.Equal(Money.Zero, aggregate.Reimbursable);
    }

    [Fact]
    public void O_14_Expected_200_a_head_at_125_percent_attach_at_25000_a_month()
    {
        var policy = Policy(aggregate: """
            lines: [medical]
            basis: 12/12
            factors: [{ line: medical, tier: single, monthly: 250.00 }]
            corridor: 125%
            """);

        var position = Position(
            policy, "2026-01-31", [], Census([100], [0]).Where(units => units.Tier == "single"));

        Assert.Equal(Amount("25000"), position.Aggregate!.Months[0].Attachment);
    }

    [Theory]
    [InlineData("no", "1200000")]
    [InlineData("yes", "1500000")]
    public void O_18_A_terminal_liability_option_adds_the_last_three_months(string option, string attachment)
    {
        var policy = Policy(aggregate: $"""
            lines: [medical]
            basis: 12/12
            factors: [{"{"} line: medical, tier: single, monthly: 1000 {"}"}]
            terminal-liability: {option}
            """);

        var position = Position(
            policy, "2026-12-31", [],
            Census([.. Enumerable.Repeat(100, 12)], new int[12]).Where(units => units.Tier == "single"));

        Assert.Equal(Amount(attachment), position.Aggregate!.Attachment);
    }

    [Theory]
    [InlineData("90%", "1620000")]
    [InlineData("95%", "1710000")]
    [InlineData("100%", "1800000")]
    public void O_19_Attachments_follow_the_census_and_the_minimum_the_first_month(string share, string minimum)
    {
        var policy = Policy(aggregate: $"""
            lines: [medical]
            basis: 12/12
            factors:
              - {"{"} line: medical, tier: single, monthly: 900 {"}"}
              - {"{"} line: medical, tier: family, monthly: 2400 {"}"}
            minimum: {"{"} percent-of-first-month: {share}, amount: 0 {"}"}
            """);

        var position = Position(policy, "2026-12-31", [], Census(
            [60, 60, 58, 55, 50, 48, 46, 44, 44, 42, 40, 40],
            [40, 40, 40, 38, 36, 36, 34, 32, 32, 30, 30, 30]));

        var aggregate = position.Aggregate!;
        Assert.Equal(
            [
                150_000, 150_000, 148_200, 140_700, 131_400, 129_600, 123_000, 116_400, 116_400, 109_800, 108_000,
                108_000,
            ],
            aggregate.Months.Select(month => month.Attachment.Cents / 100));
        Assert.Equal(Amount("1531500"), aggregate.Months[^1].CumulativeAttachment);
        Assert.Equal(Amount(minimum), aggregate.MinimumAttachment);
        Assert.Equal(Amount(minimum), aggregate.Attachment);
    }

    [Theory]
    [InlineData("cap-at-base-specific", "1765000", "0")]
    [InlineData("cap-at-own-deductible", "1915000", "115000")]
    [InlineData("net-of-reimbursement", "1965000", "165000")]
    public void O_21_Three_readings_of_what_lasered_dollars_do_to_the_aggregate(
        string variant, string eligible, string reimbursed)
    {
        var policy = Policy(
            Specific100k + "\naggregating: 50000\nlasers: [{ claimant: L, deductible: 250000 }]",
            $"""
            lines: [medical, rx]
            basis: 12/12
            factors: [{"{"} line: medical, tier: single, monthly: 150000 {"}"}]
            lasered-dollars: {variant}
            """);

        var position = Position(policy, "2026-12-31", Payments("""
            a A 2026-02-01 2026-03-01 175,000
            b B 2026-02-01 2026-03-02 130,000
            l L 2026-02-01 2026-03-03 300,000
            c C 2026-02-01 2026-03-04  60,000
            """).Concat(Others("1405000", 20)), Census([.. Enumerable.Repeat(1, 12)], new int[12]));

        Assert.Equal(Amount("105000"), position.SpecificTotal);
        Assert.Equal(
            ["A 75000.00", "B 30000.00", "L 50000.00"],
            position.Specific.Where(one => one.Excess.IsPositive).Select(one => $"{one.Claimant} {one.Excess}"));
        Assert.Equal(Amount("1800000"), position.Aggregate!.Attachment);
        Assert.Equal(Amount(eligible), position.Aggregate.Eligible);
        Assert.Equal(Amount(reimbursed), position.Aggregate.Reimbursable);
        Assert.Equal(Amount("2070000"), position.Bearers.Total);
    }

    // c1 … c9 of the example, by contract basis.
    [Theory]
    [InlineData("12/12", "c3")]
    [InlineData("12/15", "c3 c4")]
    [InlineData("12/18", "c3 c4 c5")]
    [InlineData("12/24", "c3 c4 c5 c6")]
    [InlineData("15/12", "c2 c3")]
    [InlineData("18/12", "c1 c2 c3")]
    [InlineData("24/12", "c1 c2 c3 c7")]
    public void O_22_Each_contract_basis_counts_its_own_claims(string basis, string counted)
    {
        var policy = Policy($"deductible: 1\nlines: [medical]\nbasis: {basis}", year: 2024);

        var position = Position(policy, "2026-12-31", Payments("""
            c1 c1 2023-09-15 2024-01-20 100
            c2 c2 2023-11-10 2024-02-05 100
            c3 c3 2024-03-01 2024-12-31 100
            c4 c4 2024-11-20 2025-03-31 100
            c5 c5 2024-12-15 2025-04-01 100
            c6 c6 2024-12-31 2025-09-30 100
            c7 c7 2023-01-05 2024-06-01 100
            c8 c8 2025-01-01 2025-01-10 100
            c9 c9 2022-12-31 2024-06-01 100
            """));

        Assert.Equal(
            counted.Split(' '),
            position.Specific.Where(one => one.Eligible.IsPositive).Select(one => one.Claimant));
        Assert.Equal(
            "c1 c2 c3 c4 c5 c6 c7 c8 c9".Split(' ').Except(counted.Split(' ')),
            position.Excluded.Select(excluded => excluded.Claim));
    }

    [Theory]
    [InlineData(2025, "12/12", false)]
    [InlineData(2025, "12/15", true)]
    [InlineData(2026, "15/12", true)]
    [InlineData(2026, "12/12", false)]
    public void O_23_A_December_service_paid_in_January(int year, string basis, bool counts)
    {
        var policy = Policy($"deductible: 0\nlines: [medical]\nbasis: {basis}", year: year);

        var position = Position(policy, "2026-12-31", Payments("c1 A 2025-12-10 2026-01-20 500"));

        Assert.Equal(counts, position.SpecificTotal == Amount("500"));
    }

    [Theory]
    [InlineData("person", "0")]
    [InlineData("certificate", "3000")]
    public void O_34_Two_of_a_family_pass_a_certificates_deductible_but_not_a_persons(string per, string reimbursed)
    {
        var policy = Policy($"deductible: 10000\nper: {per}\nlines: [medical]\nbasis: 12/12");

        var position = Position(policy, "2026-12-31", Payments("""
            c1 Ana 2026-02-01 2026-03-01 6000 cert=E1
            c2 Ben 2026-02-01 2026-03-01 7000 cert=E1
            """));

        Assert.Equal(Amount(reimbursed), position.SpecificTotal);
    }

    private static IEnumerable<Counting.ClaimPayment> Others(string total, int people)
    {
        var shares = Amount(total).Allocate([.. Enumerable.Repeat(Money.Of(1), people)]);
        return shares.SelectMany((share, index) => Payments($"x{index} X{index} 2026-04-01 2026-05-01 {share}"));
    }
}
