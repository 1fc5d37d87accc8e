using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Plans;
using OpenAso.Plans.Legal;

namespace OpenAso.Correspondence;

/// <summary>A decided claim of an explanation of benefits.</summary>
/// <param name="Claim">As sent.</param>
/// <param name="Determination">As decided: payable, denied, or void.</param>
/// <param name="TakenBack">The claim that it takes back; null for most. The lines of a void are this claim's.</param>
public sealed record ExplainedClaim(Claim Claim, Determination Determination, Claim? TakenBack)
{
    /// <summary>The claim whose services the determination's lines are.</summary>
    public Claim Shown => Determination.Status == ClaimStatus.Void && TakenBack is not null ? TakenBack : Claim;
}

/// <summary>What an explanation of benefits is written from: one person's claims that were decided on one
/// day.</summary>
public sealed record ExplanationRequest
{
    /// <summary>Who writes.</summary>
    public required Letterhead Sender { get; init; }

    /// <summary>Whom the letter goes to: the subscriber, as a rule.</summary>
    public required PersonName Addressee { get; init; }

    /// <summary>Where it goes.</summary>
    public required Address Address { get; init; }

    /// <summary>The person who was treated.</summary>
    public required PersonName Patient { get; init; }

    /// <summary>As it stands on the card.</summary>
    public required string MemberId { get; init; }

    /// <summary>The day of the decisions.</summary>
    public required DateOnly Decided { get; init; }

    /// <summary>At least one; none that pends.</summary>
    public required ValueList<ExplainedClaim> Claims { get; init; }

    /// <summary>To cite clauses, by the versions that the claims were decided by.</summary>
    public required PlanLibrary Plans { get; init; }

    /// <summary>What has been used of the limits, these claims included.</summary>
    public ValueList<LimitUsed> Used { get; init; }

    /// <summary>How long an appeal may take.</summary>
    public required ClaimsProcedure Procedure { get; init; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; init; } = "USD";
}
