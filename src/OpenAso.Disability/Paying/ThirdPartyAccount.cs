using OpenAso.Disability.Claims;
using OpenAso.Kernel;

namespace OpenAso.Disability.Paying;

/// <summary>What happens to the plan's claim against others.</summary>
public enum ThirdPartyStep
{
    /// <summary>They owe it now, and the claimant does not any more.</summary>
    Agreed,

    /// <summary>They paid what they owe.</summary>
    Received,

    /// <summary>The plan bears it: its share of attorneys' fees, and what it gave up. Nobody owes it any
    /// more.</summary>
    Forgiven,

    /// <summary>They paid more than was owed: it is to be sent back.</summary>
    TooMuch,
}

/// <summary>A step of the plan's claim against others.</summary>
/// <param name="Day">The day.</param>
/// <param name="Step">What happened.</param>
/// <param name="Amount">Above zero.</param>
public sealed record ThirdPartyEntry(DateOnly Day, ThirdPartyStep Step, Money Amount);

/// <summary>Keeps what others owe the plan apart from what the claimant owes, so that nothing is taken back
/// twice.</summary>
internal sealed class ThirdPartyAccount
{
    private readonly Queue<(DateOnly Day, int Of, Money Amount, bool IsReceipt)> _events;
    private readonly ValueList<ThirdPartyRecovery> _recoveries;
    private readonly OverpaymentAccount[] _owed;
    private readonly List<ThirdPartyEntry> _entries = [];
    private readonly List<(YearAmount Amount, DateOnly Day)> _received = [];

    public ThirdPartyAccount(ValueList<ThirdPartyRecovery> recoveries)
    {
        _recoveries = recoveries;
        _owed = [.. recoveries.Items.Select(_ => new OverpaymentAccount())];
        _events = new(recoveries.Items.SelectMany(Events).OrderBy(one => one.Day).ThenBy(one => one.IsReceipt));
    }

    public ValueList<ThirdPartyEntry> Entries => _entries.ToValueList();

    public Money Open => _owed.Total(one => one.Open);

    /// <summary>Takes what happened up to a day.</summary>
    /// <param name="until">The day.</param>
    /// <param name="claimant">What the claimant owes.</param>
    /// <returns>What was received on the way, by the year in which it had been overpaid.</returns>
    public IReadOnlyList<(YearAmount Amount, DateOnly Day)> Take(DateOnly until, OverpaymentAccount claimant)
    {
        _received.Clear();
        while (_events.TryPeek(out var one) && one.Day <= until)
        {
            _events.Dequeue();
            if (one.IsReceipt)
                Receive(one.Day, one.Amount, _owed[one.Of], claimant);
            else
                Agree(one.Day, _recoveries[one.Of].Agreed!, _owed[one.Of], claimant);
        }
        return _received;
    }

    private static IEnumerable<(DateOnly Day, int Of, Money Amount, bool IsReceipt)> Events(
        ThirdPartyRecovery recovery, int index)
    {
        if (recovery.Agreed is { } agreed)
            yield return (agreed.Day, index, agreed.Amount, false);
        foreach (var receipt in recovery.Received)
            yield return (receipt.Day, index, receipt.Amount, true);
    }

    private void Agree(
        DateOnly day, RecoveryAgreement agreed, OverpaymentAccount owed, OverpaymentAccount claimant)
    {
        Move(day, Money.Min(agreed.Amount, claimant.Open), owed, claimant);
        var forgiven = Money.Min(agreed.AttorneysShare + agreed.Compromise, claimant.Open);
        claimant.TakeBack(forgiven);
        Enter(day, ThirdPartyStep.Forgiven, forgiven);
    }

    // Money that comes without an agreement is agreed by coming.
    private void Receive(DateOnly day, Money amount, OverpaymentAccount owed, OverpaymentAccount claimant)
    {
        Move(day, Money.Min(Money.Max(Money.Zero, amount - owed.Open), claimant.Open), owed, claimant);
        var taken = Money.Min(amount, owed.Open);
        _received.AddRange(owed.TakeBack(taken).Select(part => (part, day)));
        Enter(day, ThirdPartyStep.Received, taken);
        Enter(day, ThirdPartyStep.TooMuch, amount - taken);
    }

    private void Move(DateOnly day, Money amount, OverpaymentAccount owed, OverpaymentAccount claimant)
    {
        foreach (var part in claimant.TakeBack(amount))
            owed.Add(part);
        Enter(day, ThirdPartyStep.Agreed, amount);
    }

    private void Enter(DateOnly day, ThirdPartyStep step, Money amount)
    {
        if (amount.IsPositive)
            _entries.Add(new ThirdPartyEntry(day, step, amount));
    }
}
