namespace OpenAso.StopLoss.Counting;

/// <summary>Why a payment does not count. Ordered by precedence: where several hold, the first is given.</summary>
public enum ExclusionReason
{
    /// <summary>It counts.</summary>
    None,

    /// <summary>The policy does not pay for it, as the extract says with its reason.</summary>
    NotEligible,

    /// <summary>The line of coverage is not one that the policy protects.</summary>
    LineNotCovered,

    /// <summary>The carrier has excluded the person.</summary>
    PersonExcluded,

    /// <summary>The person had not come back to work yet.</summary>
    NotActivelyAtWork,

    /// <summary>Incurred before the window, or longer before the period than run-in claims may be.</summary>
    IncurredTooEarly,

    /// <summary>Incurred after the window.</summary>
    IncurredTooLate,

    /// <summary>Not paid in the policy's sense of the word.</summary>
    NotPaid,

    /// <summary>Paid before the window.</summary>
    PaidTooEarly,

    /// <summary>Paid after the window.</summary>
    PaidTooLate,

    /// <summary>Paid after the day that the position is of.</summary>
    AfterAsOf,

    /// <summary>Run-in claims beyond what the policy counts of them.</summary>
    RunInLimit,
}
