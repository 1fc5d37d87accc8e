using OpenAso.Claims;
using OpenAso.Kernel;

namespace OpenAso.Operations.Pending;

/// <summary>What somebody wants done with a claim that waits.</summary>
/// <param name="Claim">Its whole number.</param>
/// <param name="Reason">Why, in the examiner's words: kept for good.</param>
/// <param name="By">Who.</param>
public sealed record PendRequest(string Claim, string Reason, Examiner By)
{
    /// <summary>The family's version as it was looked at; null to take the claim as it stands now.</summary>
    public long? Version { get; init; }

    /// <summary>What the examiner found out. For a denial, its reason stands there.</summary>
    public ExaminerAnswers Answers { get; init; } = new();

    /// <summary>For a claim whose member identifier nobody has: the identifier of the member who is meant; empty where
    /// nobody is named.</summary>
    public string Member { get; init; } = "";

    /// <summary>False to see what would come of it, and keep nothing.</summary>
    public bool Keeps { get; init; } = true;
}

/// <summary>What came of it.</summary>
/// <param name="Action">What was asked for.</param>
/// <param name="Waited">The claim as it waited.</param>
/// <param name="Family">The family under which it was decided, or waits on.</param>
/// <param name="Decided">As decided; still pended where something is missing, null for a note.</param>
/// <param name="Kept">Whether anything was written.</param>
public sealed record PendOutcome(
    PendAction Action, PendedClaim Waited, FamilyId Family, DecidedClaim? Decided, bool Kept)
{
    /// <summary>Whether the claim waits on.</summary>
    public bool StillWaits => Decided is null || Decided.Determination.Status == ClaimStatus.Pended;
}
