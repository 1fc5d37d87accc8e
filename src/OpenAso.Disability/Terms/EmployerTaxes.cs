using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Disability.Terms;

/// <summary>Who owes the employer's part of social security and Medicare tax, and unemployment tax, on
/// benefits.</summary>
public enum EmployerTaxes
{
    /// <summary>The employer: as it stays with an agent that has agreed nothing else, and as an insurer shifts it by
    /// timely notice.</summary>
    Employer,

    /// <summary>The payer: an agent that has agreed to it, an insurer that has not shifted it.</summary>
    Payer,
}

/// <summary>Who owes it where the plan document says nothing.</summary>
public static class EmployerTaxesRules
{
    /// <summary>The employer where its agent or its payroll pays; an insurer unless it shifts it.</summary>
    /// <param name="arrangement">Who pays the benefits.</param>
    [Source("26 CFR 32.1(e)")]
    [Source("IRS Notice 2015-6")]
    public static EmployerTaxes For(PaymentArrangement arrangement) =>
        arrangement == PaymentArrangement.Insured ? EmployerTaxes.Payer : EmployerTaxes.Employer;
}

/// <summary>Reads who owes the employer's part.</summary>
internal static class EmployerTaxesReader
{
    public static EmployerTaxes Read(DocumentValue value, PaymentArrangement arrangement)
    {
        var said = value.Choice<EmployerTaxes>();
        if (said == EmployerTaxes.Payer && arrangement == PaymentArrangement.AdviceToPay)
            value.Stop(DisabilityCodes.Incomplete,
                "With advice-to-pay the employer's payroll pays, and owes its own part. Write 'employer', or leave it "
                + "out.");
        return said ?? EmployerTaxesRules.For(arrangement);
    }
}
