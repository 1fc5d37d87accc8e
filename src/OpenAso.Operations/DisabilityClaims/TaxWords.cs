using OpenAso.Disability.Paying;
using OpenAso.Kernel;

namespace OpenAso.Operations.DisabilityClaims;

/// <summary>A step from what is paid before tax to what reaches the claimant.</summary>
/// <param name="Name">For programs.</param>
/// <param name="Basis">What it rests on, in words.</param>
/// <param name="Amount">Below zero where it is withheld.</param>
public sealed record TaxStep(string Name, string Basis, Money Amount);

/// <summary>The steps from what is paid before tax to what reaches the claimant.</summary>
public static class TaxWords
{
    /// <summary>The steps in the order in which tax is withheld; they add up to what is withheld, below zero.</summary>
    /// <param name="payment">The payment.</param>
    /// <returns>None where payroll withholds, or nothing is taxed.</returns>
    public static IEnumerable<TaxStep> StepsOf(BenefitPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        if (payment.Fica is { } fica && !(fica.Wages.IsZero && fica.Withheld.Total.IsZero))
        {
            var basis = $"wages {fica.Wages}, cumulative within the year" + (fica.BesidesKnown ? ""
                : "; what the employer paid besides is not known, so that it is withheld from the first dollar");
            yield return new TaxStep("social-security-tax", basis, -fica.Withheld.SocialSecurity);
            yield return new TaxStep("medicare-tax", basis, -fica.Withheld.Medicare);
            if (!fica.Withheld.Additional.IsZero)
                yield return new TaxStep("additional-medicare-tax", basis, -fica.Withheld.Additional);
        }
        if (payment.Withheld is { IsZero: false } withheld)
            yield return new TaxStep("income-tax", $"taxable {payment.Taxable}", -withheld);
    }
}
