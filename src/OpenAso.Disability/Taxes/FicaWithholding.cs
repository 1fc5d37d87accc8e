using OpenAso.Disability.Claims;
using OpenAso.Disability.Law;
using OpenAso.Kernel;

namespace OpenAso.Disability.Taxes;

/// <summary>Sick pay of a calendar year so far, with the tax on it.</summary>
/// <param name="Wages">That is a wage, less what came back of it.</param>
/// <param name="Withheld">From the employee.</param>
/// <param name="Employer">The employer's part.</param>
public readonly record struct FicaYear(Money Wages, FicaTax Withheld, FicaTax Employer);

/// <summary>Social security and Medicare tax of one payment.</summary>
/// <param name="Wages">The part of the payment that is a wage; below zero where more comes back of the year's.</param>
/// <param name="Withheld">From the employee.</param>
/// <param name="Employer">The employer's part, whoever owes it.</param>
/// <param name="BesidesKnown">Whether the payer has been told what the employer paid besides in the year.</param>
public sealed record FicaShare(Money Wages, FicaTax Withheld, FicaTax Employer, bool BesidesKnown);

/// <summary>Withholds social security and Medicare tax from a year's payments, one after another.</summary>
/// <remarks>Pure. A payment bears the tax of the year so far less what was withheld before: however payments are split,
/// the year's tax is rounded once, and what one payment was too small to bear is withheld from the next. Wages that
/// came back since lower the tax of the next payment.</remarks>
public static class FicaWithholding
{
    /// <summary>Withholds from one payment.</summary>
    /// <param name="year">The year so far.</param>
    /// <param name="wages">The part of the payment that is a wage.</param>
    /// <param name="most">What is paid out before any tax; no more than that is withheld.</param>
    /// <param name="besides">What the employer paid besides; null where it is not known.</param>
    /// <param name="figures">Of the year.</param>
    /// <returns>The year with the payment, and the payment's tax.</returns>
    [Source("26 USC 3102(a)")]
    [Source("26 CFR 31.6205-1(d)")]
    public static (FicaYear Year, FicaShare Share) Withhold(
        FicaYear year, Money wages, Money most, YearWages? besides, FicaFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var all = year.Wages + wages;
        var withheld = AtMost(FicaRules.Employee(all, besides, figures) - year.Withheld, most);
        var employer = FicaRules.Employer(all, besides, figures) - year.Employer;
        return (
            new FicaYear(all, year.Withheld + withheld, year.Employer + employer),
            new FicaShare(wages, withheld, employer, besides is not null));
    }

    // Social security tax first, then Medicare: what goes back to the employee does not limit the others.
    private static FicaTax AtMost(FicaTax due, Money most)
    {
        var social = Money.Min(due.SocialSecurity, most);
        var medicare = Money.Min(due.Medicare, most - social);
        return new FicaTax(social, medicare, Money.Min(due.Additional, most - social - medicare));
    }
}
