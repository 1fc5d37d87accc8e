using OpenAso.Edi.Remittances;
using OpenAso.Kernel;
using OpenAso.Operations.Deciding;
using OpenAso.X12.Remittances;

namespace OpenAso.Operations.Remitting;

/// <summary>Remittances for decisions that no payment run has paid, as <c>adjudicate</c> writes them.</summary>
/// <remarks>One payment for each payee and day of receipt; the payment date is that day and the trace number follows
/// from what the remittance says, so that the same claims give the same bytes.</remarks>
public static class DecisionRemittances
{
    private const int TraceDigits = 16;

    /// <summary>The remittances, by payment date and payee; a payee's negative balance goes forward to its next
    /// one.</summary>
    /// <param name="claims">In canonical order; those that pend are left out.</param>
    /// <param name="payer">Who pays.</param>
    public static IReadOnlyList<Remittance> Of(IReadOnlyList<StandingClaim> claims, RemittancePayer payer)
    {
        List<Remittance> remittances = [];
        var owed = new Dictionary<string, ForwardedBalance?>(StringComparer.Ordinal);
        var groups = claims
            .Select(claim => (Standing: claim, Key: RemittancePayees.KeyOf(claim.Claim.Claim.Billing)))
            .GroupBy(claim => (claim.Standing.Claim.Claim.Received, claim.Key))
            .OrderBy(group => group.Key.Received).ThenBy(group => group.Key.Key, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var remitted = group.SelectMany(claim => RemittedClaims.Of(claim.Standing.Claim, claim.Standing.Original))
                .ToList();
            if (remitted.Count == 0)
                continue;
            var payee = RemittancePayees.Of(group.First().Standing.Claim.Claim.Billing);
            var unsettled = new Remittance
            {
                Payment = RemittancePayment.ByCheck(
                    0, group.Key.Received, TraceOf(group.Key.Received, group.Key.Key, remitted)),
                Payer = payer,
                Payee = payee,
                ProductionDate = group.Key.Received,
                Claims = [.. remitted],
            };
            var (remittance, balance) = BalanceForward.Settle(unsettled, owed.GetValueOrDefault(group.Key.Key));
            owed[group.Key.Key] = balance;
            remittances.Add(remittance);
        }
        return remittances;
    }

    private static string TraceOf(DateOnly date, string payee, IEnumerable<RemittedClaim> claims)
    {
        var content = string.Join(
            '|', claims.Select(claim => $"{claim.PayerControlNumber} {claim.Status} {claim.PaidCents}"));
        return ContentHash.Of($"{date:yyyyMMdd}|{payee}|{content}").ToString()[..TraceDigits].ToUpperInvariant();
    }
}
