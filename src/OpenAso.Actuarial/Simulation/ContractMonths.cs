namespace OpenAso.Actuarial.Simulation;

/// <summary>The windows of a stop-loss contract of one year in whole months: when a claim must be incurred and when it
/// must be paid to count.</summary>
/// <remarks>12/15 is 0 and 3, 15/12 is 3 and 0; under a paid contract claims may be incurred at any time
/// before.</remarks>
/// <param name="RunIn">For how many months before the year claims may have been incurred; zero or more.</param>
/// <param name="RunOut">For how many months after the year claims may be paid; zero or more.</param>
public readonly record struct ContractMonths(int RunIn, int RunOut)
{
    /// <summary>Claims paid in the year, whenever they were incurred.</summary>
    public static ContractMonths Paid { get; } = new(int.MaxValue / 2, 0);

    /// <summary>Whether a claim counts.</summary>
    /// <param name="first">The contract's first month; months are numbered on from any.</param>
    /// <param name="incurred">The month in which it was incurred.</param>
    /// <param name="paid">The month in which it was paid.</param>
    internal bool Covers(int first, int incurred, int paid) =>
        incurred >= first - RunIn && incurred < first + 12 && paid >= first && paid < first + 12 + RunOut;
}
