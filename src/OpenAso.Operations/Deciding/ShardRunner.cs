using OpenAso.Claims;

namespace OpenAso.Operations.Deciding;

/// <summary>Decides the claims of a shard: the only way from a claim to a stored determination.</summary>
public interface IShardRunner
{
    /// <summary>Loads the families of a chunk, decides their claims in memory, and commits everything at
    /// once.</summary>
    /// <remarks>Where nobody knows whether a chunk was committed, it may be handed in again: a family whose claims of
    /// the import are decided gives the same decisions and is not decided twice.</remarks>
    /// <param name="chunk">Families of one shard.</param>
    /// <param name="fence">The right to write the shard.</param>
    /// <returns>Every decision, by family in the order of the chunk. Nothing is returned before it is
    /// durable.</returns>
    /// <exception cref="FamilyChangedException">A family was changed since it was loaded or, for a claim that somebody
    /// answered, since it was looked at; or the shard was handed over. Nothing was written.</exception>
    IReadOnlyList<Decision> Decide(FamilyChunk chunk, FenceEpoch fence);
}

/// <summary>The runner of one process.</summary>
/// <param name="store">Where families are kept.</param>
/// <param name="basis">What claims are decided by.</param>
public sealed class ShardRunner(IFamilyStore store, DecisionBasis basis) : IShardRunner
{
    /// <inheritdoc/>
    public IReadOnlyList<Decision> Decide(FamilyChunk chunk, FenceEpoch fence)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        var families = store.Load(chunk, basis);
        var commits = new FamilyCommit[families.Count];
        var decisions = new List<Decision>();
        for (var i = 0; i < commits.Length; i++)
        {
            var (family, claims) = (families[i], chunk.Families[i].Claims);
            var isRetry = chunk.Answered is null && !chunk.IsSingle && family.LastImport == chunk.Import;
            var decided = chunk.Answered is { } answered ? DecideAgain(family, chunk.Released[0], answered)
                : isRetry ? DecidedBefore(family, claims.Count) : DecideFamily(family, claims);
            commits[i] = new FamilyCommit(family, isRetry ? [] : decided);
            decisions.AddRange(decided);
        }
        store.Commit(chunk, commits, fence);
        return decisions;
    }

    // All claims of a family in an import are decided at once, so they are the last that were.
    private static Decision[] DecidedBefore(LoadedFamily family, int count)
    {
        var first = checked((int)family.LastSequence) - count;
        return [.. family.Context.History.Claims.Skip(first).Select((decided, index) =>
            new Decision(family.Id, first + index + 1, decided.Claim, decided.Determination))];
    }

    // Where it waited in this family it is a version of its own; one that waited for its family is new here.
    private static Decision[] DecideAgain(LoadedFamily family, WaitingClaim waiting, AnsweredClaim answered)
    {
        var history = family.Context.History;
        var isOwn = family.Id == waiting.Family;
        if (isOwn && family.Version != answered.Version)
            throw new FamilyChangedException($"Family {family.Id} was changed by somebody else meanwhile.");
        var claim = isOwn
            ? waiting.Claim.WithId(history.Release(waiting.Claim.Id))
            : Numbered(waiting.Claim, history);
        var determination = Adjudicator.Adjudicate(claim, family.Context, answered.Answers);
        family.Context.Keep(claim, determination);
        return [new Decision(family.Id, family.LastSequence + 1, claim, determination)];
    }

    private static Decision[] DecideFamily(LoadedFamily family, IReadOnlyList<Claim> claims)
    {
        var decisions = new Decision[claims.Count];
        for (var i = 0; i < decisions.Length; i++)
        {
            var claim = Numbered(claims[i], family.Context.History);
            var determination = Adjudicator.Adjudicate(claim, family.Context);
            family.Context.Keep(claim, determination);
            decisions[i] = new Decision(family.Id, family.LastSequence + i + 1, claim, determination);
        }
        return decisions;
    }

    // Content that arrives again is another occurrence of it.
    private static Claim Numbered(Claim claim, FamilyHistory history)
    {
        var id = history.NextId(claim.Id.Content);
        return id == claim.Id ? claim : claim.WithId(id);
    }
}
