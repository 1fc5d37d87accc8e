using OpenAso.Disability.Claims;
using OpenAso.Disability.Law;
using OpenAso.Kernel;

namespace OpenAso.Disability.Taxes;

/// <summary>Social security and Medicare tax on a calendar year's sick pay.</summary>
/// <remarks>Pure. Each tax is worked out of all wages of the year and rounded once, half up. Wages that the employer
/// paid besides use the wage base up first; where nobody has told the payer of them, its own payments count
/// alone.</remarks>
public static class FicaRules
{
    /// <summary>Wages for social security tax: what is left of the wage base.</summary>
    /// <param name="wages">Sick pay of the year that is a wage.</param>
    /// <param name="besides">What the employer paid besides; null where it is not known.</param>
    /// <param name="figures">Of the year.</param>
    /// <returns>Never below zero; all wages where the base is not known.</returns>
    [Source("26 USC 3121(a)(1)")]
    [Source("26 CFR 32.1(e)")]
    public static Money SocialSecurityWages(Money wages, YearWages? besides, FicaFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var most = figures.WageBase is { } wageBase
            ? Money.Min(wages, wageBase - (besides?.SocialSecurity ?? Money.Zero)) : wages;
        return Money.Max(Money.Zero, most);
    }

    /// <summary>The employee's tax of a year, which is withheld.</summary>
    /// <param name="wages">Sick pay of the year that is a wage.</param>
    /// <param name="besides">What the employer paid besides; null where it is not known.</param>
    /// <param name="figures">Of the year.</param>
    [Source("26 USC 3101(a), (b)")]
    [Source("26 USC 3102(f)(1)")]
    public static FicaTax Employee(Money wages, YearWages? besides, FicaFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return Tax(wages, besides, figures, rate => rate.Employee) with
        {
            Additional = figures.Additional is { } additional
                ? Above(wages, besides?.Medicare ?? Money.Zero, additional.Above)
                    .Times(additional.Rate, Rounding.HalfUp)
                : Money.Zero,
        };
    }

    /// <summary>The employer's tax of a year.</summary>
    /// <param name="wages">Sick pay of the year that is a wage.</param>
    /// <param name="besides">What the employer paid besides; null where it is not known.</param>
    /// <param name="figures">Of the year.</param>
    [Source("26 USC 3111(a), (b)")]
    public static FicaTax Employer(Money wages, YearWages? besides, FicaFigures figures) =>
        Tax(wages, besides, figures, rate => rate.Employer);

    /// <summary>Wages for federal unemployment tax: what is left of its base.</summary>
    /// <param name="wages">Sick pay of the year that is a wage.</param>
    /// <param name="besides">What the employer paid besides; null where it is not known.</param>
    /// <param name="law">The base.</param>
    /// <param name="year">In which wages are paid.</param>
    /// <returns>Null where the base of the year is not known.</returns>
    [Source("26 USC 3306(b)(1)")]
    public static Money? UnemploymentWages(Money wages, YearWages? besides, DisabilityLaw law, int year)
    {
        ArgumentNullException.ThrowIfNull(law);
        return DisabilityLaw.On(law.UnemploymentBases, new DateOnly(year, 1, 1)) is { } most
            ? Money.Max(Money.Zero, Money.Min(wages, most - (besides?.Unemployment ?? Money.Zero))) : null;
    }

    private static FicaTax Tax(
        Money wages, YearWages? besides, FicaFigures figures, Func<SharedRate, Percent> part)
    {
        var social = SocialSecurityWages(wages, besides, figures);
        return new FicaTax(
            social.Times(part(figures.SocialSecurity), Rounding.HalfUp),
            Money.Max(Money.Zero, wages).Times(part(figures.Medicare), Rounding.HalfUp),
            Money.Zero);
    }

    // What sick pay takes the year's wages above the amount by.
    private static Money Above(Money wages, Money besides, Money amount) =>
        Money.Max(Money.Zero, Money.Max(Money.Zero, wages) + Money.Min(Money.Zero, besides - amount));
}
