using System.Collections.Concurrent;
using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Members;

namespace OpenAso.Operations.Deciding;

/// <summary>Families kept in memory for a single run: <c>adjudicate</c>, tests and what-if.</summary>
/// <param name="families">As enrolled.</param>
public sealed class MemoryFamilyStore(IReadOnlyDictionary<FamilyId, Family> families) : IFamilyStore
{
    private readonly ConcurrentDictionary<(EmployerScope Scope, FamilyId Family), LoadedFamily> _families = new();

    /// <summary>Every family that has decisions, in no order.</summary>
    public IEnumerable<LoadedFamily> Families => _families.Values;

    /// <inheritdoc/>
    public IReadOnlyList<LoadedFamily> Load(FamilyChunk chunk, DecisionBasis basis)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        ArgumentNullException.ThrowIfNull(basis);
        var loaded = new LoadedFamily[chunk.Families.Count];
        for (var i = 0; i < loaded.Length; i++)
        {
            var id = chunk.Families[i].Family;
            loaded[i] = _families.TryGetValue((chunk.Scope, id), out var known)
                ? known
                : new LoadedFamily(
                    id, 0, 0, new FamilyContext(families.GetValueOrDefault(id), basis.Plans, basis.Prices));
        }
        return loaded;
    }

    /// <inheritdoc/>
    public void Commit(FamilyChunk chunk, IReadOnlyList<FamilyCommit> commits, FenceEpoch fence)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        ArgumentNullException.ThrowIfNull(commits);
        foreach (var commit in commits)
        {
            var key = (chunk.Scope, commit.Family.Id);
            if (_families.TryGetValue(key, out var current) && current.Version != commit.Family.Version)
                throw new FamilyChangedException($"Family {commit.Family.Id} was decided by somebody else meanwhile.");
            _families[key] = commit.Family with
            {
                Version = commit.Family.Version + 1,
                LastSequence = commit.Family.LastSequence + commit.Decisions.Count,
            };
        }
    }
}
