using OpenAso.Disability.Claims;
using OpenAso.Disability.Law;
using OpenAso.Disability.Terms;
using OpenAso.Kernel;

namespace OpenAso.Disability.Taxes;

/// <summary>The part of a benefit that is taxed, as a fraction of what was paid for the coverage.</summary>
/// <param name="Employer">Paid by the employer, in the years that count.</param>
/// <param name="Total">Paid by employer and employee; above zero.</param>
public sealed record TaxableShare(Money Employer, Money Total)
{
    /// <summary>The taxable part of a payment, rounded half up.</summary>
    /// <param name="amount">The payment; below zero where it goes back.</param>
    public Money Of(Money amount) => amount.Ratio(Employer.Cents, Total.Cents, Rounding.HalfUp);
}

/// <summary>How sick pay is taxed.</summary>
public static class SickPayRules
{
    /// <summary>The share that the employer paid in the last policy years that are known before the year of a
    /// payment.</summary>
    /// <param name="contributions">In order of year.</param>
    /// <param name="year">In which the payment is made.</param>
    /// <param name="law">How many years count.</param>
    /// <returns>Null where no year before is known; where fewer are known, those count.</returns>
    [Source("26 CFR 1.105-1(d)(2)")]
    public static TaxableShare? ShareFor(ValueList<ContributionYear> contributions, int year, DisabilityLaw law)
    {
        ArgumentNullException.ThrowIfNull(law);
        var counted = contributions.Items.Where(one => one.Year < year).OrderBy(one => one.Year)
            .TakeLast(law.ContributionYears).ToList();
        return counted.Count == 0 ? null
            : new TaxableShare(
                counted.Total(one => one.Employer), counted.Total(one => one.Employer + one.Employee));
    }

    /// <summary>The last day on which sick pay is still a wage for social security and Medicare tax.</summary>
    /// <param name="lastWorked">The last day of work for the employer.</param>
    /// <param name="law">How many calendar months follow its month.</param>
    [Source("26 USC 3121(a)(4)")]
    public static DateOnly LastWageDay(DateOnly lastWorked, DisabilityLaw law)
    {
        ArgumentNullException.ThrowIfNull(law);
        return Month.Of(Month.Of(lastWorked).First.AddMonths(law.SickPayMonths)).Last;
    }

    /// <summary>The last day of work before a payment, work while disabled included: one day begins the months
    /// anew.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="paid">The day of the payment.</param>
    [Source("26 USC 3121(a)(4)")]
    public static DateOnly LastWorkedBefore(DisabilityClaim claim, DateOnly paid)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var last = claim.LastDayWorked;
        foreach (var spell in claim.Work)
        {
            if (spell.Days.First <= paid)
                last = spell.Days.Last < paid ? spell.Days.Last : paid;
        }
        return last;
    }

    /// <summary>Whether sick pay is a wage for social security and Medicare tax on the day of its payment: within the
    /// months after the last one worked, and not after the year of death.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="paid">The day of the payment.</param>
    /// <param name="law">How many months.</param>
    [Source("26 USC 3121(a)(4)")]
    [Source("26 USC 3121(a)(14)")]
    public static bool IsWage(DisabilityClaim claim, DateOnly paid, DisabilityLaw law)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return paid <= LastWageDay(LastWorkedBefore(claim, paid), law) && !(claim.Died?.Year < paid.Year);
    }

    /// <summary>How income tax is withheld: by an employer's agent at the flat rate where nobody asked otherwise; by an
    /// insurer only where the employee asks for it.</summary>
    /// <param name="asked">As the claimant or payroll asked; null where nobody has.</param>
    /// <param name="arrangement">Who pays.</param>
    /// <returns>Null where what was asked for does not go with who pays.</returns>
    [Source("IRS Publication 15-A, sick pay reporting")]
    [Source("26 USC 3402(o)(1)(C)")]
    public static Withholding? WithholdingFor(Withholding? asked, PaymentArrangement arrangement) =>
        (arrangement, asked?.Method) switch
        {
            (PaymentArrangement.AdviceToPay, _) => Withholding.None,
            (PaymentArrangement.Insured, null) => Withholding.None,
            (_, null) => new Withholding(WithholdingMethod.Supplemental, Money.Zero),
            (PaymentArrangement.Insured, WithholdingMethod.FormW4S or WithholdingMethod.None) => asked,
            (PaymentArrangement.EmployersAgent, not WithholdingMethod.FormW4S) => asked,
            _ => null,
        };

    /// <summary>Income tax that is withheld from a payment.</summary>
    /// <param name="withholding">See <see cref="WithholdingFor"/>.</param>
    /// <param name="taxable">The taxable part of the payment.</param>
    /// <param name="paid">What is paid out.</param>
    /// <param name="day">The day of the payment.</param>
    /// <param name="law">The flat rate.</param>
    /// <returns>Never more than is paid; null where the flat rate of the day is not known.</returns>
    [Source("26 CFR 31.3402(g)-1(a)(7)")]
    [Source("26 USC 3402(o)(1)(C)")]
    public static Money? Withheld(
        Withholding withholding, Money taxable, Money paid, DateOnly day, DisabilityLaw law)
    {
        ArgumentNullException.ThrowIfNull(withholding);
        ArgumentNullException.ThrowIfNull(law);
        Money? wanted = withholding.Method switch
        {
            WithholdingMethod.None => Money.Zero,
            WithholdingMethod.Supplemental => DisabilityLaw.On(law.SupplementalRates, day) is { } rate
                ? Money.Max(taxable, Money.Zero).Times(rate, Rounding.HalfUp) : null,
            _ => withholding.Amount,
        };
        return wanted is { } known ? Money.Max(Money.Zero, Money.Min(known, paid)) : null;
    }
}
