using OpenAso.Disability.Deciding;
using OpenAso.Disability.Paying;
using OpenAso.Kernel;

namespace OpenAso.Disability.Tests;

/// <summary>Other income that becomes known late, and taxes across years.</summary>
public class OverpaymentTests
{
    private static readonly (string, string)[] Year2025 =
    [
        ("salary", "[{from: 2010-01-01, amount: 24000, per: year}]"),
        ("disability", "{last-day-worked: 2025-09-30, from: 2025-10-01, cause: sickness}"),
        ("certifications", "[{from: 2025-10-01, to: 2026-06-30}]"),
    ];

    // 1,200 a month; 500 from October on, known in February: 500 for each of four months are overpaid.
    [Fact]
    public void An_award_is_taken_back_at_the_plans_rate_the_oldest_year_first()
    {
        var schedule = Schedule("25%", "amount: 500");

        Assert.Equal([(2025, Money.Of(1500)), (2026, Money.Of(500))],
            Assert.Single(schedule.Overpayments).ByYear.Select(year => (year.Year, year.Amount)));
        Assert.Equal([Money.Zero, Money.Of(175), Money.Of(175)],
            ((int[])[3, 4, 5]).Select(month => schedule.Payments[month].Recovery));
        Assert.Equal(Money.Of(525), schedule.Payments[4].Paid);
        Assert.Equal([(2025, Money.Of(625)), (2026, Money.Of(500))],
            schedule.Open.Select(year => (year.Year, year.Amount)));
    }

    // What was overpaid last year stays last year's income; what was overpaid this year makes this year's less.
    [Fact]
    public void Only_what_is_taken_back_of_the_same_year_lowers_the_years_income()
    {
        var schedule = Schedule("100%", "amount: 500");

        Assert.Equal([Money.Of(700), Money.Of(700), Money.Of(600), Money.Of(0)],
            schedule.Payments.Items.Skip(4).Take(4).Select(payment => payment.Recovery).Append(Money.Zero).Take(4));
        Assert.Equal([Money.Of(700), Money.Of(700), Money.Of(200)],
            schedule.Payments.Items.Skip(4).Take(3).Select(payment => payment.Taxable));
    }

    [Fact]
    public void What_was_estimated_too_high_is_paid_with_the_next_benefit()
    {
        var schedule = Schedule("100%", "estimate: 800, amount: 500");

        Assert.Equal([Money.Of(400), Money.Of(1900), Money.Of(700)],
            ((int[])[3, 4, 5]).Select(month => schedule.Payments[month].Paid));
        Assert.Empty(schedule.Overpayments);
    }

    [Fact]
    public void An_estimate_counts_only_where_the_plan_says_so()
    {
        var plan = Sample.MonthlyPlan(("offsets", "[{kind: social-security-primary, clause: c9}]"));

        Assert.All(Sample.Payments(plan, Sample.Claim([.. Year2025, ("other-income",
                "[{kind: social-security-primary, from: 2025-10-01, per: month, estimate: 800}]")])),
            payment => Assert.Equal(Money.Of(1200), payment.Paid));
    }

    [Fact]
    public void An_award_after_the_last_benefit_is_overpaid_all_the_same_and_said()
    {
        var plan = Sample.MonthlyPlan(("offsets", "[{kind: workers-compensation, clause: c9}]"));
        var claim = Sample.Claim([.. Year2025, ("other-income",
            "[{kind: workers-compensation, from: 2025-10-01, per: month, amount: 100, known: 2026-09-01}]"),
            ("repayments", "[{day: 2026-09-15, amount: 450}]")]);

        var assessment = Sample.Assess(plan, claim);

        Assert.Equal(Money.Of(450), assessment.Schedule!.Repaid);
        Assert.Equal([(2026, Money.Of(450))],
            assessment.Schedule.Open.Select(year => (year.Year, year.Amount)));
        Assert.Equal(Money.Of(6 * 1200 - 150), assessment.TaxYears[1].Taxable);
        Assert.Contains(assessment.Findings, finding => finding.Code == AssessmentCodes.OverpaymentOpen);
    }

    [Fact]
    public void The_survivor_benefit_repays_what_is_open_first()
    {
        var plan = Sample.MonthlyPlan(
            ("offsets", "[{kind: social-security-primary, clause: c9}]"),
            ("overpayment", "{clause: c8, rate: 0%}"),
            ("survivor", "{clause: c11, months: 3, after-days: 180}"));
        var claim = Sample.Claim([.. Year2025,
            ("disability", "{last-day-worked: 2025-09-30, from: 2025-10-01, cause: sickness, died: 2026-04-15}"),
            ("other-income",
                "[{kind: social-security-primary, from: 2025-10-01, per: month, amount: 500, known: 2025-12-10}]")]);

        var schedule = Sample.Assess(plan, claim).Schedule!;

        Assert.Equal(
            new SurvivorPayment(new(2026, 4, 15), Money.Of(2100), Money.Of(1000)) { Taxable = Money.Of(2100) },
            schedule.Survivor);
        Assert.Equal(Money.Of(1100), schedule.Survivor!.Paid);
        Assert.Equal(new DateOnly(2026, 4, 15), schedule.Payments[^1].Period.Through);
    }

    [Fact]
    public void The_flat_rate_of_supplemental_wages_is_that_of_the_day()
    {
        var claim = Sample.Claim(
            ("disability", "{last-day-worked: 2017-11-30, from: 2017-12-01, cause: accident}"),
            ("certifications", "[{from: 2017-12-01, to: 2018-01-31}]"),
            ("salary", "[{from: 2010-01-01, amount: 20000, per: year}]"),
            ("withholding", "{method: supplemental}"));

        Assert.Equal([Money.Of(250), Money.Of(220)],
            Sample.Payments(Sample.MonthlyPlan(), claim).Select(payment => payment.Withheld!.Value));
        Assert.All(Sample.Payments(Sample.MonthlyPlan(("payment", "advice-to-pay")), claim),
            payment => Assert.Null(payment.Withheld));
    }

    // An agent withholds at the flat rate unless told otherwise; an insurer only where it is asked to.
    [Theory]
    [InlineData("employers-agent", "", 22_000)]
    [InlineData("employers-agent", "{method: none}", 0)]
    [InlineData("employers-agent", "{method: w-4, amount: 50}", 5_000)]
    [InlineData("insured", "", 0)]
    [InlineData("insured", "{method: w-4s, amount: 210}", 21_000)]
    public void Who_pays_decides_how_tax_is_withheld(string payment, string asked, long cents)
    {
        var claim = Sample.Claim(("salary", "[{from: 2010-01-01, amount: 20000, per: year}]"), ("withholding", asked));

        var payments = Sample.Payments(Sample.MonthlyPlan(("payment", payment)), claim);

        Assert.Equal(new Money(cents), payments[1].Withheld);
    }

    private static PaymentSchedule Schedule(string rate, string amounts)
    {
        var plan = Sample.MonthlyPlan(
            ("offsets", "[{kind: social-security-primary, clause: c9, estimated: yes}]"),
            ("overpayment", $"{{clause: c8, rate: {rate}}}"));
        return Sample.Assess(plan, Sample.Claim([.. Year2025, ("other-income",
            $"[{{kind: social-security-primary, from: 2025-10-01, per: month, {amounts}, known: 2026-02-10}}]")]))
            .Schedule!;
    }
}
