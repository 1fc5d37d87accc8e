using OpenAso.Disability.Benefits;
using OpenAso.Disability.Claims;
using OpenAso.Disability.Terms;
using OpenAso.Kernel;

namespace OpenAso.Disability.Tests;

/// <summary>The benefit of a full week or month.</summary>
public class RateTests
{
    [Fact]
    public void The_maximum_comes_before_offsets()
    {
        var plan = Sample.MonthlyPlan(
            ("benefit", "{clause: c5, percent: 60%, maximum: 5000, days: thirty}"),
            ("offsets", "[{kind: social-security-primary, clause: c9}]"));

        var rate = Rate(plan, Money.Of(120_000), Income(OffsetKind.SocialSecurityPrimary, 1500));

        Assert.Equal((Money.Of(6000), Money.Of(5000), Money.Of(3500)), (rate.BeforeMaximum, rate.Gross, rate.Net));
    }

    [Fact]
    public void The_minimum_keeps_a_part_from_offsets_but_not_from_those_that_go_below_it()
    {
        var plan = Sample.MonthlyPlan(
            ("benefit", "{clause: c5, percent: 60%, minimum: {clause: c6, amount: 100, share: 10%}, days: thirty}"),
            ("offsets", "[{kind: salary-continuation, clause: c9, below-minimum: yes}, "
                + "{kind: social-security-primary, clause: c9}]"));

        var social = Rate(plan, Money.Of(60_000), Income(OffsetKind.SocialSecurityPrimary, 9_000));
        var pay = Rate(plan, Money.Of(60_000), Income(OffsetKind.SalaryContinuation, 9_000));

        Assert.Equal((Money.Of(3000), Money.Of(300), Money.Of(300)), (social.Gross, social.Least, social.Net));
        Assert.Equal((Money.Of(9000), Money.Of(2700)), (social.Parts[0].Income, social.Parts[0].Amount));
        Assert.Equal(Money.Zero, pay.Net);
    }

    // Net 4,200 with 4,000 of 10,000 still earned: 60 % of it; indexed twice by 5 % the loss is 1 - 4,000 / 11,025.
    [Theory]
    [InlineData(0, 2520_00)]
    [InlineData(2, 2676_19)]
    public void Proportionate_part_time_work_pays_the_share_of_earnings_that_is_lost(int indexations, long cents)
    {
        var plan = Sample.MonthlyPlan(
            ("offsets", "[{kind: social-security-primary, clause: c9}]"),
            ("work-incentive", "{clause: c10, months: 12, proportionate: yes, index: 5%}"));

        var rate = RateCalculation.Of(plan.Wordings[0], Earnings(Money.Of(120_000)), Scene(
            Income(OffsetKind.SocialSecurityPrimary, 1800)) with
        {
            PartTime = Money.Of(4000),
            IsProportionate = true,
            Indexations = indexations,
        });

        Assert.Equal(new Money(cents), rate.Net);
    }

    [Fact]
    public void Increases_for_the_cost_of_living_build_upon_each_other_and_rehabilitation_is_on_top()
    {
        var plan = Sample.MonthlyPlan(
            ("cost-of-living", "{clause: c10, share: 3%, after-months: 12, years: 5}"),
            ("rehabilitation", "{clause: c11, share: 10%}"));

        var rate = RateCalculation.Of(plan.Wordings[0], Earnings(Money.Of(20_000)), Scene() with
        {
            Increases = 2,
            InRehabilitation = true,
        });

        Assert.Equal([("cost-of-living", Money.Exactly(60.90m)), ("rehabilitation", Money.Of(100))],
            rate.Parts.Select(part => (part.Name, part.Amount)));
        Assert.Equal(Money.Exactly(1160.90m), rate.Net);
    }

    [Fact]
    public void Increases_begin_after_their_months_and_end_with_their_years()
    {
        var plan = Sample.MonthlyPlan(
            ("cost-of-living", "{clause: c10, share: 10%, after-months: 12, years: 2}"));

        var payments = Sample.Payments(plan, Sample.Claim(
            ("salary", "[{from: 2010-01-01, amount: 20000, per: year}]"),
            ("disability", "{last-day-worked: 2019-12-31, from: 2020-01-01, cause: accident}"),
            ("certifications", "[{from: 2020-01-01, to: 2023-12-31}]")));

        Assert.Equal(
            [Money.Of(1000), Money.Of(1000), Money.Of(1100), Money.Of(1210), Money.Of(1210)],
            ((int[])[0, 11, 12, 24, 36]).Select(month => payments[month].Paid));
    }

