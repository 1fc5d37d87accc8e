using OpenAso.Disability.Deciding;
using OpenAso.Disability.Terms;
using OpenAso.Kernel;

namespace OpenAso.Disability.Taxes;

/// <summary>What the taxes of a claim rest on and nobody has said.</summary>
internal static class TaxFindings
{
    public static IEnumerable<Finding> Of(DisabilityAssessment assessment, Place place)
    {
        if (assessment.Terms is not { Arrangement: not PaymentArrangement.AdviceToPay })
            yield break;
        foreach (var year in assessment.TaxYears.Items.Where(year => year.FicaTaxable.IsPositive))
        {
            if (year.FicaWithheld is null)
                yield return new Finding(TaxCodes.RatesUnknown, Severity.Warning, place,
                    $"The figures of law hold no rates of social security and Medicare tax for {year.Year}: none is "
                    + "withheld. Add them to 'payroll-tax'.");
            else if (assessment.Claim.Wages.Items.All(wages => wages.Year != year.Year))
                yield return new Finding(TaxCodes.WagesUnknown, Severity.Information, place,
                    $"What the employer paid besides in {year.Year} is not known: social security and Medicare tax are "
                    + "withheld from the first dollar, and the benefits alone count toward the wage base. Write it "
                    + $"into the claim: wages: [{{year: {year.Year}, social-security: …, medicare: …}}].");
        }
    }
}
