using OpenAso.Disability.Taxes;
using OpenAso.Kernel;

namespace OpenAso.Disability.Tests;

/// <summary>Examples that were published, by their numbers in our collection of them.</summary>
public class PublishedExampleTests
{
    [Fact]
    public void D1_sixty_per_cent_of_65000_a_year_are_750_a_week()
    {
        var plan = Sample.WeeklyPlan(("benefit", "{clause: c5, percent: 60%, maximum: 2500, days: calendar}"));

        var payments = Sample.Payments(plan, Sample.Claim(
            ("salary", "[{from: 2010-01-01, amount: 65000, per: year}]")));

        Assert.Equal(Money.Of(750), payments[0].Period.Gross);
        Assert.Equal(Money.Of(750), payments[0].Paid);
    }

    [Fact]
    public void D2_an_award_of_900_leaves_300_and_24_months_are_overpaid_by_21600()
    {
        var plan = Sample.MonthlyPlan(("offsets", "[{kind: social-security-primary, clause: c9}]"));
        var claim = Sample.Claim(
            ("salary", "[{from: 2010-01-01, amount: 24000, per: year}]"),
            ("disability", "{last-day-worked: 2022-12-31, from: 2023-01-01, cause: sickness}"),
            ("certifications", "[{from: 2023-01-01, to: 2025-01-31}]"),
            ("other-income",
                "[{kind: social-security-primary, from: 2023-01-01, per: month, amount: 900, known: 2025-01-15}]"));

        var schedule = Sample.Assess(plan, claim).Schedule!;

        Assert.All(schedule.Payments.Items.Take(24), payment => Assert.Equal(Money.Of(1200), payment.Paid));
        Assert.Equal((Money.Of(1200), Money.Of(300)),
            (schedule.Payments[24].Period.Gross, schedule.Payments[24].Period.Net));
        var overpayment = Assert.Single(schedule.Overpayments);
        Assert.Equal(Money.Of(21_600), overpayment.Amount);
        Assert.Equal([(2023, Money.Of(10_800)), (2024, Money.Of(10_800))],
            overpayment.ByYear.Select(year => (year.Year, year.Amount)));
        Assert.Equal(Money.Of(300), schedule.Payments[24].Recovery);
        Assert.Equal(Money.Of(21_300), schedule.Open.Items.Total(year => year.Amount));
    }

    [Fact]
    public void D3_benefit_and_part_time_earnings_together_reach_the_earnings_of_before()
    {
        var plan = Sample.MonthlyPlan(("work-incentive", "{clause: c10, months: 12}"));
        var claim = Sample.Claim(
            ("salary", "[{from: 2010-01-01, amount: 10000, per: month}]"),
            ("work", "[{from: 2026-02-01, earnings: {amount: 4400, per: month}}]"));

        var payments = Sample.Payments(plan, claim);

        Assert.Equal(Money.Of(6000), payments[1].Period.Gross);
        Assert.Equal(Money.Of(-400),
            Assert.Single(payments[1].Period.Steps, step => step.Name == "part-time-earnings").Amount);
        Assert.Equal(Money.Of(5600), payments[1].Paid);
        Assert.Equal(Money.Of(10_000), payments[1].Paid + Money.Of(4400));
    }

    [Fact]
    public void D5_who_worked_last_in_december_has_no_sick_pay_wages_after_june()
    {
        Assert.Equal(new DateOnly(2020, 6, 30), SickPayRules.LastWageDay(new DateOnly(2019, 12, 11), Sample.Law));

        var payments = Sample.Payments(Sample.MonthlyPlan(), Sample.Claim(
            ("disability", "{last-day-worked: 2019-12-11, from: 2019-12-12, cause: sickness}"),
            ("certifications", "[{from: 2019-12-12, to: 2020-09-11}]")));

        Assert.All(payments, payment => Assert.Equal(
            payment.Day <= new DateOnly(2020, 6, 30) ? payment.Taxable : Money.Zero, payment.FicaTaxable));
        Assert.Contains(payments, payment => payment.Day > new DateOnly(2020, 6, 30));
    }

    [Fact]
    public void D7_seventy_per_cent_is_taxed_and_six_months_of_it_are_wages()
    {
        var claim = Sample.Claim(
            ("salary", "[{from: 2010-01-01, amount: 40000, per: year}]"),
            ("contributions", """
                [{year: 2017, employer: 0, employee: 100}, {year: 2019, employer: 60, employee: 40},
                  {year: 2020, employer: 70, employee: 30}, {year: 2021, employer: 80, employee: 20}]
                """),
            ("disability", "{last-day-worked: 2021-12-31, from: 2022-01-01, cause: sickness}"),
            ("certifications", "[{from: 2022-01-01, to: 2022-10-31}]"),
            ("withholding", "{method: w-4s, amount: 210}"));

        var assessment = Sample.Assess(Sample.MonthlyPlan(("payment", "insured")), claim);

        Assert.All(assessment.Schedule!.Payments, payment => Assert.Equal(Money.Of(2000), payment.Paid));
        var year = Assert.Single(assessment.TaxYears);
        Assert.Equal(Money.Of(20_000), year.Paid);
        Assert.Equal(Money.Of(14_000), year.Taxable);
        Assert.Equal(Money.Of(6_000), year.NotTaxable);
        Assert.Equal(Money.Of(8_400), year.FicaTaxable);
        Assert.Equal(Money.Of(7_000), year.UnemploymentTaxable);
        Assert.Equal(Money.Of(2_100), year.Withheld);
        var statement = AssessedSickPay.Statement(assessment, 2022, Sample.Law)!;
        // 8,400 × 6.2 % and 1.45 %.
        Assert.Equal(
            new WageStatementBoxes(
                Money.Of(14_000), Money.Of(2_100), Money.Of(8_400), new Money(520_80), Money.Of(8_400),
                new Money(121_80), Money.Of(6_000), true),
            statement.Boxes);
        Assert.Equal((Money.Of(20_000), new DateOnly(2023, 1, 15)), (statement.Figures.Paid, statement.Due));
        Assert.Equal(new Money(642_60), statement.EmployerTax!.Value.Total);
        Assert.Equal(Money.Of(7_000), statement.UnemploymentWages);
        Assert.Equal([TaxCodes.WagesUnknown], statement.Findings.Select(finding => finding.Code));
        Assert.Null(AssessedSickPay.Statement(assessment, 2023, Sample.Law));
    }

    [Theory]
    [InlineData("4000", 3_000)]
    [InlineData("7000", 0)]
    [InlineData("40000", 0)]
    public void D7_unemployment_tax_is_on_what_other_wages_leave_of_its_base(string paid, long left)
    {
        var claim = Sample.Claim(("wages",
            $"[{{year: 2026, social-security: {paid}, medicare: {paid}, unemployment: {paid}}}]"));

        var statement = AssessedSickPay.Statement(Sample.Assess(Sample.WeeklyPlan(), claim), 2026, Sample.Law)!;

        Assert.Equal(Money.Of(left), statement.UnemploymentWages);
        Assert.Empty(statement.Findings);
    }
}
