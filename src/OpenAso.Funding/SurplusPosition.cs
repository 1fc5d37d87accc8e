using OpenAso.Kernel;

namespace OpenAso.Funding;

/// <summary>Whether the plan has cost less or more than budgeted.</summary>
/// <remarks>Measured against the budget; what the fund holds is another question, which the ledger's fund position
/// answers.</remarks>
/// <param name="ExpectedClaims">By the budget.</param>
/// <param name="ExpectedFees">By the agreement.</param>
/// <param name="ClaimsPaid">Less what was taken back.</param>
/// <param name="Fees">Charged.</param>
/// <param name="Recoveries">Rebates, subrogation and stop-loss reimbursement.</param>
/// <param name="Use">What the agreement does with a surplus.</param>
public sealed record SurplusPosition(
    Money ExpectedClaims, Money ExpectedFees, Money ClaimsPaid, Money Fees, Money Recoveries, SurplusUse Use)
{
    /// <summary>What the plan was expected to cost.</summary>
    public Money Budgeted => ExpectedClaims + ExpectedFees;

    /// <summary>What it has cost.</summary>
    public Money Cost => ClaimsPaid + Fees - Recoveries;

    /// <summary>A surplus above zero, a deficit below.</summary>
    public Money Result => Budgeted - Cost;

    /// <summary>What goes back to the employer at settlement: the surplus, where the agreement returns it, and only as
    /// far as the fund holds money that was the employer's.</summary>
    /// <param name="available">The employer's own money that the fund can give away.</param>
    public Money ToReturn(Money available) =>
        Use == SurplusUse.ReturnedToEmployer ? Money.Max(Money.Min(Result, available), Money.Zero) : Money.Zero;

    /// <summary>What the employer still owes at settlement: a deficit, whatever the agreement does with a
    /// surplus.</summary>
    public Money Owed => Money.Max(-Result, Money.Zero);
}
