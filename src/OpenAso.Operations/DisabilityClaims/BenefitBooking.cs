using OpenAso.Disability.Deciding;
using OpenAso.Disability.Paying;
using OpenAso.Disability.Terms;
using OpenAso.Kernel;

namespace OpenAso.Operations.DisabilityClaims;

/// <summary>What is to be booked of a claim: the benefits that are due, less what is booked of them.</summary>
/// <remarks>Pure. What has been paid is not paid back through a lower payment: the claimant owes it, and it is taken
/// back from later benefits at the plan's rate.</remarks>
internal static class BenefitBooking
{
    /// <summary>What is due by a day, each with the last day of its period, from the plan or from the employer's
    /// payroll as advised; nothing where an insurer pays.</summary>
    /// <param name="assessment">With no last day to preview.</param>
    /// <param name="day">What becomes known later is not due.</param>
    public static IReadOnlyDictionary<BenefitKey, (BenefitAmounts Amounts, DateOnly Through)> Due(
        DisabilityAssessment assessment, DateOnly day)
    {
        var due = new Dictionary<BenefitKey, (BenefitAmounts, DateOnly)>();
        if (assessment is not { Schedule: { } schedule, Terms: { } terms }
            || terms.Arrangement == PaymentArrangement.Insured)
            return due;
        foreach (var payment in schedule.Payments.Items
            .Where(payment => payment.Period.IsCertified && payment.Period.Through <= day))
            due[new BenefitKey(BenefitKind.Benefit, payment.Period.Disability, payment.Period.From)] =
                (AmountsOf(payment) with { Fica = BenefitFica.Of(payment, terms) }, payment.Period.Through);
        foreach (var found in schedule.Overpayments.Items.Where(one => one.Since <= day))
            due[new BenefitKey(BenefitKind.Overpayment, 0, found.Since)] =
                (default(BenefitAmounts) with { Owed = -found.Amount, Found = found.Amount }, found.Since);
        if (schedule.Repaid.IsPositive)
            due[new BenefitKey(BenefitKind.Repayment, 0, assessment.Claim.DisabledFrom)] =
                (default(BenefitAmounts) with { Recovery = schedule.Repaid }, day);
        if (schedule.Survivor is { } survivor && survivor.Day <= day)
            due[new BenefitKey(BenefitKind.Survivor, 0, survivor.Day)] = (default(BenefitAmounts) with
            {
                Gross = survivor.Amount,
                Owed = survivor.Amount,
                Recovery = survivor.Recovery,
                Taxable = survivor.Taxable,
            }, survivor.Day);
        return due;
    }

    /// <summary>The overpayments that booked rows have found, for the calculation of later benefits.</summary>
    /// <param name="booked">Of the claim.</param>
    public static ValueList<Overpayment> Found(IEnumerable<BookedBenefit> booked)
    {
        var rows = booked.ToList();
        var wages = rows.Where(row => row.Amounts.Fica.Wages.IsPositive).Select(row => row.Key).ToHashSet();
        return rows
            .Where(row => row.Key.Kind == BenefitKind.Benefit && row.Amounts.Found.IsPositive)
            .Select(row => new Overpayment(row.Day.AddDays(1),
            [
                new YearAmount(row.Through.Year, row.Amounts.Found)
                {
                    OfWages = wages.Contains(row.Key) ? row.Amounts.Found : Money.Zero,
                },
            ]))
            .ToValueList();
    }

    /// <summary>What changes, by key.</summary>
    /// <param name="due">As it is due now.</param>
    /// <param name="booked">Of the claim.</param>
    /// <param name="paid">The benefits of which anything is paid.</param>
    public static IEnumerable<(BenefitKey Key, BenefitAmounts Amounts, DateOnly Through)> Differences(
        IReadOnlyDictionary<BenefitKey, (BenefitAmounts Amounts, DateOnly Through)> due,
        IReadOnlyList<BookedBenefit> booked,
        Func<BenefitKey, bool> paid)
    {
        var before = booked.ToLookup(row => row.Key);
        foreach (var key in due.Keys.Union(before.Select(rows => rows.Key))
            .OrderBy(key => key.First).ThenBy(key => key.Kind).ThenBy(key => key.Disability))
        {
            var sum = before[key].Aggregate(default(BenefitAmounts), (all, row) => all + row.Amounts);
            var isDue = due.TryGetValue(key, out var now);
            var target = isDue && key.Kind == BenefitKind.Benefit
                ? now.Amounts with { Found = sum.Found } : now.Amounts;
            if (!isDue && key.Kind == BenefitKind.Benefit)
                target = target with { Found = sum.Found };
            var change = target - sum;
            if (paid(key))
                change = OfPaid(sum.Found.IsPositive ? Raised(change) : change);
            // What was booked without this tax, as before its figures of law were known, gives none back.
            if (before[key].Any() && sum.Fica.Withheld.IsZero)
                change = change with { Fica = change.Fica.WithoutRefund() };
            if (!change.IsNothing)
                yield return (key, change, isDue ? now.Through : before[key].Last().Through);
        }
    }

    // What is paid stays paid, and so does the tax that went with it: less than before becomes an overpayment.
    private static BenefitAmounts OfPaid(BenefitAmounts change)
    {
        var owed = change.Owed - change.Recovery;
        if (owed >= change.Withheld + change.Fica.Withheld)
            return change;
        if (owed.IsNegative)
            return change with { Withheld = Money.Zero, Taxable = Money.Zero, Fica = default, Found = -owed };
        var fica = change.Fica.AtMost(owed);
        return change with { Fica = fica, Withheld = Money.Min(change.Withheld, owed - fica.Withheld) };
    }

    // The tax on an overpayment goes back with it, off the tax of what it is taken from.
    private static BenefitAmounts Raised(BenefitAmounts change) => change with
    {
        Withheld = Money.Max(Money.Zero, change.Withheld),
        Taxable = Money.Max(Money.Zero, change.Taxable),
        Fica = change.Fica.Raised(),
    };

    private static BenefitAmounts AmountsOf(BenefitPayment payment) => new(
        payment.Period.Gross,
        payment.Period.Gross - payment.Period.Net,
        payment.Period.Net + payment.Adjustment,
        payment.Recovery,
        Money.Zero,
        payment.Taxable,
        payment.Withheld ?? Money.Zero);
}
