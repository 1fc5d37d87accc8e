using CsCheck;
using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Underwriting;
using static OpenAso.StopLoss.Tests.Tables;

namespace OpenAso.StopLoss.Tests.Underwriting;

public class ExperienceTests
{
    private static readonly SpecificTerms SplitFunded =
        Policy("deductible: 100000\nlines: [medical]\nbasis: 12/12\naggregating: 120000\nsplit-funded: yes").Specific!;

    // 400,000 less a quarter is 300,000; claims and deficit are 200,000; half of the 100,000 that are left.
    [Theory]
    [InlineData("180000", "50000", "0")]
    [InlineData("280000", "0", "0")]
    [InlineData("290000", "0", "10000")]
    public void Half_of_what_a_good_year_leaves_comes_back_and_a_bad_one_leaves_a_deficit(
        string claims, string refund, string deficit)
    {
        var terms = new ExperienceRefundTerms(Percent.Of(50), Percent.Of(25), Amount("20000"));

        Assert.Equal(
            new ExperienceRefund(Amount(refund), Amount(deficit)),
            ExperienceRefundRules.Of(terms, Amount("400000"), Amount(claims)));
    }

    [Fact]
    public void The_tenth_that_a_plan_keeps_of_the_excess_does_not_count_toward_its_aggregate()
    {
        var policy = Policy(
            "deductible: 100000\nlines: [medical]\nbasis: 12/12\nreimbursement: 90%",
            "lines: [medical]\nbasis: 12/12\nfactors: [{ line: medical, tier: single, monthly: 1 }]");

        var position = Position(
            policy, "2026-12-31", Payments("c1 A 2026-02-01 2026-03-01 300000"),
            Census([.. Enumerable.Repeat(1, 12)], new int[12]));

        Assert.Equal(Amount("180000"), position.SpecificTotal);
        Assert.Equal(Amount("120000"), Amount("300000") - position.SpecificTotal);
        Assert.Equal(Amount("100000"), position.Aggregate!.Eligible);
    }

    [Fact]
    public void In_month_5_the_corridor_gives_its_50000_and_the_employer_owes_30000_more()
    {
        var account = CorridorAccount.Of(
            SplitFunded, 12, [Money.Zero, Money.Zero, Money.Zero, Money.Zero, Amount("80000")]);

        Assert.Equal(
            new CorridorMonth(
                Amount("10000"), Amount("80000"), Amount("50000"), Money.Zero, Amount("30000"), Money.Zero),
            account.Months[4]);
    }

    [Fact]
    public void The_carrier_pays_nothing_until_all_120000_are_absorbed()
    {
        var account = CorridorAccount.Of(SplitFunded, 12, Enumerable.Repeat(Amount("150000"), 12));

        Assert.All(account.Months, month => Assert.Equal(Amount("30000"), month.Carrier));
        Assert.Equal(Amount("110000"), account.Months[0].StillOwed);
        Assert.Equal(Money.Zero, account.Months[11].StillOwed);
        Assert.Equal(Money.Zero, account.Returned);
    }

    [Fact]
    public void What_the_corridor_does_not_use_goes_back_to_the_employer()
    {
        var account = CorridorAccount.Of(SplitFunded, 12, Enumerable.Repeat(Amount("45000"), 12));

        Assert.Equal(Amount("75000"), account.Returned);
    }

    [Fact]
    public void What_is_paid_in_is_drawn_or_there_and_every_excess_is_borne_by_somebody() =>
        Gen.Select(Gen.Long[0, 20_000_000].Array[1, 15], Gen.Long[1, 15_000_000], Gen.Int[1, 12])
            .Sample((excess, aggregating, parts) =>
            {
                var terms = SplitFunded with { Aggregating = new Money(aggregating) };
                var months = CorridorAccount.Of(terms, parts, excess.Select(cents => new Money(cents))).Months;
                Money paidIn = Money.Zero, drawn = Money.Zero;
                return months.Items.All(month =>
                {
                    paidIn += month.Deposit;
                    drawn += month.Drawn;
                    return paidIn == drawn + month.Balance && !month.Balance.IsNegative
                        && month.Excess == drawn + month.StillOwed + month.Carrier
                        && (month.Balance.IsZero || month.StillOwed.IsZero);
                });
            });
}
