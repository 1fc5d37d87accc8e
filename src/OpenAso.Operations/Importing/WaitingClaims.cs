using System.Data.Common;
using Dapper;
using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Operations.Deciding;

namespace OpenAso.Operations.Importing;

/// <summary>Finds claims that waited for an enrolment which has come.</summary>
internal static class WaitingClaims
{
    /// <summary>The claims that wait under a member identifier which somebody now has.</summary>
    public static IReadOnlyList<WaitingClaim> Released(
        DbConnection connection, EmployerScope scope, MemberIndex members) => [.. connection
        .Query<(string Family, byte[] Payload)>(
            "select family, payload from claim "
                + "where tenant = @tenant and employer = @employer and family >= '?' and family < '@' "
            + "and status = @pended and reversed_by is null order by family, sequence",
            scope.Bound(new { pended = (long)ClaimStatus.Pended }))
        .Where(row => members.Find(row.Family.AsSpan(1)) is not null)
        .Select(row => new WaitingClaim(new FamilyId(row.Family), ClaimPayload.Read(row.Payload).Claim))];
}
