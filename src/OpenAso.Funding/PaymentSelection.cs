using OpenAso.Kernel;
using OpenAso.Ledger;

namespace OpenAso.Funding;

/// <summary>Which obligations a run pays, and which wait.</summary>
internal sealed class PaymentSelection
{
    private readonly ValueList<Obligation> _paid;

    private PaymentSelection(ValueList<Obligation> paid, ValueList<HeldObligation> held) =>
        (_paid, Held) = (paid, held);

    /// <summary>Oldest first, with what is taken off.</summary>
    public ValueList<Obligation> Paid => _paid;

    public ValueList<HeldObligation> Held { get; }

    /// <summary>Oldest first; throws on what a caller must never hand in.</summary>
    public static ValueList<Obligation> Ordered(IEnumerable<Obligation> obligations, EmployerId employer)
    {
        var ordered = obligations.OrderBy(obligation => obligation.Received)
            .ThenBy(obligation => obligation.Key)
            .ToValueList();
        var keys = new HashSet<PaymentKey>();
        foreach (var obligation in ordered)
        {
            var wrong = obligation.Employer != employer ? $"belongs to '{obligation.Employer}', not to '{employer}'"
                : obligation.Amount.IsZero ? "is of zero"
                : keys.Add(obligation.Key) ? null : "comes twice";
            if (wrong is not null)
                throw new ArgumentException(
                    $"The obligation for claim {obligation.Key.Claim} {wrong}.", nameof(obligations));
        }
        return ordered;
    }

    public static PaymentSelection None(ValueList<Obligation> ordered, HoldReason reason) =>
        new([], ordered.Items.Select(obligation => new HeldObligation(obligation, reason)).ToValueList());

    /// <summary>Chooses.</summary>
    /// <param name="ordered">Oldest first.</param>
    /// <param name="funds">Null where payments may go beyond them.</param>
    public static PaymentSelection Of(ValueList<Obligation> ordered, Money? funds)
    {
        var owed = ordered.Items.Where(obligation => obligation.Amount.IsNegative)
            .GroupBy(obligation => obligation.Key.Payee)
            .ToDictionary(group => group.Key, group => -group.Total(obligation => obligation.Amount));
        var reached = Reached(ordered, funds, new Dictionary<PayeeId, Money>(owed));
        var payees = reached.GroupBy(obligation => obligation.Key.Payee)
            .Where(group => group.Total(one => one.Amount) >= owed.GetValueOrDefault(group.Key))
            .Select(group => group.Key)
            .ToHashSet();

        var paid = new List<Obligation>();
        var held = new List<HeldObligation>();
        foreach (var obligation in ordered)
        {
            var within = obligation.Amount.IsNegative || reached.Contains(obligation);
            if (within && payees.Contains(obligation.Key.Payee))
                paid.Add(obligation);
            else
                held.Add(new HeldObligation(
                    obligation, within ? HoldReason.PayeeOwesPlan : HoldReason.FundsInsufficient));
        }
        return new PaymentSelection(paid.ToValueList(), held.ToValueList());
    }

    /// <summary>One payment a payee, with the money that it is paid from.</summary>
    public ValueList<Payment> Payments(EmployerId employer, DateOnly date, FundAmounts available)
    {
        var payments = new List<Payment>();
        foreach (var group in _paid.Items.GroupBy(obligation => obligation.Key.Payee).OrderBy(group => group.Key))
        {
            var obligations = group.ToValueList();
            var sources = available.Draw(obligations.Items.Total(one => one.Amount), FundUse.Benefits);
            available -= sources;
            payments.Add(new Payment(employer, group.Key, date, obligations, sources));
        }
        return payments.ToValueList();
    }

    // What a payee owes goes against its oldest claims first, so those need less money or none.
    private static HashSet<Obligation> Reached(
        ValueList<Obligation> ordered, Money? funds, Dictionary<PayeeId, Money> owed)
    {
        var reached = new HashSet<Obligation>();
        foreach (var obligation in ordered)
        {
            if (obligation.Amount.IsNegative)
                continue;
            var takenOff = Money.Min(owed.GetValueOrDefault(obligation.Key.Payee), obligation.Amount);
            var needed = obligation.Amount - takenOff;
            if (needed.IsPositive && needed > funds)
                break;
            owed[obligation.Key.Payee] = owed.GetValueOrDefault(obligation.Key.Payee) - takenOff;
            funds -= needed;
            reached.Add(obligation);
        }
        return reached;
    }
}
