using OpenAso.Kernel;

namespace OpenAso.Disability.Law;

/// <summary>A tax of which employee and employer each owe a part.</summary>
/// <param name="Employee">The employee's rate, which is withheld.</param>
/// <param name="Employer">The employer's rate.</param>
public readonly record struct SharedRate(Percent Employee, Percent Employer);

/// <summary>Additional Medicare tax, which is withheld from the employee alone.</summary>
/// <param name="Rate">The rate.</param>
/// <param name="Above">Wages of the year from one payer up to which there is none.</param>
public readonly record struct AdditionalRate(Percent Rate, Money Above);

/// <summary>The most wages of a year that social security tax is on.</summary>
/// <param name="Year">The calendar year.</param>
/// <param name="Wages">Of one employee and employer.</param>
public sealed record WageBase(int Year, Money Wages);

/// <summary>The day of the next year by which a payer tells the employer what it paid.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">Of the month.</param>
public sealed record StatementDay(int Month, int Day);

/// <summary>Figures of social security and Medicare tax.</summary>
/// <remarks>Dated data; immutable. Rates are those of the first day of a year.</remarks>
public sealed record FicaLaw
{
    /// <summary>Rates of social security tax.</summary>
    public required ValueList<DatedFigure<SharedRate>> SocialSecurity { get; init; }

    /// <summary>In order of year, none left out.</summary>
    public required ValueList<WageBase> WageBases { get; init; }

    /// <summary>Rates of Medicare tax.</summary>
    public required ValueList<DatedFigure<SharedRate>> Medicare { get; init; }

    /// <summary>Additional Medicare tax; none before the first.</summary>
    public required ValueList<DatedFigure<AdditionalRate>> Additional { get; init; }

    /// <summary>When the payer's statement is due.</summary>
    public required StatementDay Statement { get; init; }

    /// <summary>The figures of a calendar year; null where its rates are not known.</summary>
    /// <param name="year">In which wages are paid.</param>
    public FicaFigures? In(int year)
    {
        var first = new DateOnly(year, 1, 1);
        if (DisabilityLaw.On(SocialSecurity, first) is not { } social
            || DisabilityLaw.On(Medicare, first) is not { } medicare)
            return null;
        return new FicaFigures(
            year, social, medicare, DisabilityLaw.On(Additional, first),
            WageBases.Items.FirstOrDefault(one => one.Year == year)?.Wages,
            WageBases.Items.LastOrDefault(one => one.Year < year)?.Wages);
    }
}

/// <summary>Figures of one calendar year.</summary>
/// <param name="Year">The year.</param>
/// <param name="SocialSecurity">Rates of social security tax.</param>
/// <param name="Medicare">Rates of Medicare tax.</param>
/// <param name="Additional">Additional Medicare tax; null where there is none.</param>
/// <param name="WageBase">Of social security tax; null where it is not known, and all wages count.</param>
/// <param name="EarlierBase">The last that is known before it, below which a later one never is; null where none
/// is.</param>
public sealed record FicaFigures(
    int Year,
    SharedRate SocialSecurity,
    SharedRate Medicare,
    AdditionalRate? Additional,
    Money? WageBase,
    Money? EarlierBase)
{
    /// <summary>Whether wages of the year are taxed rightly without knowing more: below a base that is known, or below
    /// one that the year's base cannot be less than.</summary>
    /// <param name="wages">All wages of the year.</param>
    [Source("42 USC 430(a)")]
    public bool Settles(Money wages) => WageBase is not null || wages <= (EarlierBase ?? Money.Zero);
}
