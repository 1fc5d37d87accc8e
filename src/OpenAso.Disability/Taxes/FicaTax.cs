using OpenAso.Kernel;

namespace OpenAso.Disability.Taxes;

/// <summary>Social security and Medicare tax on wages; below zero where wages turned out to be less.</summary>
/// <param name="SocialSecurity">Social security tax.</param>
/// <param name="Medicare">Medicare tax.</param>
/// <param name="Additional">Additional Medicare tax, of the employee alone.</param>
public readonly record struct FicaTax(Money SocialSecurity, Money Medicare, Money Additional)
{
    /// <summary>All of it.</summary>
    public Money Total => SocialSecurity + Medicare + Additional;

    /// <summary>Medicare tax with the additional one, as wage statements have it.</summary>
    public Money AllMedicare => Medicare + Additional;

    /// <summary>Both together.</summary>
    /// <param name="one">Some tax.</param>
    /// <param name="other">Other tax.</param>
    public static FicaTax operator +(FicaTax one, FicaTax other) => new(
        one.SocialSecurity + other.SocialSecurity, one.Medicare + other.Medicare, one.Additional + other.Additional);

    /// <summary>What one has beyond another.</summary>
    /// <param name="one">From which is taken.</param>
    /// <param name="other">What is taken off.</param>
    public static FicaTax operator -(FicaTax one, FicaTax other) => new(
        one.SocialSecurity - other.SocialSecurity, one.Medicare - other.Medicare, one.Additional - other.Additional);
}
