namespace OpenAso.Operations.Deciding;

/// <summary>Where families and their decisions are kept: a database, or memory for a single run.</summary>
public interface IFamilyStore
{
    /// <summary>Loads the families of a chunk, in one query where it is a database.</summary>
    /// <param name="chunk">Names the families and their claims, whose days bound the history that is needed.</param>
    /// <param name="basis">The employer's plans and prices.</param>
    /// <returns>In the order of the chunk; a family without enrolment has no people.</returns>
    IReadOnlyList<LoadedFamily> Load(FamilyChunk chunk, DecisionBasis basis);

    /// <summary>Writes the decisions of a chunk with everything that follows from them: all of it, or
    /// nothing.</summary>
    /// <param name="chunk">The chunk that was decided.</param>
    /// <param name="commits">In the order of the chunk.</param>
    /// <param name="fence">The runner's right to write.</param>
    /// <exception cref="FamilyChangedException">A family was changed since it was loaded, or the shard was handed
    /// over: nothing was written, and the chunk may be decided again.</exception>
    void Commit(FamilyChunk chunk, IReadOnlyList<FamilyCommit> commits, FenceEpoch fence);
}

/// <summary>A family was changed by somebody else between loading and commit.</summary>
/// <param name="message">Names the family by our own identifier.</param>
public sealed class FamilyChangedException(string message) : Exception(message);
