using OpenAso.Disability.Deciding;
using OpenAso.Disability.Paying;
using OpenAso.Disability.Taxes;
using OpenAso.Kernel;

namespace OpenAso.Disability.Tests;

/// <summary>What comes back corrects the taxes of the year in which it was paid.</summary>
public class RepaidTaxTests
{
    private static readonly (string, string)[] Since2025 =
    [
        ("salary", "[{from: 2010-01-01, amount: 24000, per: year}]"),
        ("disability", "{last-day-worked: 2025-09-30, from: 2025-10-01, cause: sickness}"),
        ("certifications", "[{from: 2025-10-01, to: 2026-06-30}]"),
        ("wages", "[{year: 2025, social-security: 18000, medicare: 18000}, "
            + "{year: 2026, social-security: 0, medicare: 0, unemployment: 0}]"),
    ];

    // 1,200 a month, wages to the end of March. An award of 500 from October on, known in February: 1,500 of 2025 and
    // 500 of 2026 are overpaid; they come back from February on, 700 each month.
    [Fact]
    public void What_comes_back_later_corrects_the_wages_of_its_year_and_leaves_its_income()
    {
        var assessment = Assess();
        var (before, after) = (assessment.TaxYears[0], assessment.TaxYears[1]);

        Assert.Equal((Money.Of(3600), Money.Of(3600)), (before.Taxable, before.FicaTaxable));
        Assert.Equal(
            [(new DateOnly(2026, 2, 28), Money.Of(700)), (new DateOnly(2026, 3, 31), Money.Of(700)),
                (new DateOnly(2026, 4, 30), Money.Of(100))],
            before.Corrections.Select(one => (one.Day, one.FicaWages)));
        Assert.Equal(new FicaTax(Money.Of(93), new Money(2175), Money.Zero), Total(before.Corrections));
        Assert.Empty(after.Corrections);
    }

    // 1,200 of January, 700 of February and March, 500 of these taken back in April and no wage any more.
    [Fact]
    public void What_comes_back_in_its_year_lowers_its_wages_though_later_benefits_are_none()
    {
        var assessment = Assess();
        var year = assessment.TaxYears[1];

        Assert.Equal([1200L, 700, 700, -500, 0, 0],
            assessment.Schedule!.Payments.Items.Skip(3).Select(payment => payment.FicaTaxable.Cents / 100));
        Assert.Equal(Money.Of(2100), year.FicaTaxable);
        Assert.Equal(Money.Of(1200 + (5 * 700) - 500), year.Taxable);
        Assert.Equal(FicaRules.Employee(Money.Of(2100), null, Sample.Law.Fica!.In(2026)!), year.FicaWithheld);
    }

    // Nothing is paid in February and March: the tax on their wages is withheld from what is paid later.
    [Fact]
    public void Tax_on_benefits_of_which_nothing_is_paid_out_waits_for_the_next_payment()
    {
        var payments = Assess().Schedule!.Payments;

        Assert.All(payments, payment => Assert.False(payment.AfterTax.IsNegative));
        Assert.Equal([Money.Zero, Money.Zero], payments.Items.Skip(4).Take(2).Select(one => one.Fica!.Withheld.Total));
        // April: 700 less 600 taken back; wages of the year are 2,100, of which 1,200 have borne tax: 7.65 % of 900.
        Assert.Equal(new Money(6885), payments[6].Fica!.Withheld.Total);
    }

    [Theory]
    [InlineData("2026-12-30", 2100, 0)]
    [InlineData("2027-01-04", 2600, 500)]
    public void A_cheque_counts_for_the_year_in_which_it_comes(string day, long wages, long corrected)
    {
        var assessment = Assess("0%", ("repayments", $"[{{day: {day}, amount: 2000}}]"));
        var year = assessment.TaxYears[1];

        Assert.Equal(Money.Of(wages), year.FicaTaxable);
        Assert.Equal(Money.Of(corrected), year.Corrections.Items.Total(one => one.FicaWages));
        Assert.Equal(Money.Of(1500), assessment.TaxYears[0].Corrections.Items.Total(one => one.FicaWages));
        Assert.Equal(Money.Of(1500), assessment.TaxYears[0].Corrections.Items.Total(one => one.Amount));
        // January's tax had been sent: the statement says what is to be given back.
        var statement = AssessedSickPay.Statement(assessment, 2026, Sample.Law)!;
        Assert.Equal(day[3] == '6', statement.Findings.Items.Any(one => one.Code == TaxCodes.WithheldDiffers));
        Assert.Equal(day[3] == '7', statement.Findings.Items.Any(one => one.Code == TaxCodes.YearCorrected));
        Assert.Equal(corrected == 0 ? null : (Money.Of(2100), Money.Of(2100)), statement.CorrectedWages);
    }

