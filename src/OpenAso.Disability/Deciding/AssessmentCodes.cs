namespace OpenAso.Disability.Deciding;

/// <summary>The permanent codes of what an examiner should look at in a claim, listed in
/// docs/findings-disability.md.</summary>
public static class AssessmentCodes
{
    /// <summary>A notice or a decision of the administrator came after its last day.</summary>
    public const string ClockMissed = "DIS020";

    /// <summary>Short-term benefits are about to end and the long-term claim is to be begun.</summary>
    public const string LongTermDue = "DIS021";

    /// <summary>Benefits may count under the stop-loss policy, and the plan does not say whether they do.</summary>
    public const string StopLossUnknown = "DIS022";

    /// <summary>An overpayment is open at the end of what was asked for.</summary>
    public const string OverpaymentOpen = "DIS023";

    /// <summary>Others paid back more than was owed.</summary>
    public const string MoreThanOwed = "DIS024";

    /// <summary>Job-protected leave is used up, or runs out while disability is certified.</summary>
    public const string LeaveUsedUp = "DIS025";
}
