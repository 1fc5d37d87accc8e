using OpenAso.Disability.Deciding;
using OpenAso.Disability.Law;
using OpenAso.Disability.Paying;
using OpenAso.Kernel;

namespace OpenAso.Disability.Taxes;

/// <summary>The sick pay of a claim as it is decided, for a statement without books.</summary>
public static class AssessedSickPay
{
    /// <summary>The statement of a year.</summary>
    /// <param name="assessment">The claim as decided.</param>
    /// <param name="year">In which it was paid.</param>
    /// <param name="law">The figures of law.</param>
    /// <returns>Null where nothing certified was paid in the year.</returns>
    public static SickPayStatement? Statement(DisabilityAssessment assessment, int year, DisabilityLaw law)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        if (assessment is not { Schedule: { } schedule, Terms: { } terms })
            return null;
        var taxed = assessment.TaxYears.Items.FirstOrDefault(one => one.Year == year);
        var survivor = schedule.Survivor is { } paid && paid.Day.Year == year ? paid : null;
        if (taxed is null && survivor is null)
            return null;
        var claim = assessment.Claim;
        return SickPayStatement.Of(
            new SickPayee(claim.Claimant.MemberId, claim.Claimant.Name, [claim.Id]),
            Figures(taxed, survivor, new SickPayTerms(terms.Arrangement, terms.EmployerTaxes), year),
            new SickPayTerms(terms.Arrangement, terms.EmployerTaxes),
            claim.Wages.Items.FirstOrDefault(one => one.Year == year),
            law);
    }

    private static SickPayFigures Figures(
        TaxYear? taxed, SurvivorPayment? survivor, SickPayTerms terms, int year) => new(year)
        {
            Paid = taxed is null ? Money.Zero : taxed.Taxable + taxed.NotTaxable,
            Taxable = taxed?.Taxable ?? Money.Zero,
            FicaWages = taxed?.FicaTaxable ?? Money.Zero,
            IncomeTax = terms.IsThirdParty ? taxed?.Withheld ?? Money.Zero : null,
            Fica = taxed?.FicaWithheld,
            Survivor = survivor?.Amount ?? Money.Zero,
            SurvivorTaxable = survivor?.Taxable ?? Money.Zero,
            Corrections = taxed?.Corrections ?? [],
        };
}
