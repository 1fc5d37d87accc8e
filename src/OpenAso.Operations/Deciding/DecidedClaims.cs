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
        return
        [
            .. families
                .SelectMany(family => family.Context.History.Claims.Select(claim => Standing(family, claim)))
                .OrderBy(standing => standing.Claim.Claim, ClaimOrder.Canonical)
                .ThenBy(standing => standing.Family),
        ];
    }

    private static StandingClaim Standing(LoadedFamily family, DecidedClaim claim) => new(
        family.Id, claim,
        claim.Determination.Reverses is { } reverses ? family.Context.History.Find(reverses) : null);
}
