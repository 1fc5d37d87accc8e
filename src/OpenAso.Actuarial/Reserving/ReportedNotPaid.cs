using OpenAso.Kernel;

namespace OpenAso.Actuarial.Reserving;

/// <summary>Where a claim stands that has come and is not paid.</summary>
public enum InventoryState
{
    /// <summary>It has come and is not decided.</summary>
    Received,

    /// <summary>It waits for something.</summary>
    Pended,

    /// <summary>It is decided and not paid: its amount is what is to be paid.</summary>
    Decided,
}

/// <summary>Claims that have come and are not paid.</summary>
/// <param name="State">Where they stand.</param>
/// <param name="Amount">Billed, or allowed as far as it is known; of decided ones what is to be paid.</param>
public readonly record struct InventoryAmount(InventoryState State, Money Amount);

/// <summary>Which share of an amount in inventory is paid in the end.</summary>
/// <param name="Received">Of those that are not decided.</param>
/// <param name="Pended">Of those that wait.</param>
public readonly record struct InventoryShares(Percent Received, Percent Pended);

/// <summary>What claims will cost that have come and are not paid: known one by one, so it is no part of what was
/// incurred and not reported.</summary>
/// <param name="Received">For those that are not decided.</param>
/// <param name="Pended">For those that wait.</param>
/// <param name="Decided">For those that are decided.</param>
public sealed record ReportedNotPaid(Money Received, Money Pended, Money Decided)
{
    /// <summary>All together.</summary>
    public Money Total => Received + Pended + Decided;

    /// <summary>What an inventory will cost.</summary>
    /// <param name="inventory">In any order.</param>
    /// <param name="shares">Which share is paid in the end.</param>
    /// <param name="rounding">How a fraction of a cent is settled, once for each state.</param>
    public static ReportedNotPaid Of(
        IEnumerable<InventoryAmount> inventory, InventoryShares shares, Rounding rounding)
    {
        var sums = inventory.GroupBy(one => one.State)
            .ToDictionary(group => group.Key, group => group.Select(one => one.Amount).Total());
        return new ReportedNotPaid(
            sums.GetValueOrDefault(InventoryState.Received).Times(shares.Received, rounding),
            sums.GetValueOrDefault(InventoryState.Pended).Times(shares.Pended, rounding),
            sums.GetValueOrDefault(InventoryState.Decided));
    }
}
