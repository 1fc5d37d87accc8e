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
/// <param name="UnemploymentTaxable">Of these, what federal unemployment tax is on if the employer has paid no other
/// wages in the year; null where the wage base of the year is not known.</param>
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
    /// <summary>The years of a schedule, certified periods alone.</summary>
    /// <param name="schedule">With what was repaid.</param>
    /// <param name="law">The wage base.</param>
    public static ValueList<TaxYear> Of(PaymentSchedule schedule, DisabilityLaw law)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(law);
        return schedule.Payments.Items.Where(payment => payment.Period.IsCertified)
            .GroupBy(payment => payment.Day.Year)
            .Select(year => One(year.Key, [.. year], schedule.RepaidOfYear, law))
            .ToValueList();
    }

    private static TaxYear One(
        int year, List<BenefitPayment> payments, ValueList<RepaidWages> repaid, DisabilityLaw law)
    {
        var back = repaid.Items.Where(one => one.Year == year).ToList();
        var income = payments.Total(one => one.Period.Net + one.Adjustment - one.RecoveryOfYear)
            - back.Total(one => one.Amount);
        var taxable = payments.Total(one => one.Taxable) - back.Total(one => one.Taxable);
        var fica = payments.Total(one => one.FicaTaxable);
        return new TaxYear(
            year,
            payments.Total(one => one.Paid),
            taxable,
            income - taxable,
            fica,
            DisabilityLaw.On(law.UnemploymentBases, new DateOnly(year, 1, 1)) is { } most
                ? Money.Max(Money.Zero, Money.Min(most, fica)) : null,
            payments.Total(one => one.Withheld ?? Money.Zero));
    }
}
