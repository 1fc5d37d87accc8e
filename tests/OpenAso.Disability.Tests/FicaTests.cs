using System.Globalization;
using CsCheck;
using OpenAso.Disability.Claims;
using OpenAso.Disability.Law;
using OpenAso.Disability.Taxes;
using OpenAso.Disability.Terms;
using OpenAso.Kernel;

namespace OpenAso.Disability.Tests;

/// <summary>Social security and Medicare tax on benefits.</summary>
public class FicaTests
{
    private static readonly FicaFigures Year2026 = Sample.Law.Fica!.In(2026)!;

    // 184,500 of wages at the most bear 6.2 %; all bear 1.45 %; what is above 200,000 bears 0.9 % more.
    [Theory]
    [InlineData("10,000.00 |       none | 10,000.00 |    620.00 |   145.00 |     0.00")]
    [InlineData("10,000.00 | 174,499.99 | 10,000.00 |    620.00 |   145.00 |     0.00")]
    [InlineData("10,000.00 | 174,500.00 | 10,000.00 |    620.00 |   145.00 |     0.00")]
    [InlineData("10,000.00 | 174,500.01 |  9,999.99 |    620.00 |   145.00 |     0.00")]
    [InlineData("10,000.00 | 184,000.00 |    500.00 |     31.00 |   145.00 |     0.00")]
    [InlineData("10,000.00 | 190,000.00 |      0.00 |      0.00 |   145.00 |     0.00")]
    [InlineData("10,000.00 | 195,000.00 |      0.00 |      0.00 |   145.00 |    45.00")]
    [InlineData("10,000.00 | 250,000.00 |      0.00 |      0.00 |   145.00 |    90.00")]
    [InlineData("210,000.00 |      none | 184,500.00 | 11,439.00 | 3,045.00 |    90.00")]
    [InlineData("0.10 |            none |      0.10 |      0.01 |     0.00 |     0.00")]
    public void Wages_up_to_the_base_bear_social_security_tax_and_all_of_them_medicare(string row)
    {
        var cells = row.Split('|').Select(cell => cell.Trim()).ToArray();
        var besides = cells[1] == "none" ? null : new YearWages(2026, Of(cells[1]), Of(cells[1]), null);

        Assert.Equal(Of(cells[2]), FicaRules.SocialSecurityWages(Of(cells[0]), besides, Year2026));
        Assert.Equal(new FicaTax(Of(cells[3]), Of(cells[4]), Of(cells[5])),
            FicaRules.Employee(Of(cells[0]), besides, Year2026));
        Assert.Equal(new FicaTax(Of(cells[3]), Of(cells[4]), Money.Zero),
            FicaRules.Employer(Of(cells[0]), besides, Year2026));
    }

    [Theory]
    [InlineData(2010, 620)]
    [InlineData(2011, 420)]
    [InlineData(2012, 420)]
    [InlineData(2013, 620)]
    public void The_rate_is_that_of_the_year(int year, long dollars) => Assert.Equal(
        Money.Of(dollars), FicaRules.Employee(Money.Of(10_000), null, Sample.Law.Fica!.In(year)!).SocialSecurity);

    // The base never goes down: below the last that is known nothing more needs to be known.
    [Fact]
    public void A_year_without_a_wage_base_is_settled_only_below_the_last_that_is_known()
    {
        var later = Sample.Law.Fica!.In(2190)!;

        Assert.Null(later.WageBase);
        Assert.True(later.Settles(Money.Of(184_500)));
        Assert.False(later.Settles(Money.Of(184_501)));
        Assert.Equal(Money.Of(300_000), FicaRules.SocialSecurityWages(Money.Of(300_000), null, later));
        Assert.Null(Sample.Law.Fica.In(1980));
    }

    [Fact]
    public void A_years_tax_is_its_wages_at_the_rates_whatever_the_split() => Gen.Select(
        Gen.Long[1, 30_000_000].Array[1, 12], Gen.Long[0, 25_000_000], Gen.Bool).Sample((parts, paid, known) =>
    {
        var besides = known ? new YearWages(2026, new Money(paid), new Money(paid), null) : null;
        var wages = new Money(parts.Sum());
        var year = default(FicaYear);
        foreach (var part in parts)
            (year, _) = FicaWithholding.Withhold(year, new Money(part), new Money(part), besides, Year2026);

        var social = Money.Max(Money.Zero, Money.Min(wages, Money.Of(184_500) - (besides?.SocialSecurity ?? default)));
        return year.Wages == wages
            && year.Withheld.SocialSecurity == social.Ratio(62, 1000, Rounding.HalfUp)
            && year.Withheld.Medicare == wages.Ratio(145, 10_000, Rounding.HalfUp)
            && year.Employer.Total == year.Withheld.SocialSecurity + year.Withheld.Medicare;
    });

