using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;

namespace OpenAso.StopLoss.Filings;

/// <summary>What the carrier owes for a claimant, or for the aggregate, and what became of it.</summary>
/// <remarks>Two sums always hold: <c>Filed = PaidIn + Outstanding + Denied + Withdrawn</c>, and
/// <c>Received = PaidIn - PaidBack</c>.</remarks>
/// <param name="From">Specific or aggregate.</param>
/// <param name="Claimant">Whose loss it is; empty under the aggregate.</param>
/// <param name="Reimbursable">What the position says that the carrier pays back; of an aggregate in the course of the
/// period, what it advances.</param>
/// <param name="Filed">What was asked for by all filings.</param>
/// <param name="PaidIn">What the carrier has paid.</param>
/// <param name="PaidBack">What the plan has paid back to it.</param>
/// <param name="Outstanding">What is still expected of what was filed.</param>
/// <param name="Denied">What was refused or given up.</param>
/// <param name="Withdrawn">What was filed and is not due any more, because payments came back.</param>
public sealed record RecoveryPosition(
    StopLossCoverage From,
    string Claimant,
    Money Reimbursable,
    Money Filed,
    Money PaidIn,
    Money PaidBack,
    Money Outstanding,
    Money Denied,
    Money Withdrawn)
{
    /// <summary>What the carrier has paid and the plan has not paid back.</summary>
    public Money Received => PaidIn - PaidBack;

    /// <summary>What the carrier owes and nobody has filed.</summary>
    public Money NotFiled => Money.Max(Reimbursable - Filed, Money.Zero);

    /// <summary>What the plan owes the carrier, because payments came back after it had paid.</summary>
    public Money PayableToCarrier => Money.Max(Received - Reimbursable, Money.Zero);

    /// <summary>One row for everybody who has anything to recover or has recovered anything, then one for the
    /// aggregate.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="position">On its day; steps of filings after it are not known yet.</param>
    /// <param name="recoveries">Everything that was filed, in any order.</param>
    /// <param name="repayments">What was paid back to the carrier, in any order.</param>
    /// <returns>By claimant.</returns>
    public static ValueList<RecoveryPosition> Of(
        StopLossPolicy policy, StopLossPosition position, IEnumerable<Recovery> recoveries,
        IEnumerable<CarrierRepayment> repayments)
    {
        ArgumentNullException.ThrowIfNull(repayments);
        var known = OpenReceivables.KnownOn(position?.AsOf ?? default, recoveries);
        var due = OpenReceivables.Due(policy, position!);
        var back = repayments.Where(repayment => repayment.On <= position!.AsOf)
            .GroupBy(repayment => (repayment.From, repayment.Claimant))
            .ToDictionary(group => group.Key, group => group.Total(repayment => repayment.Amount));
        return due.Keys.Concat(known.Select(recovery => (recovery.From, recovery.Claimant))).Concat(back.Keys)
            .Distinct()
            .OrderBy(key => key.From).ThenBy(key => key.Claimant, StringComparer.Ordinal)
            .Select(key => Row(
                key, due.GetValueOrDefault(key), back.GetValueOrDefault(key),
                [.. known.Where(recovery => (recovery.From, recovery.Claimant) == key)]))
            .ToValueList();
    }

    private static RecoveryPosition Row(
        (StopLossCoverage From, string Claimant) key, Money reimbursable, Money back, List<Recovery> recoveries)
    {
        var paidIn = recoveries.Total(recovery => recovery.Received);
        var outstanding = recoveries.Total(recovery => recovery.Outstanding);
        var expected = Money.Min(outstanding, OpenReceivables.Room(reimbursable, paidIn - back));
        return new RecoveryPosition(
            key.From, key.Claimant, reimbursable, recoveries.Total(recovery => recovery.Requested), paidIn, back,
            expected, recoveries.Total(recovery => recovery.Denied), outstanding - expected);
    }
}

/// <summary>What the plan paid back to the carrier.</summary>
/// <param name="From">Specific or aggregate.</param>
/// <param name="Claimant">For whose loss the carrier had paid; empty under the aggregate.</param>
/// <param name="On">The day.</param>
/// <param name="Amount">Above zero.</param>
public sealed record CarrierRepayment(StopLossCoverage From, string Claimant, DateOnly On, Money Amount);
