using OpenAso.Kernel;
using OpenAso.Ledger;

namespace OpenAso.Funding;

/// <summary>What a fee is counted by.</summary>
public enum FeeBasis
{
    /// <summary>Each covered employee in each month.</summary>
    EmployeeMonth,

    /// <summary>Each month.</summary>
    Month,

    /// <summary>Once, in the agreement's first month: setting up the plan.</summary>
    Once,
}

/// <summary>What the administrator charges.</summary>
/// <param name="Id">Lower-case letters, digits and hyphens; keeps its name across amendments.</param>
/// <param name="Name">As the invoice calls it.</param>
/// <param name="Clause">The provision.</param>
/// <param name="Basis">What it is counted by.</param>
/// <param name="Line">The line of coverage whose employees are counted; null for fees that are not counted by
/// employees.</param>
/// <param name="Amounts">By tier; the same in every tier where it is not counted by employees.</param>
public sealed record Fee(
    string Id, string Name, ClauseId Clause, FeeBasis Basis, LineOfCoverage? Line, ByTier<Money> Amounts)
{
    /// <summary>What the money is spent on: setting a plan up is the employer's own cost, the rest is
    /// administration.</summary>
    public FundUse Use => Basis == FeeBasis.Once ? FundUse.Sponsor : FundUse.Administration;
}
