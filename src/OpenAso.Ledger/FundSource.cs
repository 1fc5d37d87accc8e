using OpenAso.Kernel;

namespace OpenAso.Ledger;

/// <summary>Whose money it was before it came to the plan. Money never changes its source: both accounts of a transfer
/// have the same one. The numbers are stored and never change.</summary>
[Source("29 CFR 2510.3-102")]
public enum FundSource : byte
{
    /// <summary>The employer's general money. What the plan incurs is booked here, for the employer answers for
    /// it.</summary>
    Employer = 0,

    /// <summary>What participants paid, by payroll deduction or otherwise: theirs from the moment it can be told apart
    /// from the employer's.</summary>
    Participant = 1,

    /// <summary>Other money that belongs to the plan, as in a trust.</summary>
    PlanAssets = 2,
}
