using OpenAso.Kernel;

namespace OpenAso.Disability.Taxes;

/// <summary>What sick pay adds to the boxes of Form W-2.</summary>
/// <param name="Wages">Box 1: wages for income tax.</param>
/// <param name="IncomeTax">Box 2: income tax withheld; null where payroll withholds.</param>
/// <param name="SocialSecurityWages">Box 3: wages for social security tax.</param>
/// <param name="SocialSecurityTax">Box 4: social security tax withheld; null where payroll withholds.</param>
/// <param name="MedicareWages">Box 5: wages for Medicare tax.</param>
/// <param name="MedicareTax">Box 6: Medicare tax withheld, the additional one included; null where payroll
/// withholds.</param>
/// <param name="NotTaxable">Box 12, code J: sick pay that is no income.</param>
/// <param name="IsThirdParty">Box 13: third-party sick pay.</param>
public sealed record WageStatementBoxes(
    Money Wages,
    Money? IncomeTax,
    Money SocialSecurityWages,
    Money? SocialSecurityTax,
    Money MedicareWages,
    Money? MedicareTax,
    Money NotTaxable,
    bool IsThirdParty);
