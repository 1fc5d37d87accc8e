using OpenAso.Disability.Claims;
using OpenAso.Disability.Law;
using OpenAso.Kernel;
using OpenAso.Members;

namespace OpenAso.Disability.Taxes;

/// <summary>Who was paid.</summary>
/// <param name="Id">Member or employee number; the social security number is not kept.</param>
/// <param name="Name">The claimant's.</param>
/// <param name="Claims">The claims that it was paid for.</param>
public sealed record SickPayee(string Id, PersonName Name, ValueList<string> Claims);

/// <summary>What a payer of sick pay tells the employer of one claimant and calendar year, with what it adds to Form
/// W-2.</summary>
/// <remarks>Made by <see cref="Of"/>; what is not known is a finding, and figures that rest on it stand as if the
/// employer had paid nothing besides.</remarks>
public sealed record SickPayStatement
{
    /// <summary>Who was paid.</summary>
    public required SickPayee Payee { get; init; }

    /// <summary>Who pays, and who owes the employer's part.</summary>
    public required SickPayTerms Terms { get; init; }

    /// <summary>What was paid and withheld.</summary>
    public required SickPayFigures Figures { get; init; }

    /// <summary>The last day on which the employer is to have it; null where the figures of law do not say.</summary>
    public required DateOnly? Due { get; init; }

    /// <summary>What the employer paid besides; null where it is not known.</summary>
    public required YearWages? Besides { get; init; }

    /// <summary>Wages for social security tax, up to what is left of the wage base.</summary>
    public required Money SocialSecurityWages { get; init; }

    /// <summary>The employee's tax on the wages of the year; null where its rates are not known.</summary>
    public required FicaTax? EmployeeTax { get; init; }

    /// <summary>The employer's tax on them; null where its rates are not known.</summary>
    public required FicaTax? EmployerTax { get; init; }

    /// <summary>Wages for federal unemployment tax; null where its base is not known.</summary>
    public required Money? UnemploymentWages { get; init; }

    /// <summary>Social security wages, and wages for Medicare, after what came back in later years; null where nothing
    /// did.</summary>
    public (Money SocialSecurity, Money Medicare)? CorrectedWages { get; init; }

    /// <summary>What is not settled.</summary>
    public ValueList<Finding> Findings { get; init; }

    /// <summary>What it adds to the boxes of Form W-2.</summary>
    public WageStatementBoxes Boxes => new(
        Figures.Taxable,
        Figures.IncomeTax,
        SocialSecurityWages,
        Figures.Fica?.SocialSecurity,
        Figures.FicaWages,
        Figures.Fica?.AllMedicare,
        Figures.NotTaxable,
        Terms.IsThirdParty);

    /// <summary>Makes the statement.</summary>
    /// <param name="payee">Who was paid.</param>
    /// <param name="figures">What was paid and withheld in the year.</param>
    /// <param name="terms">Who pays and who owes.</param>
    /// <param name="besides">What the employer paid besides; null where it is not known.</param>
    /// <param name="law">The figures of law.</param>
    public static SickPayStatement Of(
        SickPayee payee, SickPayFigures figures, SickPayTerms terms, YearWages? besides, DisabilityLaw law)
    {
        ArgumentNullException.ThrowIfNull(payee);
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(law);
        var rates = law.Fica?.In(figures.Year);
        var wages = figures.FicaWages;
        var statement = new SickPayStatement
        {
            Payee = payee,
            Terms = terms,
            Figures = figures,
            Due = law.Fica is { } fica && figures.Year < DateOnly.MaxValue.Year
                ? new DateOnly(figures.Year + 1, fica.Statement.Month, fica.Statement.Day) : null,
            Besides = besides,
            SocialSecurityWages = rates is null ? wages : FicaRules.SocialSecurityWages(wages, besides, rates),
            EmployeeTax = rates is null ? null : FicaRules.Employee(wages, besides, rates),
            EmployerTax = rates is null ? null : FicaRules.Employer(wages, besides, rates),
            UnemploymentWages = FicaRules.UnemploymentWages(wages, besides, law, figures.Year),
            CorrectedWages = rates is null || figures.Corrections.Items.All(one => one.FicaWages.IsZero)
                ? null : Corrected(),
        };
        return statement with { Findings = StatementFindings.Of(statement, rates) };

        (Money, Money) Corrected()
        {
            var left = wages - figures.Corrections.Items.Total(one => one.FicaWages);
            return (FicaRules.SocialSecurityWages(left, besides, rates), left);
        }
    }
}
