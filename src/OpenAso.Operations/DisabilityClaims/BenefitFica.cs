using OpenAso.Disability.Paying;
using OpenAso.Disability.Terms;
using OpenAso.Kernel;

namespace OpenAso.Operations.DisabilityClaims;

/// <summary>Social security and Medicare tax of a period, or what changes it.</summary>
/// <param name="Wages">The part of the benefit that bears it, before the wage base.</param>
/// <param name="SocialSecurity">Social security tax withheld.</param>
/// <param name="Medicare">Medicare tax withheld, the additional one included.</param>
/// <param name="Employer">The employer's part, where the payer owes it; zero where the employer does.</param>
public readonly record struct BenefitFica(Money Wages, Money SocialSecurity, Money Medicare, Money Employer)
{
    /// <summary>What is withheld from the claimant.</summary>
    public Money Withheld => SocialSecurity + Medicare;

    /// <summary>Of a payment.</summary>
    /// <param name="payment">As decided.</param>
    /// <param name="terms">Who owes the employer's part.</param>
    public static BenefitFica Of(BenefitPayment payment, DisabilityTerms terms)
    {
        ArgumentNullException.ThrowIfNull(payment);
        ArgumentNullException.ThrowIfNull(terms);
        return payment.Fica is not { } fica ? default : new BenefitFica(
            fica.Wages, fica.Withheld.SocialSecurity, fica.Withheld.AllMedicare,
            terms.EmployerTaxes == EmployerTaxes.Payer ? fica.Employer.Total : Money.Zero);
    }

    /// <summary>The same, without what is below zero.</summary>
    public BenefitFica Raised() => new(
        Money.Max(Money.Zero, Wages), Money.Max(Money.Zero, SocialSecurity), Money.Max(Money.Zero, Medicare),
        Money.Max(Money.Zero, Employer));

    /// <summary>The same, with nothing given back of what is withheld.</summary>
    public BenefitFica WithoutRefund() => this with
    {
        SocialSecurity = Money.Max(Money.Zero, SocialSecurity),
        Medicare = Money.Max(Money.Zero, Medicare),
    };

    /// <summary>The same, with no more withheld than an amount; social security tax comes first.</summary>
    /// <param name="most">Zero or more.</param>
    public BenefitFica AtMost(Money most)
    {
        var social = Money.Min(SocialSecurity, most);
        return this with { SocialSecurity = social, Medicare = Money.Min(Medicare, most - social) };
    }

    /// <summary>What one has beyond another.</summary>
    /// <param name="later">From which is taken.</param>
    /// <param name="earlier">What is taken off.</param>
    public static BenefitFica operator -(BenefitFica later, BenefitFica earlier) => new(
        later.Wages - earlier.Wages, later.SocialSecurity - earlier.SocialSecurity, later.Medicare - earlier.Medicare,
        later.Employer - earlier.Employer);

    /// <summary>Both together.</summary>
    /// <param name="one">Some.</param>
    /// <param name="other">Others.</param>
    public static BenefitFica operator +(BenefitFica one, BenefitFica other) => new(
        one.Wages + other.Wages, one.SocialSecurity + other.SocialSecurity, one.Medicare + other.Medicare,
        one.Employer + other.Employer);
}
