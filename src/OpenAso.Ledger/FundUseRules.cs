using OpenAso.Kernel;

namespace OpenAso.Ledger;

/// <summary>What money of a fund is spent on.</summary>
public enum FundUse : byte
{
    /// <summary>Nothing is spent: money comes in, is promised, or returns.</summary>
    None,

    /// <summary>Benefits of the plan.</summary>
    Benefits,

    /// <summary>Reasonable expenses of running the plan, such as the administrator's monthly fee.</summary>
    Administration,

    /// <summary>Premium for stop-loss insurance that protects the employer, not the plan.</summary>
    StopLossPremium,

    /// <summary>The employer's own purposes: surplus handed back, the cost of setting a plan up or designing
    /// it.</summary>
    Sponsor,
}

/// <summary>Which money may pay for what.</summary>
public static class FundUseRules
{
    /// <summary>Whether money from a source may be spent on a use.</summary>
    /// <remarks>The employer's money may pay for everything. Participants' money and the plan's may only serve the
    /// plan: benefits and the reasonable cost of running it. A stop-loss policy paid with participants' money would
    /// become the plan's own.</remarks>
    /// <param name="source">Whose money it is.</param>
    /// <param name="use">What it would be spent on.</param>
    [Source("ERISA § 403(c)(1), 29 USC 1103(c)(1)")]
    [Source("DOL Advisory Opinion 2015-02A")]
    public static bool MayPay(FundSource source, FundUse use) =>
        source == FundSource.Employer || use is FundUse.None or FundUse.Benefits or FundUse.Administration;
}
