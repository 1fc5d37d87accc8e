using System.Globalization;
using System.Text;
using OpenAso.Claims;
using OpenAso.Edi.Remittances;
using OpenAso.Kernel;
using OpenAso.Operations.Deciding;
using OpenAso.X12;
using OpenAso.X12.Remittances;

namespace OpenAso.Operations.Remitting;

/// <summary>Remittances for decisions that no payment run has paid, as <c>adjudicate</c> writes them.</summary>
/// <remarks>One payment for each payee and day of receipt; the payment date is that day and the trace number follows
/// from what the remittance says, so that the same claims give the same bytes.</remarks>
public sealed class DecisionRemittances
{
    private const int TraceDigits = 16;

    private readonly RemittancePayer _payer;
    private readonly List<Payment> _payments;

    private DecisionRemittances(RemittancePayer payer, List<Payment> payments)
    {
        _payer = payer;
        _payments = payments;
    }

    /// <summary>How many there are.</summary>
    public int Count => _payments.Count;

    /// <summary>The last payment date; null where there is no remittance.</summary>
    public DateOnly? LastDay => Count == 0 ? null : _payments[^1].Day;

    /// <summary>The remittances of some claims.</summary>
    /// <param name="claims">In canonical order; those that pend are left out.</param>
    /// <param name="payer">Who pays.</param>
    public static DecisionRemittances Of(IReadOnlyList<StandingClaim> claims, RemittancePayer payer)
    {
        ArgumentNullException.ThrowIfNull(claims);
        var payments = new Dictionary<(DateOnly, string, Npi), Payment>();
        foreach (var claim in claims)
        {
            if (!RemittedClaims.AreFor(claim.Claim, claim.Original))
                continue;
            var (received, billing) = (claim.Claim.Claim.Received, claim.Claim.Claim.Billing);
            var key = (received, billing.TaxId, billing.Npi);
            if (!payments.TryGetValue(key, out var payment))
                payments.Add(key, payment = new Payment(received, billing, RemittancePayees.KeyOf(billing)));
            payment.Claims.Add(claim);
        }
        return new DecisionRemittances(payer, [.. payments.Values.Order(Payment.ByDayAndPayee)]);
    }

    /// <summary>The remittances, by payment date and payee, each made when it is asked for; a payee's negative balance
    /// goes forward to its next one.</summary>
    public IEnumerable<Remittance> Remittances()
    {
        var owed = new Dictionary<string, ForwardedBalance?>(StringComparer.Ordinal);
        foreach (var payment in _payments)
        {
            var (remittance, balance) = BalanceForward.Settle(
                Unsettled(payment), owed.GetValueOrDefault(payment.Payee));
            owed[payment.Payee] = balance;
            yield return remittance;
        }
    }

    private Remittance Unsettled(Payment payment)
    {
        var claims = payment.Claims.SelectMany(claim => RemittedClaims.Of(claim.Claim, claim.Original)).ToSequence();
        return new Remittance
        {
            Payment = RemittancePayment.ByCheck(0, payment.Day, TraceOf(payment, claims)),
            Payer = _payer,
            Payee = RemittancePayees.Of(payment.Billing),
            ProductionDate = payment.Day,
            Claims = claims,
        };
    }

    private static string TraceOf(Payment payment, Sequence<RemittedClaim> claims)
    {
        var content = new StringBuilder();
        content.Append(CultureInfo.InvariantCulture, $"{payment.Day:yyyyMMdd}|{payment.Payee}");
        foreach (var claim in claims)
            content.Append(
                CultureInfo.InvariantCulture, $"|{claim.PayerControlNumber} {claim.Status} {claim.PaidCents}");
        return ContentHash.Of(content.ToString()).ToString()[..TraceDigits].ToUpperInvariant();
    }

    /// <summary>Claims that are paid together.</summary>
    private sealed record Payment(DateOnly Day, BillingProvider Billing, string Payee)
    {
        public static IComparer<Payment> ByDayAndPayee { get; } = Comparer<Payment>.Create((left, right) =>
            left.Day != right.Day
                ? left.Day.CompareTo(right.Day)
                : string.CompareOrdinal(left.Payee, right.Payee));

        public List<StandingClaim> Claims { get; } = [];
    }
}