    [Fact]
    public void What_a_payment_is_too_small_to_bear_is_withheld_from_the_next() =>
        Gen.Select(Gen.Long[-100_000, 500_000], Gen.Long[0, 500_000]).Array[1, 12].Sample(payments =>
    {
        var year = default(FicaYear);
        foreach (var (wages, most) in payments)
        {
            (year, var share) = FicaWithholding.Withhold(year, new Money(wages), new Money(most), null, Year2026);
            if (share.Withheld.Total > new Money(most))
                return false;
        }
        (year, _) = FicaWithholding.Withhold(year, Money.Zero, Money.Of(1_000_000), null, Year2026);
        return year.Withheld == FicaRules.Employee(year.Wages, null, Year2026);
    });

    // 1,000 a week, all of it taxed, from 5 January: 62.00 + 14.50. The wage base is reached in the third week.
    [Fact]
    public void Wages_that_the_employer_paid_use_the_base_up_first()
    {
        var told = Sample.Claim(("salary", "[{from: 2010-01-01, amount: 86666.67, per: year}]"), ("wages",
            "[{year: 2026, social-security: 182000, medicare: 182000}, "
                + "{year: 2025, social-security: 1, medicare: 1}]"));

        var payments = Sample.Payments(Sample.WeeklyPlan(), told);

        Assert.Equal([Money.Of(1000), Money.Of(1000)], payments.Take(2).Select(payment => payment.FicaTaxable));
        Assert.Equal([6200L, 6200, 3100, 0], payments.Take(4).Select(one => one.Fica!.Withheld.SocialSecurity.Cents));
        Assert.Equal([1450L, 1450, 1450, 1450], payments.Take(4).Select(one => one.Fica!.Withheld.Medicare.Cents));
        Assert.All(payments, payment => Assert.True(payment.Fica!.BesidesKnown));
        var untold = Sample.Assess(Sample.WeeklyPlan(), told with { Wages = [] });
        Assert.All(untold.Schedule!.Payments.Items.SkipLast(1), payment =>
            Assert.Equal((6200L, false), (payment.Fica!.Withheld.SocialSecurity.Cents, payment.Fica.BesidesKnown)));
        Assert.Contains(untold.Findings, finding => finding.Code == TaxCodes.WagesUnknown);
    }

    [Fact]
    public void No_tax_is_withheld_after_the_sixth_month_and_income_tax_goes_on()
    {
        var payments = Sample.Payments(Sample.MonthlyPlan(), Sample.Claim(
            ("disability", "{last-day-worked: 2025-12-11, from: 2025-12-12, cause: sickness}"),
            ("certifications", "[{from: 2025-12-12, to: 2026-08-31}]")));

        Assert.Equal([true, true, true, true, true, true, true, false, false],
            payments.Select(payment => payment.Fica!.Withheld.Total.IsPositive));
        Assert.All(payments, payment => Assert.True(payment.Withheld!.Value.IsPositive));
    }

    // The base begins anew with the year.
    [Fact]
    public void Each_calendar_year_is_worked_out_by_itself()
    {
        var payments = Sample.Payments(Sample.MonthlyPlan(), Sample.Claim(
            ("salary", "[{from: 2010-01-01, amount: 2000000, per: year}]"),
            ("disability", "{last-day-worked: 2025-10-31, from: 2025-11-01, cause: sickness}"),
            ("certifications", "[{from: 2025-11-01, to: 2026-03-31}]")));

        // 100,000 a month: 176,100 in 2025, 184,500 in 2026.
        Assert.Equal([620_000L, 471_820, 620_000, 523_900, 0],
            payments.Select(payment => payment.Fica!.Withheld.SocialSecurity.Cents));
        Assert.Equal([0L, 0, 0, 0, 90_000], payments.Select(payment => payment.Fica!.Withheld.Additional.Cents));
    }

    [Fact]
    public void Payroll_withholds_where_it_pays()
    {
        var assessment = Sample.Assess(Sample.WeeklyPlan(("payment", "advice-to-pay")), Sample.Claim());

        Assert.All(assessment.Schedule!.Payments, payment => Assert.Null(payment.Fica));
        Assert.Null(assessment.TaxYears[0].FicaWithheld);
        Assert.DoesNotContain(assessment.Findings, finding => finding.Code == TaxCodes.WagesUnknown);
    }

