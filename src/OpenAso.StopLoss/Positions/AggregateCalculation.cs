using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;

namespace OpenAso.StopLoss.Positions;

/// <summary>The aggregate position from what counts in each month and the attachments.</summary>
internal static class AggregateCalculation
{
    /// <summary>The position of a policy with an aggregate.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="attachment">By month.</param>
    /// <param name="eligible">What counts up to the end of each month, from the first of the period.</param>
    /// <param name="isKnown">Whether the attachment of every month so far is known; otherwise nothing is
    /// claimed.</param>
    public static AggregatePosition Of(
        StopLossPolicy policy, DateOnly asOf, Attachment attachment, IReadOnlyList<Money> eligible, bool isKnown)
    {
        var terms = policy.Aggregate!;
        var months = attachment.MonthsThrough(asOf);
        var hasEnded = asOf >= policy.Period.Last;
        var shown = Math.Clamp(
            Attachment.IndexOf(attachment.First, Month.Of(asOf)) + 1, 0, eligible.Count);
        var sum = attachment.Through(months);
        var ofPeriod = attachment.OfPeriod(attachment.Projected(months), terms.TerminalLiability);
        var counted = shown == 0 ? Money.Zero : eligible[shown - 1];
        var rows = Rows(terms, attachment, [.. eligible.Take(shown)], isKnown, out var advanced);
        var reimbursable = hasEnded && isKnown ? Reimbursable(terms, counted - ofPeriod) : Money.Zero;
        return new AggregatePosition(
            rows,
            hasEnded ? ofPeriod : sum,
            ofPeriod,
            attachment.Minimum,
            counted,
            reimbursable,
            advanced,
            hasEnded ? Money.Max(advanced - reimbursable, Money.Zero) : Money.Zero,
            terms.LaseredDollars);
    }

    private static Money Reimbursable(AggregateTerms terms, Money beyond)
    {
        var share = Money.Max(beyond, Money.Zero).Times(terms.Reimbursement, Rounding.HalfUp);
        return terms.Maximum is { } most ? Money.Min(share, most) : share;
    }

    private static ValueList<AggregateMonth> Rows(
        AggregateTerms terms, Attachment attachment, IReadOnlyList<Money> eligible, bool isKnown, out Money advanced)
    {
        var advances = new Advances(terms);
        var rows = new List<AggregateMonth>(eligible.Count);
        Money total = Money.Zero, before = Money.Zero;
        var month = attachment.First;
        for (var index = 0; index < eligible.Count; index++, month = month.Next)
        {
            var inPeriod = index < attachment.ByMonth.Count;
            var own = inPeriod ? attachment.ByMonth[index] ?? Money.Zero : Money.Zero;
            total += own;
            var floor = Floor(terms, attachment, total, index + 1);
            var (advance, repayable) = inPeriod && isKnown
                ? advances.Next(eligible[index], floor)
                : (Money.Zero, Money.Zero);
            rows.Add(new AggregateMonth(
                month, own, total, eligible[index] - before, eligible[index], floor, advance, repayable));
            before = eligible[index];
        }
        advanced = advances.Outstanding;
        return rows.ToValueList();
    }

    private static Money Floor(AggregateTerms terms, Attachment attachment, Money total, int months)
    {
        if (terms.Accommodation is not { ProratedMinimum: true })
            return total;
        var count = attachment.ByMonth.Count;
        return Money.Max(total, attachment.Minimum.Ratio(Math.Min(months, count), count, Rounding.HalfUp));
    }

    /// <summary>Advances month by month.</summary>
    private sealed class Advances(AggregateTerms terms)
    {
        public Money Outstanding { get; private set; }

        [Source("Public accommodation wording: paid less the larger of the cumulative monthly aggregate and the"
            + " pro-rated minimum, less the threshold")]
        public (Money Advance, Money Repayable) Next(Money eligible, Money floor)
        {
            if (terms.Accommodation is not { } accommodation)
                return (Money.Zero, Money.Zero);
            var due = Money.Max(eligible - floor - accommodation.Threshold, Money.Zero);
            if (terms.Maximum is { } most)
                due = Money.Min(due, most);
            var advance = Money.Max(due - Outstanding, Money.Zero);
            if (advance < accommodation.LeastRequest)
                advance = Money.Zero;
            var repayable = Money.Max(Outstanding - due, Money.Zero);
            Outstanding += advance;
            if (accommodation.Recoupment == Recoupment.Monthly)
                Outstanding -= repayable;
            return (advance, repayable);
        }
    }
}
