using OpenAso.Disability.Paying;
using OpenAso.Kernel;

namespace OpenAso.Disability.Taxes;

/// <summary>What was paid to a claimant in a calendar year, and withheld from it.</summary>
/// <param name="Year">In which it was paid.</param>
public sealed record SickPayFigures(int Year)
{
    /// <summary>Sick pay before tax, less what came back in the year.</summary>
    public Money Paid { get; init; }

    /// <summary>The part of it that is income.</summary>
    public Money Taxable { get; init; }

    /// <summary>The part that is none, because the employee paid for the coverage.</summary>
    public Money NotTaxable => Paid - Taxable;

    /// <summary>The part that is a wage for social security and Medicare, before the wage base.</summary>
    public Money FicaWages { get; init; }

    /// <summary>Income tax withheld; null where payroll withholds.</summary>
    public Money? IncomeTax { get; init; }

    /// <summary>Social security and Medicare tax withheld; null where payroll withholds, or nothing is known of
    /// it.</summary>
    public FicaTax? Fica { get; init; }

    /// <summary>Paid at death to survivors, before anything is taken back: no sick pay of the employee.</summary>
    public Money Survivor { get; init; }

    /// <summary>The part of that which is the survivors' income.</summary>
    public Money SurvivorTaxable { get; init; }

    /// <summary>What came back after the year.</summary>
    public ValueList<YearCorrection> Corrections { get; init; }

    /// <summary>Both together, for a claimant with several claims.</summary>
    /// <param name="other">Of the same year.</param>
    public SickPayFigures With(SickPayFigures other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this with
        {
            Paid = Paid + other.Paid,
            Taxable = Taxable + other.Taxable,
            FicaWages = FicaWages + other.FicaWages,
            IncomeTax = IncomeTax is null && other.IncomeTax is null ? null
                : (IncomeTax ?? Money.Zero) + (other.IncomeTax ?? Money.Zero),
            Fica = Fica is null && other.Fica is null ? null
                : (Fica ?? default(FicaTax)) + (other.Fica ?? default(FicaTax)),
            Survivor = Survivor + other.Survivor,
            SurvivorTaxable = SurvivorTaxable + other.SurvivorTaxable,
            Corrections = [.. Corrections, .. other.Corrections],
        };
    }
}
