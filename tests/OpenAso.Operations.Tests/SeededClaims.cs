using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Operations.Deciding;
using OpenAso.Operations.Importing;

namespace OpenAso.Operations.Tests;

/// <summary>The families of a seeded employer and the claims of each, in canonical order.</summary>
internal sealed class SeededClaims
{
    private static readonly Lazy<SeededClaims> OfAcme = new(() => new SeededClaims(SeededEmployer.Of(60, 4)));

    private SeededClaims(SeededEmployer employer)
    {
        Scope = employer.Terms.Scope;
        Basis = employer.Terms.Basis;
        Families = EnrollmentIntake.Enroll(
            [.. employer.Files.Where(file => file.Name.EndsWith(".834", StringComparison.Ordinal))
                .Select(ReadFile.Read)],
            new Dictionary<FamilyId, Family>()).Families;
        var claims = ClaimIntake.Read(
            [.. employer.Files.Where(file => file.Name.EndsWith(".837", StringComparison.Ordinal))
                .Select(ReadFile.Read)], null).Claims;
        var members = MemberIndex.Of(Families.Values);
        Claims = claims.GroupBy(claim => Chunks.FamilyOf(claim, members))
            .ToDictionary(group => group.Key, group => (IReadOnlyList<Claim>)[.. group.Order(ClaimOrder.Canonical)]);
        Busiest = [.. Claims.Where(pair => Families.ContainsKey(pair.Key)).OrderByDescending(pair => pair.Value.Count)
            .ThenBy(pair => pair.Key).Select(pair => pair.Key)];
    }

    public static SeededClaims Acme => OfAcme.Value;

    public EmployerScope Scope { get; }

    public DecisionBasis Basis { get; }

    public IReadOnlyDictionary<FamilyId, Family> Families { get; }

    public IReadOnlyDictionary<FamilyId, IReadOnlyList<Claim>> Claims { get; }

    /// <summary>Enrolled families, those with most claims first.</summary>
    public IReadOnlyList<FamilyId> Busiest { get; }

    /// <summary>Two families of one shard that have claims.</summary>
    public (FamilyId First, FamilyId Second) Neighbours
    {
        get
        {
            var shard = Busiest.GroupBy(family => ShardNumber.Of(Scope, family)).First(group => group.Count() > 1);
            return (shard.First(), shard.ElementAt(1));
        }
    }

    public static FamilyChunk Chunk(EmployerScope scope, long import,
        params IEnumerable<(FamilyId Family, IEnumerable<Claim> Claims)> families)
    {
        List<FamilyClaims> parts = [.. families.Select(one => new FamilyClaims(one.Family, [.. one.Claims]))];
        return new FamilyChunk(scope, import, parts);
    }
}