    [Theory]
    [InlineData("yes", 30_000)]
    [InlineData("no", 28_000)]
    public void Frozen_offsets_do_not_grow_with_the_cost_of_living(string frozen, long cents)
    {
        var plan = Sample.MonthlyPlan(
            ("offsets", $"[{{kind: social-security-primary, clause: c9, frozen: {frozen}}}]"));

        var payments = Sample.Payments(plan, Sample.Claim(
            ("salary", "[{from: 2010-01-01, amount: 24000, per: year}]"),
            ("other-income", "[{kind: social-security-primary, from: 2026-01-01, per: month, amount: 900, "
                + "increases: [{from: 2026-02-01, amount: 920}]}]")));

        Assert.Equal(new Money(cents), payments[1].Paid);
    }

    // 12,000 of commissions in the twelve months before June; those of June and of the June before count nothing.
    [Fact]
    public void Commissions_are_the_average_of_whole_months_before_the_last_day_of_work()
    {
        MonthlyPay[] commissions =
        [
            new(new Month(2024, 5), Money.Of(99)), new(new Month(2024, 6), Money.Of(5_000)),
            new(new Month(2025, 5), Money.Of(7_000)), new(new Month(2025, 6), Money.Of(99)),
        ];
        var earnings = PredisabilityEarnings.Of(
            new Earnings([new SalaryEntry(new(2020, 1, 1), new Pay(Money.Of(3_000), PayPeriod.Month))],
                commissions.ToValueList(), null),
            new EarningsClass("sales", 12, 0, default), new DateOnly(2025, 6, 30), weekly: true)!;

        Assert.Equal(Money.Of(48_000), earnings.Yearly);
        Assert.Equal(Money.Exactly(923.08m), earnings.ForPeriod);
    }

    [Fact]
    public void A_share_of_earnings_may_change_from_one_week_to_another()
    {
        var plan = Sample.WeeklyPlan(("benefit",
            "{clause: c5, steps: [{from: 1, percent: 100%}, {from: 3, percent: 60%}], days: working}"));

        var payments = Sample.Payments(plan, Sample.Claim());

        Assert.Equal([Money.Of(1000), Money.Of(1000), Money.Of(600)], payments.Take(3).Select(one => one.Paid));
    }

    // From Thursday to Tuesday are four working days of five, and six calendar days of seven.
    [Theory]
    [InlineData("working", 48_000)]
    [InlineData("calendar", 51_429)]
    public void A_part_of_a_week_is_paid_by_the_plans_days(string days, long cents)
    {
        var plan = Sample.WeeklyPlan(("benefit", $"{{clause: c5, percent: 60%, days: {days}}}"));

        var payment = Assert.Single(Sample.Payments(plan, Sample.Claim(
            ("disability", "{last-day-worked: 2026-01-07, from: 2026-01-08, cause: accident}"),
            ("certifications", "[{from: 2026-01-08, to: 2026-01-13}]"))));

        Assert.Equal(new Money(cents), payment.Paid);
    }

    // Every month is thirty thirtieths: February from the tenth is 21 of them, the last of January none.
    [Theory]
    [InlineData("2026-02-10", "2026-02-28", 70_000)]
    [InlineData("2026-01-31", "2026-01-31", 0)]
    [InlineData("2026-01-01", "2026-01-30", 100_000)]
    [InlineData("2026-04-16", "2026-04-30", 50_000)]
    public void A_part_of_a_month_is_paid_by_thirtieths(string from, string to, long cents)
    {
        var payment = Assert.Single(Sample.Payments(Sample.MonthlyPlan(), Sample.Claim(
            ("salary", "[{from: 2010-01-01, amount: 20000, per: year}]"),
            ("disability", $"{{last-day-worked: {from}, from: {from}, cause: accident}}"),
            ("certifications", $"[{{from: {from}, to: {to}}}]"))));

        Assert.Equal(new Money(cents), payment.Paid);
    }

    private static BenefitRate Rate(DisabilityPlan plan, Money yearly, params CountedIncome[] incomes) =>
        RateCalculation.Of(plan.Wordings[0], Earnings(yearly), Scene(incomes));

    private static RateScene Scene(params CountedIncome[] incomes) =>
        new(Percent.Of(60), incomes.ToValueList(), null, false, 0, 0, false);

    private static PredisabilityEarnings Earnings(Money yearly) =>
        new(yearly, yearly.Ratio(1, 12, Rounding.HalfUp), 12);

    private static CountedIncome Income(OffsetKind kind, long dollars) => new(kind, Money.Of(dollars));
}
