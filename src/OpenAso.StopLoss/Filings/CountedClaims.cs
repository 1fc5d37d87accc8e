using OpenAso.Documents;
using OpenAso.StopLoss.Counting;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;

namespace OpenAso.StopLoss.Filings;

/// <summary>Payments as a filing lists them: counted as the position counts them, in an order that follows from the
/// payments alone.</summary>
internal static class CountedClaims
{
    /// <summary>What was paid for one claimant, as the specific counts it.</summary>
    public static List<CountedAmount> OfSpecific(
        StopLossPolicy policy, DateOnly asOf, string claimant, IEnumerable<ClaimPayment> payments)
    {
        if (CountingTerms.OfSpecific(policy, asOf) is not { } terms)
            return [];
        var counted = Count(policy, terms, payments.Where(payment => policy.UnitOf(payment) == claimant));
        return InOrder(RunInCut.Of(counted, policy.Specific!.RunIn.Amount, policy.Period.First));
    }

    /// <summary>What was paid for everybody, as the aggregate counts it.</summary>
    public static List<CountedAmount> OfAggregate(
        StopLossPolicy policy, DateOnly asOf, IEnumerable<ClaimPayment> payments) =>
        CountingTerms.OfAggregate(policy, asOf) is { } terms ? InOrder(Count(policy, terms, payments)) : [];

    /// <summary>Each amount with its claim, days and amount, and why it does not count.</summary>
    public static PackContent Detail(string name, IEnumerable<CountedAmount> counted)
    {
        var csv = new CsvText(
            "claim", "claimant", "certificate", "line", "diagnosis", "incurred", "adjudicated", "issued", "funded",
            "cleared", "amount", "counts", "reason");
        foreach (var amount in counted)
        {
            var payment = amount.Payment;
            csv.Text(payment.Claim).Text(payment.Claimant).Text(payment.Certificate)
                .Text(StopLossLines.WordOf(payment.Line)).Text(payment.Diagnosis).Day(payment.Incurred)
                .Day(payment.Dates.Adjudicated).Day(payment.Dates.Issued).Day(payment.Dates.Funded)
                .Day(payment.Dates.Cleared).Amount(amount.Amount).YesOrNo(amount.Counts).Text(Reason(amount))
                .EndRow();
        }
        return new PackContent(name, csv.ToString());
    }

    public static string Reason(CountedAmount amount) => amount.Excluded switch
    {
        ExclusionReason.None => "",
        ExclusionReason.NotEligible => amount.Payment.IneligibleBecause ?? "",
        _ => Words.Of(amount.Excluded.ToString()),
    };

    private static List<CountedAmount> Count(
        StopLossPolicy policy, CountingTerms terms, IEnumerable<ClaimPayment> payments) =>
        [.. payments.GroupBy(payment => (policy.UnitOf(payment), payment.Claim))
            .SelectMany(claim => ClaimCounting.Of([.. claim], terms))];

    private static List<CountedAmount> InOrder(IEnumerable<CountedAmount> counted) =>
        [.. counted.Where(amount => amount.IsPaid)
            .OrderBy(amount => amount.PaidOn).ThenBy(amount => amount.Payment.Claim, StringComparer.Ordinal)
            .ThenByDescending(amount => amount.Amount)
            .ThenBy(amount => amount.Excluded).ThenBy(amount => amount.Payment.Incurred)
            .ThenBy(amount => amount.Payment.Line)
            .ThenBy(amount => amount.Payment.Claimant, StringComparer.Ordinal)
            .ThenBy(amount => amount.Payment.Certificate, StringComparer.Ordinal)
            .ThenBy(amount => amount.Payment.Dates.Adjudicated).ThenBy(amount => amount.Payment.Dates.Issued)
            .ThenBy(amount => amount.Payment.Dates.Funded).ThenBy(amount => amount.Payment.Dates.Cleared)
            .ThenBy(amount => amount.Payment.Diagnosis, StringComparer.Ordinal)
            .ThenBy(Reason, StringComparer.Ordinal)];
}
