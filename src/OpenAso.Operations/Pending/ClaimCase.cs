using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Plans;

namespace OpenAso.Operations.Pending;

/// <summary>A claim with all that an examiner looks at beside it.</summary>
/// <param name="Family">Where it was decided, or waits.</param>
/// <param name="Version">Of the family.</param>
/// <param name="Decided">The claim as it stands.</param>
/// <param name="Plan">The terms that it was decided by, or would be; null where none are known.</param>
/// <param name="Members">The family as enrolled; null where nobody has the member identifier.</param>
public sealed record ClaimCase(
    FamilyId Family, long Version, DecidedClaim Decided, ResolvedPlan? Plan, Family? Members)
{
    /// <summary>The import that it came with.</summary>
    public required long Import { get; init; }

    /// <summary>In the order of the claim.</summary>
    public required IReadOnlyList<CaseLine> Lines { get; init; }

    /// <summary>What it counts toward, before and after it.</summary>
    public required IReadOnlyList<CaseLimit> Limits { get; init; }

    /// <summary>Standing claims of the same provider for the same person on some of its days.</summary>
    public required IReadOnlyList<DecidedClaim> Similar { get; init; }

    /// <summary>What examiners did with it, first things first.</summary>
    public required IReadOnlyList<PendWork> Work { get; init; }

    /// <summary>The person treated; null where not found.</summary>
    public Person? Patient => Members?.Find(Decided.Determination.Person);

    /// <summary>Whether it waits for a person now.</summary>
    public bool Waits => Decided is { IsLive: true, Determination.Status: ClaimStatus.Pended };
}

/// <summary>A line of a claim, as sent and as decided.</summary>
/// <param name="Sent">As sent.</param>
/// <param name="Decided">As decided.</param>
/// <param name="Benefit">The benefit of the plan; empty where none was reached.</param>
/// <param name="Tier">The network tier; empty where none was reached.</param>
/// <param name="Adjustments">What is not paid, and why.</param>
/// <param name="Steps">From the charge down to what the plan pays.</param>
public sealed record CaseLine(
    ClaimLine Sent, LineDetermination Decided, string Benefit, string Tier, IReadOnlyList<LineAdjustment> Adjustments,
    IReadOnlyList<CaseStep> Steps);

/// <summary>A step of a decision.</summary>
/// <param name="Kind">What it did.</param>
/// <param name="Amount">Of it.</param>
/// <param name="Left">Of the charge after it.</param>
/// <param name="Clause">That it follows; null where it follows from no provision.</param>
public sealed record CaseStep(StepKind Kind, Money Amount, Money Left, Clause? Clause);

/// <summary>What a claim counts toward a limit.</summary>
/// <param name="Key">Whose use of which limit.</param>
/// <param name="Name">The limit, as members read it; its identifier where the plan is not known.</param>
/// <param name="IsMoney">Cents, rather than a count.</param>
/// <param name="Before">Before the claim.</param>
/// <param name="After">After it.</param>
public sealed record CaseLimit(AccumulatorKey Key, string Name, bool IsMoney, long Before, long After);
