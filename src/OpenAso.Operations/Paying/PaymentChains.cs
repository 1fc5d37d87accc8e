using System.Data.Common;
using Dapper;
using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Paying;

/// <summary>The payments so far of each obligation that has had any.</summary>
internal static class PaymentChains
{
    public static IReadOnlyDictionary<PaymentKey, PaymentChain> Read(DbConnection connection, EmployerScope scope)
    {
        var items = connection.Query<(string Claim, string Payee, string Payment, string Day, long Live)>(
            """
            select i.claim, i.payee_key, i.payment, p.day, i.live from payment_item i
            join payment p on p.tenant = i.tenant and p.employer = i.employer and p.payment = i.payment
            where i.tenant = @tenant and i.employer = @employer and i.amount <> 0 order by i.live, p.run
            """, scope.Bound());
        var chains = new Dictionary<PaymentKey, PaymentChain>();
        foreach (var item in items)
        {
            var key = new PaymentKey(
                ClaimId.TryParse(item.Claim, out var claim) ? claim : default, 1, PayeeId.Parse(item.Payee));
            if (!ContentHash.TryParse(item.Payment, out var payment))
                throw new FormatException($"'{item.Payment}' is no number of a payment.");
            var chain = PaymentChain.Of(key, chains);
            chain = chain.Record(new PaymentEvent(key, PaymentEventKind.Issued, payment, Days.Parse(item.Day))).Chain;
            if (item.Live == 0)
            {
                var voided = new PaymentEvent(key, PaymentEventKind.Voided, payment, Days.Parse(item.Day));
                chain = chain.Record(voided).Chain;
            }
            chains[key] = chain;
        }
        return chains;
    }
}
