using OpenAso.Operations.Deciding;

namespace OpenAso.Operations.Tests;

/// <summary>Loads from a store and holds back what is to be committed, as a runner does that stops in
/// between.</summary>
internal sealed class HeldBackCommits(IFamilyStore store) : IFamilyStore
{
    private FamilyChunk? _chunk;
    private IReadOnlyList<FamilyCommit> _commits = [];

    public IReadOnlyList<LoadedFamily> Load(FamilyChunk chunk, DecisionBasis basis) => store.Load(chunk, basis);

    public void Commit(FamilyChunk chunk, IReadOnlyList<FamilyCommit> commits, FenceEpoch fence) =>
        (_chunk, _commits) = (chunk, commits);

    public void Release(FenceEpoch fence = default) => store.Commit(_chunk!, _commits, fence);
}
