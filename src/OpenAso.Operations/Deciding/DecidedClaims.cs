using OpenAso.Claims;
using OpenAso.Kernel;

namespace OpenAso.Operations.Deciding;

/// <summary>A claim as it stands, and the claim that it takes back.</summary>
/// <param name="Family">The family it was decided under.</param>
/// <param name="Claim">As it stands.</param>
/// <param name="Original">Null where it takes none back.</param>
public sealed record StandingClaim(FamilyId Family, DecidedClaim Claim, DecidedClaim? Original);

/// <summary>Decided claims of many families in the one order in which they are written out.</summary>
public static class DecidedClaims
{
    /// <summary>The claims of some families by received date, first service date, frequency, control number and
    /// id.</summary>
    /// <param name="families">Each once.</param>
    public static IReadOnlyList<StandingClaim> InOrder(IEnumerable<LoadedFamily> families)
    {
        ArgumentNullException.ThrowIfNull(families);
        List<Ranked> ranked = [];
        foreach (var family in families)
        {
            foreach (var claim in family.Context.History.Claims)
                ranked.Add(new Ranked(ClaimOrder.RankOf(claim.Claim), Standing(family, claim)));
        }
        ranked.Sort();
        return ranked.ConvertAll(claim => claim.Standing);
    }

    private static StandingClaim Standing(LoadedFamily family, DecidedClaim claim) => new(
        family.Id, claim,
        claim.Determination.Reverses is { } reverses ? family.Context.History.Find(reverses) : null);

    // PERF: most comparisons end with the rank, which lies beside the reference: the claim itself is not fetched.
    private readonly record struct Ranked(ulong Rank, StandingClaim Standing) : IComparable<Ranked>
    {
        public int CompareTo(Ranked other)
        {
            var order = Rank.CompareTo(other.Rank);
            if (order == 0)
                order = ClaimOrder.Canonical.Compare(Standing.Claim.Claim, other.Standing.Claim.Claim);
            return order != 0 ? order : Standing.Family.CompareTo(other.Standing.Family);
        }
    }
}