    [Fact]
    public void A_survivor_benefit_is_income_by_the_same_share_no_wage_and_bears_no_tax()
    {
        var assessment = Sample.Assess(
            Sample.MonthlyPlan(
                ("offsets", "[{kind: social-security-primary, clause: c9}]"),
                ("overpayment", "{clause: c8, rate: 0%}"),
                ("survivor", "{clause: c11, months: 3, after-days: 90}")),
            Sample.Claim([.. Since2025,
                ("contributions", "[{year: 2024, employer: 60, employee: 40}]"),
                ("disability", "{last-day-worked: 2025-09-30, from: 2025-10-01, cause: sickness, died: 2026-02-15}"),
                ("other-income", Award("2026-01-31"))]));
        var survivor = assessment.Schedule!.Survivor!;

        // 3 × 700, less what is open: 3 × 500 of 2025.
        Assert.Equal((Money.Of(2100), Money.Of(1500), Money.Of(1260)),
            (survivor.Amount, survivor.Recovery, survivor.Taxable));
        var statement = AssessedSickPay.Statement(assessment, 2026, Sample.Law)!;
        Assert.Equal((Money.Of(2100), Money.Of(1260)),
            (statement.Figures.Survivor, statement.Figures.SurvivorTaxable));
        Assert.Equal(Money.Of(700 + 350), statement.Figures.Paid);
        Assert.Equal(Money.Of(420 + 210), statement.Boxes.MedicareWages);
        Assert.Equal(Money.Of(900), assessment.TaxYears[0].Corrections.Items.Total(one => one.FicaWages));
    }

    // Nothing was owed for January to March, of which the books have paid 1,000 with 76.50 of tax on it.
    [Fact]
    public void What_the_books_have_paid_beyond_the_schedule_gets_its_tax_back_with_it()
    {
        var claim = Sample.Claim([.. Since2025, ("other-income",
            "[{kind: social-security-primary, from: 2026-01-01, to: 2026-03-31, per: month, amount: 5000}]")]);
        var plan = Sample.MonthlyPlan(("offsets", "[{kind: social-security-primary, clause: c9}]"));
        var found = new Overpayment(
            new(2026, 4, 1), [new YearAmount(2026, Money.Of(1000)) { OfWages = Money.Of(1000) }]);

        var april = DisabilityAssessment.Of(claim, plan, Sample.Law, through: null, [found]).Schedule!.Payments[6];

        Assert.Equal((Money.Of(200), Money.Of(-1000)), (april.Paid, april.FicaTaxable));
        Assert.Equal(new Money(-7650), april.Fica!.Withheld.Total);
        Assert.Equal(Money.Of(200) - new Money(4400) + new Money(7650), april.AfterTax);
    }

    [Theory]
    [InlineData("2026-03-31", true)]
    [InlineData("2026-04-01", false)]
    public void Sick_pay_is_a_wage_through_the_sixth_month(string paid, bool expected) =>
        Assert.Equal(expected, SickPayRules.IsWage(Sample.Claim([.. Since2025]), Day(paid), Sample.Law));

    [Theory]
    [InlineData("2025-12-31", true)]
    [InlineData("2026-01-01", false)]
    public void What_is_paid_after_the_year_of_death_is_no_wage(string paid, bool expected) => Assert.Equal(
        expected,
        SickPayRules.IsWage(Sample.Claim([.. Since2025, ("disability",
            "{last-day-worked: 2025-09-30, from: 2025-10-01, cause: sickness, died: 2025-11-20}")]), Day(paid),
            Sample.Law));

    private static DateOnly Day(string text) =>
        DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static FicaTax Total(ValueList<YearCorrection> corrections) =>
        corrections.Items.Aggregate(default(FicaTax), (all, one) => all + one.Employee);

    private static DisabilityAssessment Assess(string rate = "100%", params (string, string)[] more) => Sample.Assess(
        Sample.MonthlyPlan(
            ("offsets", "[{kind: social-security-primary, clause: c9}]"),
            ("overpayment", $"{{clause: c8, rate: {rate}}}")),
        Sample.Claim([.. Since2025, ("other-income", Award("2026-02-10")), .. more]));

    private static string Award(string known) =>
        $"[{{kind: social-security-primary, from: 2025-10-01, per: month, amount: 500, known: {known}}}]";
}
