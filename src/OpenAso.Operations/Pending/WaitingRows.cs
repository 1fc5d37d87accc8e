using System.Data.Common;
using Dapper;
using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Operations.Listing;

namespace OpenAso.Operations.Pending;

/// <summary>Reads what waits for a person.</summary>
internal static class WaitingRows
{
    private const string Waiting =
        """
        select c.family, f.version, c.import, c.payload from claim c
        join family f on f.tenant = c.tenant and f.employer = c.employer and f.family = c.family
        where c.tenant = @tenant and c.employer = @employer and c.status = 2 and c.reversed_by is null
        """;

    /// <summary>All that waits, the oldest first.</summary>
    public static IReadOnlyList<WaitingRow> All(DbConnection connection, EmployerScope scope) =>
        [.. connection.Query<(string, long, long, byte[])>(
            $"{Waiting} order by c.received, c.claim", scope.Bound()).Select(Row)];

    /// <summary>Those of a part of the list of all claims, in its order; backward the last first.</summary>
    public static IReadOnlyList<WaitingRow> Part(
        DbConnection connection, EmployerScope scope, ClaimPlace? place, bool isBackward, int most)
    {
        var range = place is null ? "" : $"and (c.import, c.claim) {(isBackward ? "<" : ">")} (@import, @claim)";
        var order = isBackward ? "desc" : "asc";
        return [.. connection.Query<(string, long, long, byte[])>(
            $"{Waiting} {range} order by c.import {order}, c.claim {order} limit @most",
            scope.Bound(new
            {
                import = place?.Import ?? 0,
                claim = place?.Claim.ToString() ?? "",
                most = (long)most,
            })).Select(Row)];
    }

    /// <summary>The claims of one number that wait: one, or one for each member identifier that was sent.</summary>
    public static IReadOnlyList<WaitingRow> Of(DbConnection connection, EmployerScope scope, ClaimId claim) =>
        [.. connection.Query<(string, long, long, byte[])>(
            $"{Waiting} and c.claim = @claim", scope.Bound(new { claim = claim.ToString() })).Select(Row)];

    private static WaitingRow Row((string Family, long Version, long Import, byte[] Payload) row) =>
        new(new FamilyId(row.Family), row.Version, row.Import, ClaimPayload.Read(row.Payload));
}

/// <summary>A claim that waits, as it is kept.</summary>
internal sealed record WaitingRow(FamilyId Family, long Version, long Import, DecidedClaim Decided);
