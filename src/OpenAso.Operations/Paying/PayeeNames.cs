using System.Data.Common;
using Dapper;
using OpenAso.Claims;
using OpenAso.Funding;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.Paying;

/// <summary>What payees are called: a provider as a claim that is paid says, a subscriber as enrolled.</summary>
/// <remarks>For those who pay, and never for an employer. A payee that no claim names has no name here.</remarks>
internal static class PayeeNames
{
    private const int Most = 500;

    /// <summary>By claims that are paid.</summary>
    /// <param name="connection">Open.</param>
    /// <param name="scope">Whose.</param>
    /// <param name="paid">Payees, each with the number of a claim; of several the first counts.</param>
    public static IReadOnlyDictionary<PayeeId, string> OfClaims(
        DbConnection connection, EmployerScope scope, IEnumerable<(PayeeId Payee, string Claim)> paid)
    {
        var claims = paid.DistinctBy(one => one.Payee).ToList();
        var names = new Dictionary<PayeeId, string>();
        foreach (var some in claims.Where(one => one.Payee.Role == PayeeRole.Provider).Chunk(Most))
            Providers(connection, scope, [.. some.Select(one => one.Claim)], names);
        foreach (var some in claims.Where(one => one.Payee.Role == PayeeRole.Subscriber).Chunk(Most))
            Subscribers(connection, scope, [.. some.Select(one => one.Payee.Value)], names);
        return names;
    }

    /// <summary>By payments that were made.</summary>
    /// <param name="connection">Open.</param>
    /// <param name="scope">Whose.</param>
    /// <param name="payments">Payees, each with the number of a payment; of several the first counts.</param>
    public static IReadOnlyDictionary<PayeeId, string> OfPayments(
        DbConnection connection, EmployerScope scope, IEnumerable<(PayeeId Payee, string Payment)> payments)
    {
        var of = payments.DistinctBy(one => one.Payee).ToList();
        var claims = of.Chunk(Most).SelectMany(some => connection.Query<(string Payment, string Claim)>(
            "select payment, min(claim) as claim from payment_item where tenant = @tenant and employer = @employer "
            + $"and payment {connection.Among("payments")} group by payment",
            scope.Bound(new { payments = some.Select(one => one.Payment).ToArray() })))
            .ToDictionary(row => row.Payment, row => row.Claim, StringComparer.Ordinal);
        return OfClaims(connection, scope, of.Select(one =>
            (one.Payee, claims.GetValueOrDefault(one.Payment, ""))));
    }

    private static void Providers(
        DbConnection connection, EmployerScope scope, string[] claims, Dictionary<PayeeId, string> names)
    {
        foreach (var payload in connection.Query<byte[]>(
            "select payload from claim where tenant = @tenant and employer = @employer "
            + $"and claim {connection.Among("claims")}", scope.Bound(new { claims })))
        {
            var claim = ClaimPayload.Read(payload).Claim;
            names[Payees.ProviderOf(claim)] = claim.Billing.Name;
        }
    }

    private static void Subscribers(
        DbConnection connection, EmployerScope scope, string[] families, Dictionary<PayeeId, string> names)
    {
        foreach (var (family, first, last) in connection.Query<(string Family, string First, string Last)>(
            "select family, first_name, last_name from person where tenant = @tenant and employer = @employer "
            + $"and number = 1 and family {connection.Among("families")}", scope.Bound(new { families })))
            names[new PayeeId(PayeeRole.Subscriber, family)] = $"{first} {last}".Trim();
    }
}
