using OpenAso.Kernel;

namespace OpenAso.Disability.Taxes;

/// <summary>All statements of an employer and year together, for one way of paying.</summary>
/// <param name="Year">In which it was paid.</param>
/// <param name="Terms">Who pays, and who owes the employer's part.</param>
/// <param name="Statements">How many claimants.</param>
public sealed record SickPayRecap(int Year, SickPayTerms Terms, int Statements)
{
    /// <summary>Sick pay before tax.</summary>
    public Money Paid { get; init; }

    /// <summary>The sums of what is added to the boxes of Form W-2.</summary>
    public required WageStatementBoxes Boxes { get; init; }

    /// <summary>The employer's part of social security and Medicare tax.</summary>
    public Money EmployerTax { get; init; }

    /// <summary>Wages for federal unemployment tax.</summary>
    public Money UnemploymentWages { get; init; }

    /// <summary>Paid to survivors at death, reported to them and not on Form W-2.</summary>
    public Money Survivor { get; init; }

    /// <summary>The part of that which is their income.</summary>
    public Money SurvivorTaxable { get; init; }

    /// <summary>By who pays and who owes; none where there is no statement.</summary>
    /// <param name="statements">Of one year.</param>
    public static ValueList<SickPayRecap> Of(ValueList<SickPayStatement> statements) => statements.Items
        .GroupBy(statement => (statement.Figures.Year, statement.Terms))
        .OrderBy(group => group.Key.Terms.Arrangement).ThenBy(group => group.Key.Terms.EmployerTaxes)
        .Select(group => One(group.Key.Year, group.Key.Terms, [.. group])).ToValueList();

    private static SickPayRecap One(int year, SickPayTerms terms, List<SickPayStatement> statements)
    {
        var boxes = statements.Select(statement => statement.Boxes).ToList();
        return new SickPayRecap(year, terms, statements.Count)
        {
            Paid = statements.Total(one => one.Figures.Paid),
            Boxes = new WageStatementBoxes(
                boxes.Total(one => one.Wages),
                terms.IsThirdParty ? boxes.Total(one => one.IncomeTax ?? Money.Zero) : null,
                boxes.Total(one => one.SocialSecurityWages),
                terms.IsThirdParty ? boxes.Total(one => one.SocialSecurityTax ?? Money.Zero) : null,
                boxes.Total(one => one.MedicareWages),
                terms.IsThirdParty ? boxes.Total(one => one.MedicareTax ?? Money.Zero) : null,
                boxes.Total(one => one.NotTaxable),
                terms.IsThirdParty),
            EmployerTax = statements.Total(one => one.EmployerTax?.Total ?? Money.Zero),
            UnemploymentWages = statements.Total(one => one.UnemploymentWages ?? Money.Zero),
            Survivor = statements.Total(one => one.Figures.Survivor),
            SurvivorTaxable = statements.Total(one => one.Figures.SurvivorTaxable),
        };
    }
}
