using System.Collections.Concurrent;
using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Members;

namespace OpenAso.Operations.Deciding;

/// <summary>Families kept in memory for a single run: <c>adjudicate</c>, tests and what-if.</summary>
/// <remarks>Has one runner, so that no fence can be older than its own.</remarks>
/// <param name="scope">Whose families.</param>
/// <param name="families">As enrolled with that employer.</param>
public sealed class MemoryFamilyStore(EmployerScope scope, IReadOnlyDictionary<FamilyId, Family> families)
    : IFamilyStore
{
    private readonly ConcurrentDictionary<(EmployerScope Scope, FamilyId Family), LoadedFamily> _families = new();
    private readonly Lock _committing = new();

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
                ? Copy(known, basis)
                : new LoadedFamily(id, 0, 0, 0, Context(chunk.Scope, id, basis));
        }
        return loaded;
    }

    /// <inheritdoc/>
    public void Commit(FamilyChunk chunk, IReadOnlyList<FamilyCommit> commits, FenceEpoch fence)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        ArgumentNullException.ThrowIfNull(commits);
        lock (_committing)
        {
            foreach (var commit in commits)
                Check(chunk.Scope, commit.Family);
            foreach (var commit in commits.Where(commit => commit.Decisions.Count > 0))
                _families[(chunk.Scope, commit.Family.Id)] = commit.Family with
                {
                    Version = commit.Family.Version + 1,
                    LastSequence = commit.Family.LastSequence + commit.Decisions.Count,
                    LastImport = chunk.Import,
                };
        }
    }

    private void Check(EmployerScope owner, LoadedFamily family)
    {
        var current = _families.TryGetValue((owner, family.Id), out var known) ? known.Version : 0;
        if (current != family.Version)
            throw new FamilyChangedException($"Family {family.Id} was changed by somebody else meanwhile.");
    }

    private FamilyContext Context(EmployerScope owner, FamilyId id, DecisionBasis basis) =>
        new(owner == scope ? families.GetValueOrDefault(id) : null, basis.Plans, basis.Prices);

    // Whoever loads a family works on its context: the one that was committed is never handed out.
    private static LoadedFamily Copy(LoadedFamily family, DecisionBasis basis)
    {
        var context = new FamilyContext(family.Context.Family, basis.Plans, basis.Prices);
        foreach (var kept in family.Context.History.Claims)
            context.Keep(kept.Claim, kept.Determination);
        return family with { Context = context };
    }
}
