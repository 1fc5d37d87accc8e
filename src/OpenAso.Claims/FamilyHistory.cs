using OpenAso.Kernel;

namespace OpenAso.Claims;

/// <summary>A claim of the family that has been decided before.</summary>
/// <param name="claim">As sent.</param>
/// <param name="determination">As decided.</param>
public sealed class DecidedClaim(Claim claim, Determination determination)
{
    /// <summary>As sent.</summary>
    public Claim Claim { get; } = claim;

    /// <summary>As decided.</summary>
    public Determination Determination { get; } = determination;

    /// <summary>The claim that took this one back; null while it stands.</summary>
    public ClaimId? ReversedBy { get; set; }

    /// <summary>Whether it stands: not taken back, and not itself a request to take another back.</summary>
    public bool IsLive => ReversedBy is null && Determination.Status != ClaimStatus.Void;
}

/// <summary>The claims of a family that an edit may have to look at, in the order in which they were decided.</summary>
public sealed class FamilyHistory
{
    private readonly List<DecidedClaim> _claims = [];

    /// <summary>In the order of decision.</summary>
    public IReadOnlyList<DecidedClaim> Claims => _claims;

    /// <summary>Adds a decision, and marks what it takes back.</summary>
    /// <param name="claim">As sent.</param>
    /// <param name="determination">As decided.</param>
    public void Add(Claim claim, Determination determination)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(determination);
        if (determination.Reverses is { } original && Find(original) is { } reversed)
            reversed.ReversedBy = claim.Id;
        _claims.Add(new DecidedClaim(claim, determination));
    }

    /// <summary>Adds a decision read back from where it was kept.</summary>
    /// <param name="decided">As it stands.</param>
    public void Restore(DecidedClaim decided) => _claims.Add(decided);

    /// <summary>A claim by its id; null for none.</summary>
    /// <param name="id">Content and occurrence.</param>
    public DecidedClaim? Find(ClaimId id) => _claims.Find(decided => decided.Claim.Id == id);

    /// <summary>The id of a claim that now arrives: one occurrence more than were sent before.</summary>
    /// <param name="content">What it says.</param>
    public ClaimId NextId(ContentHash content)
    {
        var last = 0;
        foreach (var decided in _claims)
        {
            if (decided.Claim.Id.Content == content)
                last = Math.Max(last, decided.Claim.Id.Occurrence);
        }
        return new ClaimId(content, last + 1);
    }
}
