using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Members;

namespace OpenAso.Operations.Deciding;

/// <summary>Divides the claims of an import into chunks: families of one shard, each family whole.</summary>
/// <remarks>Follows from the claims alone: how they were spread over files changes nothing.</remarks>
public static class Chunks
{
    /// <summary>How many claims a chunk holds at most, but for a single family that has more.</summary>
    /// <remarks>Statements and round trips are shared by all of a chunk. Smaller imports have smaller ones, so that
    /// every processor has some, and one that is stopped has not begun in vain.</remarks>
    public const int MaximumClaims = 500;

    private const int LeastClaims = 10;
    private const int Wanted = 32;

    /// <summary>The chunks of an import, by shard and family.</summary>
    /// <param name="scope">Whose claims.</param>
    /// <param name="import">The import they came with.</param>
    /// <param name="claims">In any order.</param>
    /// <param name="members">Finds the family of each.</param>
    public static IReadOnlyList<FamilyChunk> Of(
        EmployerScope scope, long import, IEnumerable<Claim> claims, MemberIndex members)
    {
        ArgumentNullException.ThrowIfNull(members);
        var families = Families(claims, members);
        var most = Math.Clamp(families.Sum(Count) / Wanted, LeastClaims, MaximumClaims);
        // A shard counts its events on: divided among chunks that run side by side, their order would hang on chance.
        var shards = families.GroupBy(family => ShardNumber.Of(scope, family.Family).Value)
            .OrderBy(shard => shard.Key)
            .SelectMany(shard => Parts(shard.OrderBy(family => family.Family), Count, MaximumClaims));
        return [.. Parts(shards, shard => shard.Sum(Count), most)
            .Select(part => new FamilyChunk(scope, import, [.. part.SelectMany(shard => shard)]))];
    }

    private static List<FamilyClaims> Families(IEnumerable<Claim> claims, MemberIndex members)
    {
        var families = new Dictionary<FamilyId, List<Claim>>();
        foreach (var claim in claims)
        {
            var family = FamilyOf(claim, members);
            if (!families.TryGetValue(family, out var own))
                families.Add(family, own = []);
            own.Add(claim);
        }
        foreach (var own in families.Values)
            own.Sort(ClaimOrder.Canonical);
        return [.. families.Select(family => new FamilyClaims(family.Key, family.Value))];
    }

    /// <summary>The chunks with the claims that are released in each.</summary>
    /// <param name="chunks">Made of claims among which are all that are released.</param>
    /// <param name="released">By where they waited.</param>
    public static IEnumerable<FamilyChunk> Releasing(
        IReadOnlyList<FamilyChunk> chunks, IReadOnlyCollection<WaitingClaim> released)
    {
        ArgumentNullException.ThrowIfNull(chunks);
        ArgumentNullException.ThrowIfNull(released);
        if (released.Count == 0)
            return chunks;
        var waiting = released.ToDictionary(claim => (object)claim.Claim, ReferenceEqualityComparer.Instance);
        return chunks.Select(chunk => chunk with
        {
            Released = [.. chunk.Families.SelectMany(family => family.Claims)
                .Select(claim => waiting.GetValueOrDefault(claim)).OfType<WaitingClaim>()],
        });
    }

    /// <summary>The family that a claim belongs to; one of its own for a member identifier that nobody has.</summary>
    /// <param name="claim">As sent.</param>
    /// <param name="members">Everybody who is enrolled.</param>
    public static FamilyId FamilyOf(Claim claim, MemberIndex members)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(members);
        var memberId = claim.Patient.SubscriberMemberId;
        return members.Find(memberId) ?? FamilyClaims.UnknownFamily(memberId);
    }

    private static int Count(FamilyClaims family) => family.Claims.Count;

    // Neighbours together, as long as they have no more than the most; alone where one has more.
    private static IEnumerable<List<T>> Parts<T>(IEnumerable<T> items, Func<T, int> count, int most)
    {
        List<T> part = [];
        var claims = 0;
        foreach (var item in items)
        {
            if (part.Count > 0 && claims + count(item) > most)
            {
                yield return part;
                part = [];
                claims = 0;
            }
            part.Add(item);
            claims += count(item);
        }
        if (part.Count > 0)
            yield return part;
    }
}
