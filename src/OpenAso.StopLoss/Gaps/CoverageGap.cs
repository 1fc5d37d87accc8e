using OpenAso.Kernel;

namespace OpenAso.StopLoss.Gaps;

/// <summary>What a plan pays and its stop-loss policy does not.</summary>
/// <param name="Kind">What the two differ on.</param>
/// <param name="Key">Where it stands: a key of the policy, with the plan's clause where one grants it.</param>
/// <param name="PlanPays">What the plan must pay.</param>
/// <param name="PolicyDoesNot">What the policy will not pay for it; of an exclusion, in the policy's own words.</param>
/// <param name="FromClaims">What the plan has paid for it so far; null where the claims at hand cannot tell.</param>
public sealed record CoverageGap(
    GapKind Kind, string Key, Sentence PlanPays, Sentence PolicyDoesNot, Money? FromClaims);

/// <summary>What plan and policy may differ on.</summary>
public enum GapKind
{
    /// <summary>How old a child may be.</summary>
    DependentAge,

    /// <summary>How long somebody on leave is covered.</summary>
    LeaveOfAbsence,

    /// <summary>Whether retired people are covered.</summary>
    Retirees,

    /// <summary>Somebody was not at work when the policy began.</summary>
    ActivelyAtWork,

    /// <summary>The policy excludes what the plan covers.</summary>
    Exclusion,

    /// <summary>The policy excludes what it calls experimental.</summary>
    Experimental,

    /// <summary>The carrier has not agreed to follow the plan document.</summary>
    NotMirrored,

    /// <summary>Drugs that the plan pays and the policy does not count.</summary>
    Drugs,

    /// <summary>Dental care that the plan pays and the policy does not count.</summary>
    Dental,

    /// <summary>Vision care that the plan pays and the policy does not count.</summary>
    Vision,

    /// <summary>Another line of coverage that the policy does not count.</summary>
    Line,

    /// <summary>Claims incurred before the policy's window.</summary>
    RunIn,

    /// <summary>Claims paid after the policy's window.</summary>
    RunOut,

    /// <summary>Paid in the plan's sense of the word, and not in the policy's.</summary>
    PaidMeaning,

    /// <summary>Somebody has a higher deductible, or is excluded.</summary>
    Laser,

    /// <summary>The policy's maximum is below the plan's, or the plan has none.</summary>
    Maximum,
}
