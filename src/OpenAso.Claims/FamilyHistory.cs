using System.Runtime.InteropServices;
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

    // PERF: what tells at once that an earlier claim does not matter, side by side: the claims themselves lie scattered
    // in memory, and every question goes through all of them.
    private readonly List<Trace> _traces = [];

    /// <summary>In the order of decision.</summary>
    public IReadOnlyList<DecidedClaim> Claims => _claims;

    /// <summary>The id under which a claim that waited here is decided again; null where none is.</summary>
    public ClaimId? ReleasedAs { get; private set; }

    /// <summary>Takes a claim that waits out of the way, to decide it again as a version of its own.</summary>
    /// <param name="id">Of a claim of this family that pends and stands.</param>
    /// <returns>The id of the new version.</returns>
    /// <exception cref="ArgumentException">No such claim waits here.</exception>
    public ClaimId Release(ClaimId id)
    {
        if (Find(id) is not { IsLive: true, Determination.Status: ClaimStatus.Pended } waiting)
            throw new ArgumentException($"Claim {id} does not wait in this family.", nameof(id));
        var next = NextId(id.Content);
        waiting.ReversedBy = next;
        ReleasedAs = next;
        return next;
    }

    /// <summary>Adds a decision, and marks what it takes back.</summary>
    /// <param name="claim">As sent.</param>
    /// <param name="determination">As decided.</param>
    public void Add(Claim claim, Determination determination)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(determination);
        if (determination.Reverses is { } original && Find(original) is { } reversed)
            reversed.ReversedBy = claim.Id;
        Restore(new DecidedClaim(claim, determination));
    }

    /// <summary>Adds a decision read back from where it was kept.</summary>
    /// <param name="decided">As it stands.</param>
    public void Restore(DecidedClaim decided)
    {
        ArgumentNullException.ThrowIfNull(decided);
        var claim = decided.Claim;
        _claims.Add(decided);
        _traces.Add(new Trace(
            LowBits(claim.Id.Content), claim.FirstServiceDate.DayNumber, claim.LastServiceDate.DayNumber,
            decided.Determination.Person));
    }

    /// <summary>A claim by its id; null for none.</summary>
    /// <param name="id">Content and occurrence.</param>
    public DecidedClaim? Find(ClaimId id)
    {
        for (var i = NextOf(id.Content, 0); i < _claims.Count; i = NextOf(id.Content, i + 1))
        {
            if (_claims[i].Claim.Id == id)
                return _claims[i];
        }
        return null;
    }

    /// <summary>Whether a claim with this content was decided before.</summary>
    /// <param name="content">What it says.</param>
    internal bool Holds(ContentHash content) => NextOf(content, 0) < _claims.Count;

    /// <summary>The index of the next claim for a person with service on some of these days; the count of claims where
    /// there is none.</summary>
    internal int NextOf(PersonNumber person, DateRange days, int index)
    {
        var (first, last) = (days.First.DayNumber, days.Last.DayNumber);
        var traces = CollectionsMarshal.AsSpan(_traces);
        for (; index < traces.Length; index++)
        {
            ref readonly var trace = ref traces[index];
            if (trace.FirstDay <= last && trace.LastDay >= first && trace.Person == person)
                break;
        }
        return index;
    }

    /// <summary>The id of a claim that now arrives: one occurrence more than were sent before.</summary>
    /// <param name="content">What it says.</param>
    public ClaimId NextId(ContentHash content)
    {
        var last = 0;
        for (var i = NextOf(content, 0); i < _claims.Count; i = NextOf(content, i + 1))
            last = Math.Max(last, _claims[i].Claim.Id.Occurrence);
        return new ClaimId(content, last + 1);
    }

    private int NextOf(ContentHash content, int index)
    {
        var low = LowBits(content);
        var traces = CollectionsMarshal.AsSpan(_traces);
        for (; index < traces.Length; index++)
        {
            if (traces[index].Content == low && _claims[index].Claim.Id.Content == content)
                break;
        }
        return index;
    }

    private static ulong LowBits(ContentHash content) => unchecked((ulong)content.Value);

    private readonly record struct Trace(ulong Content, int FirstDay, int LastDay, PersonNumber Person);
}
