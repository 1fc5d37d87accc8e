using OpenAso.Kernel;

namespace OpenAso.StopLoss.Counting;

/// <summary>Counts the payments and refunds of one claim.</summary>
/// <remarks>
/// <para>A payment counts if it meets the terms. A refund follows the payment that it gives back, whatever its own day:
/// it reverses in the period in which the payment was counted, and reverses nothing where the payment never
/// counted.</para>
/// <para>Which payment a refund gives back: the latest before it of exactly its amount, else the latest ones, each as
/// far as it is not given back already. What is given back beyond all payments of the claim stands by itself.</para>
/// </remarks>
public static class ClaimCounting
{
    /// <summary>Counts one claim.</summary>
    /// <param name="payments">All that is known of one claim, in any order.</param>
    /// <param name="terms">What counts.</param>
    /// <returns>In order of payment; a refund that gives back several payments in parts. Their amounts come to those of
    /// <paramref name="payments"/>, but for refunds not known by the day of the position, which are left out.</returns>
    public static IReadOnlyList<CountedAmount> Of(IReadOnlyList<ClaimPayment> payments, CountingTerms terms)
    {
        ArgumentNullException.ThrowIfNull(payments);
        ArgumentNullException.ThrowIfNull(terms);
        if (payments.Count == 1 && !payments[0].Amount.IsNegative)
            return [Paid(payments[0], terms)];

        var open = payments.Where(payment => !payment.Amount.IsNegative)
            .Select(payment => new OpenPayment(Paid(payment, terms)))
            .OrderBy(payment => payment.Counted.PaidOn).ThenBy(payment => payment.Counted.Amount)
            .ToList();
        List<CountedAmount> counted = [.. open.Select(payment => payment.Counted)];
        var refunds = payments.Where(payment => payment.Amount.IsNegative)
            .Select(refund => (Refund: refund, Day: DayOf(refund, terms)))
            .Where(pair => pair.Day is not { } day || day <= terms.AsOf)
            .OrderBy(pair => pair.Day ?? DateOnly.MaxValue).ThenByDescending(pair => pair.Refund.Amount);
        foreach (var (refund, day) in refunds)
            counted.AddRange(GiveBack(refund, day, open, terms));
        return counted;
    }

    private static CountedAmount Paid(ClaimPayment payment, CountingTerms terms)
    {
        var paid = payment.Dates.PaidAs(terms.Policy.PaidMeans);
        var orderedOn = paid ?? payment.Dates.Latest ?? payment.Incurred;
        return new CountedAmount(
            payment, payment.Amount, orderedOn, MonthOf(orderedOn, terms), terms.Check(payment, paid),
            paid <= terms.AsOf);
    }

    // A refund is money in hand: where the policy's own day is not known, the latest known day will do.
    private static DateOnly? DayOf(ClaimPayment refund, CountingTerms terms) =>
        refund.Dates.PaidAs(terms.Policy.PaidMeans) ?? refund.Dates.Latest;

    private static IEnumerable<CountedAmount> GiveBack(
        ClaimPayment refund, DateOnly? day, List<OpenPayment> open, CountingTerms terms)
    {
        var left = -refund.Amount;
        foreach (var payment in Candidates(open, day, left))
        {
            var part = Money.Min(left, payment.Left);
            payment.Left -= part;
            left -= part;
            var original = payment.Counted;
            var month = day is { } known && MonthOf(known, terms) is var own && own > original.Month
                ? own
                : original.Month;
            yield return original with { Payment = refund, Amount = -part, Month = month };
            if (left.IsZero)
                yield break;
        }
        if (left.IsPositive)
            yield return Unmatched(refund, -left, day, terms);
    }

    private static List<OpenPayment> Candidates(List<OpenPayment> open, DateOnly? day, Money amount)
    {
        var before = open.Where(payment => payment.Left.IsPositive)
            .OrderByDescending(payment => day is null || payment.Counted.PaidOn <= day)
            .ThenByDescending(payment => payment.Counted.PaidOn)
            .ThenByDescending(payment => payment.Counted.Amount)
            .ToList();
        var exact = before.Find(payment => payment.Left == amount && payment.Counted.Amount == amount
            && (day is null || payment.Counted.PaidOn <= day));
        return exact is null ? before : [exact];
    }

    // Nothing is known that it gives back. It counts by its own days, and against the carrier where they are unknown:
    // what is not known must not raise what is claimed.
    private static CountedAmount Unmatched(ClaimPayment refund, Money amount, DateOnly? day, CountingTerms terms)
    {
        var reason = terms.Check(refund, day ?? terms.Basis.Paid.First);
        return new CountedAmount(
            refund, amount, DateOnly.MinValue, MonthOf(day ?? terms.Basis.Paid.First, terms), reason, IsPaid: true);
    }

    private static Month MonthOf(DateOnly day, CountingTerms terms)
    {
        var last = terms.Basis.Paid.Last;
        return Month.Of(day > last ? last : day);
    }

    private sealed class OpenPayment(CountedAmount counted)
    {
        public CountedAmount Counted { get; } = counted;

        public Money Left { get; set; } = counted.Amount;
    }
}
