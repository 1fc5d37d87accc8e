using OpenAso.Disability.Claims;
using OpenAso.Disability.Law;
using OpenAso.Disability.Paying;
using OpenAso.Kernel;

namespace OpenAso.Disability.Taxes;

/// <summary>The figures of a calendar year that its wage statement needs.</summary>
/// <param name="Year">In which the payments were made.</param>
/// <param name="Paid">Before tax.</param>
/// <param name="Taxable">Wages for income tax.</param>
/// <param name="NotTaxable">Sick pay that is no income, because the employee paid for it (Form W-2, box 12, code
/// J).</param>
/// <param name="FicaTaxable">Wages for social security and Medicare, before the year's wage base.</param>
/// <param name="UnemploymentTaxable">Of these, what federal unemployment tax is on beside what the employer paid, as
/// far as that is known; null where the wage base of the year is not known.</param>
/// <param name="Withheld">Income tax.</param>
public sealed record TaxYear(
    int Year,
    Money Paid,
    Money Taxable,
    Money NotTaxable,
    Money FicaTaxable,
    Money? UnemploymentTaxable,
    Money Withheld)
{
    /// <summary>Social security and Medicare tax that was withheld; null where payroll withholds, or the figures of the
    /// year are not known.</summary>
    public FicaTax? FicaWithheld { get; init; }

    /// <summary>What came back in later years: wages for social security and Medicare, and the tax on them, are less by
    /// it.</summary>
    public ValueList<YearCorrection> Corrections { get; init; }

    /// <summary>The years of a schedule, certified periods alone.</summary>
    /// <param name="schedule">With what was repaid.</param>
    /// <param name="wages">What the employer paid besides.</param>
    /// <param name="law">The wage base.</param>
    public static ValueList<TaxYear> Of(PaymentSchedule schedule, ValueList<YearWages> wages, DisabilityLaw law)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(law);
        return schedule.Payments.Items.Where(payment => payment.Period.IsCertified)
            .GroupBy(payment => payment.Day.Year)
            .Select(year => One(
                [.. year], schedule, wages.Items.FirstOrDefault(one => one.Year == year.Key), law))
            .ToValueList();
    }

    private static TaxYear One(
        List<BenefitPayment> payments, PaymentSchedule schedule, YearWages? besides, DisabilityLaw law)
    {
        var year = payments[0].Day.Year;
        var back = schedule.RepaidOfYear.Items.Where(one => one.Year == year).ToList();
        var income = payments.Total(one => one.Period.Net + one.Adjustment - one.RecoveryOfYear)
            - back.Total(one => one.Amount);
        var taxable = payments.Total(one => one.Taxable) - back.Total(one => one.Taxable);
        var fica = payments.Total(one => one.FicaTaxable) - back.Total(one => one.FicaWages);
        return new TaxYear(
            year,
            payments.Total(one => one.Paid),
            taxable,
            income - taxable,
            fica,
            FicaRules.UnemploymentWages(fica, besides, law, year),
            payments.Total(one => one.Withheld ?? Money.Zero))
        {
            FicaWithheld = payments.TrueForAll(one => one.Fica is null) ? null
                : payments.Aggregate(default(FicaTax), (all, one) => all + (one.Fica?.Withheld ?? default)),
            Corrections = schedule.Corrections.Items.Where(one => one.Year == year).ToValueList(),
        };
    }
}
