using System.Data.Common;
using Dapper;
using OpenAso.Disability.Claims;
using OpenAso.Kernel;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.DisabilityClaims;

/// <summary>A version of a disability claim, as it was told.</summary>
/// <param name="Claim">The claim's id.</param>
/// <param name="Version">1 for the first.</param>
/// <param name="Received">The day from which this version counts.</param>
/// <param name="Plan">The plan that it is made under.</param>
/// <param name="File">Where it came from, for messages.</param>
/// <param name="Content">All of the document.</param>
public sealed record KeptDisabilityClaim(
    string Claim, int Version, DateOnly Received, PlanId Plan, string File, string Content)
{
    /// <summary>The document, understood.</summary>
    /// <exception cref="InvalidOperationException">It was taken before and cannot be understood now.</exception>
    public DisabilityClaim Read() => DisabilityClaimReader.Read(Content, File).Value
        ?? throw new InvalidOperationException($"Disability claim {Claim} was taken before and cannot be read now.");
}

/// <summary>Keeps disability claims, every version of them.</summary>
internal static class DisabilityClaimRows
{
    public static void Keep(WriteSession session, EmployerScope scope, KeptDisabilityClaim claim) =>
        session.Connection.Execute(
            "insert into disability_claim (tenant, employer, claim, version, received, plan, hash, file, content) "
                + "values (@tenant, @employer, @claim, @version, @received, @plan, @hash, @file, @content)",
            scope.Bound(new
            {
                claim = claim.Claim,
                version = claim.Version,
                received = Days.Text(claim.Received),
                plan = claim.Plan.Value,
                hash = ContentHash.Of(claim.Content).ToString(),
                file = claim.File,
                content = claim.Content,
            }));

    /// <summary>Every version, by claim and version.</summary>
    public static IReadOnlyList<(KeptDisabilityClaim Claim, string Hash)> Read(
        DbConnection connection, EmployerScope scope) => [.. connection
        .Query<(string Claim, long Version, string Received, string Plan, string Hash, string File, string Content)>(
            "select claim, version, received, plan, hash, file, content from disability_claim "
                + "where tenant = @tenant and employer = @employer order by claim, version", scope.Bound())
        .Select(row => (
            new KeptDisabilityClaim(
                row.Claim, checked((int)row.Version), Days.Parse(row.Received), new PlanId(row.Plan), row.File,
                row.Content),
            row.Hash))];

    /// <summary>Of each claim the newest version that had come by a day, by claim.</summary>
    public static IReadOnlyList<KeptDisabilityClaim> NewestOn(
        DbConnection connection, EmployerScope scope, DateOnly day) => [.. Read(connection, scope)
        .Select(one => one.Claim)
        .Where(claim => claim.Received <= day)
        .GroupBy(claim => claim.Claim)
        .Select(versions => versions.MaxBy(claim => claim.Version)!)];
}
