using OpenAso.Disability.Terms;
using OpenAso.Kernel;

namespace OpenAso.Disability.Taxes;

/// <summary>Who files something.</summary>
public enum TaxFiler
{
    /// <summary>Nobody: there is nothing to reconcile.</summary>
    Nobody,

    /// <summary>The employer, in its own name.</summary>
    Employer,

    /// <summary>The payer, in its own name.</summary>
    Payer,
}

/// <summary>Who pays, and who owes the employer's part: these decide who files what.</summary>
/// <param name="Arrangement">Who pays.</param>
/// <param name="EmployerTaxes">Who owes the employer's part.</param>
public sealed record SickPayTerms(PaymentArrangement Arrangement, EmployerTaxes EmployerTaxes)
{
    /// <summary>Whether somebody else than the employer's payroll pays: box 13 of Form W-2.</summary>
    public bool IsThirdParty => Arrangement != PaymentArrangement.AdviceToPay;
}

/// <summary>Who files what.</summary>
public static class SickPayFilingRules
{
    /// <summary>Who reports sick pay on Form W-2: who owes the employer's part.</summary>
    /// <param name="terms">Who pays and who owes.</param>
    [Source("IRS Publication 15-A, sick pay reporting")]
    public static TaxFiler WageStatement(SickPayTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return terms.EmployerTaxes == EmployerTaxes.Payer ? TaxFiler.Payer : TaxFiler.Employer;
    }

    /// <summary>Who files Form 8922: an insurer that has withheld the employee's tax and shifted the employer's part,
    /// so that two returns tell of one wage. An agent files none.</summary>
    /// <param name="terms">Who pays and who owes.</param>
    [Source("IRS Notice 2015-6")]
    public static TaxFiler Recap(SickPayTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return terms is { Arrangement: PaymentArrangement.Insured, EmployerTaxes: EmployerTaxes.Employer }
            ? TaxFiler.Payer : TaxFiler.Nobody;
    }
}
