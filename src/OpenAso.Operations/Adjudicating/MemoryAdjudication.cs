using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Operations.Deciding;

namespace OpenAso.Operations.Adjudicating;

/// <summary>Decides claims in memory, by the same path as a stored import.</summary>
public static class MemoryAdjudication
{
    private static readonly EmployerScope Alone = new(new TenantId("memory"), new EmployerId("memory"));

    /// <summary>Decides the claims of one import.</summary>
    /// <param name="basis">Plans and prices.</param>
    /// <param name="families">Everybody who is enrolled.</param>
    /// <param name="claims">In any order: the outcome does not depend on it.</param>
    /// <returns>Each claim as it stands in the end, in canonical order.</returns>
    public static IReadOnlyList<StandingClaim> Decide(
        DecisionBasis basis, IReadOnlyDictionary<FamilyId, Family> families, IEnumerable<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(families);
        var store = new MemoryFamilyStore(Alone, families);
        var runner = new ShardRunner(store, basis);
        var chunks = Chunks.Of(Alone, import: 1, claims, MemberIndex.Of(families.Values));
        Parallel.ForEach(chunks, chunk => runner.Decide(chunk, FenceEpoch.Sole));
        return DecidedClaims.InOrder(store.Families);
    }
}