    [Fact]
    public void Figures_of_law_without_rates_withhold_nothing_and_say_so()
    {
        var plan = Sample.WeeklyPlan();

        var assessment = Deciding.DisabilityAssessment.Of(
            Sample.Claim(), plan, Sample.Law with { Fica = null }, through: null);

        Assert.All(assessment.Schedule!.Payments, payment => Assert.Null(payment.Fica));
        Assert.Contains(assessment.Findings, finding => finding.Code == TaxCodes.RatesUnknown);
    }

    [Theory]
    [InlineData("employers-agent", "", EmployerTaxes.Employer)]
    [InlineData("employers-agent", "payer", EmployerTaxes.Payer)]
    [InlineData("insured", "", EmployerTaxes.Payer)]
    [InlineData("insured", "employer", EmployerTaxes.Employer)]
    [InlineData("advice-to-pay", "", EmployerTaxes.Employer)]
    public void Who_owes_the_employers_part_follows_from_who_pays_unless_the_plan_says_otherwise(
        string payment, string said, EmployerTaxes expected) => Assert.Equal(
        expected,
        Sample.WeeklyPlan(("payment", payment), ("employer-taxes", said)).Wordings[0].EmployerTaxes);

    [Fact]
    public void Payroll_that_pays_cannot_leave_its_part_to_another()
    {
        var read = DisabilityPlanReader.Read(
            Sample.WeeklyText(("payment", "advice-to-pay"), ("employer-taxes", "payer")), "plan.yaml");

        Assert.Null(read.Value);
        Assert.Contains(read.Findings, finding => finding.Code == DisabilityCodes.Incomplete);
    }

    // Notice 2015-6: two returns tell of one wage only where an insurer has shifted the employer's part.
    [Theory]
    [InlineData(PaymentArrangement.EmployersAgent, EmployerTaxes.Employer, TaxFiler.Employer, TaxFiler.Nobody, true)]
    [InlineData(PaymentArrangement.EmployersAgent, EmployerTaxes.Payer, TaxFiler.Payer, TaxFiler.Nobody, true)]
    [InlineData(PaymentArrangement.AdviceToPay, EmployerTaxes.Employer, TaxFiler.Employer, TaxFiler.Nobody, false)]
    [InlineData(PaymentArrangement.Insured, EmployerTaxes.Payer, TaxFiler.Payer, TaxFiler.Nobody, true)]
    [InlineData(PaymentArrangement.Insured, EmployerTaxes.Employer, TaxFiler.Employer, TaxFiler.Payer, true)]
    public void Who_files_what_follows_from_who_pays_and_who_owes_the_employers_part(
        PaymentArrangement payment, EmployerTaxes owed, TaxFiler wages, TaxFiler recap, bool third)
    {
        var terms = new SickPayTerms(payment, owed);

        Assert.Equal((wages, recap, third),
            (SickPayFilingRules.WageStatement(terms), SickPayFilingRules.Recap(terms), terms.IsThirdParty));
    }

    [Theory]
    [InlineData("wages: [{year: 2026, social-security: 1, medicare: 1}, {year: 2026, social-security: 1, medicare: 1}]",
        DisabilityCodes.Twice)]
    [InlineData("wages: [{year: 2026, social-security: 1}]", Documents.DocumentCodes.MissingKey)]
    [InlineData("wages: [{year: 2026, social-security: 1, medicare: -1}]", Documents.DocumentCodes.OutOfRange)]
    public void Wages_that_are_half_told_are_refused(string wages, string code) => Assert.Contains(
        DisabilityClaimReader.Read(Sample.ClaimText() + wages + "\n", "claim.yaml").Findings,
        finding => finding.Code == code);

    [Theory]
    [InlineData("{year: 2011, wages: 106800}", "")]
    [InlineData("{year: 2011, wages: 106800}", "{year: 2009, wages: 106800}")]
    public void Wage_bases_stand_year_by_year(string row, string changed)
    {
        var text = Repository.Read("rules/disability.yaml");
        Assert.Contains(row, text, StringComparison.Ordinal);

        var read = DisabilityLawReader.Read(
            text.Replace(
                $"      - {row}\n", changed.Length == 0 ? "" : $"      - {changed}\n", StringComparison.Ordinal),
            "disability.yaml");

        Assert.Null(read.Value);
        Assert.Contains(read.Findings, finding => finding.Code == DisabilityCodes.OutOfOrder);
    }

    private static Money Of(string text) =>
        Money.Exactly(decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture));
}
