using OpenAso.Kernel;

namespace OpenAso.StopLoss.Positions;

/// <summary>What does not count, of all claimants, in the order in which a position tells it.</summary>
/// <remarks>PERF: what one claimant changes is taken out and put in where it belongs; only where many change is all put
/// in order again.</remarks>
internal sealed class ExcludedList
{
    // Putting one amount in moves all behind it; so many times that costs about as much as sorting.
    private const int FewChanges = 32;

    private List<ExcludedAmount> _ordered = [];

    /// <summary>By claim, claimant, coverage, reason, words and amount: what is equal in all of them is
    /// alike.</summary>
    public ValueList<ExcludedAmount> Items { get; private set; }

    /// <summary>Says what became of some claimants' amounts.</summary>
    /// <param name="before">What they had in the list.</param>
    /// <param name="accounts">The claimants, counted anew.</param>
    /// <param name="all">Everybody.</param>
    public void Change(
        List<ExcludedAmount> before, IReadOnlyCollection<ClaimantAccount> accounts,
        IEnumerable<ClaimantAccount> all)
    {
        var after = accounts.SelectMany(account => account.Excluded).ToList();
        if (before.Count + after.Count == 0)
            return;
        if (before.Count + after.Count <= FewChanges)
            Patch(before, after);
        else
        {
            _ordered = [.. all.SelectMany(account => account.Excluded)];
            _ordered.Sort(Order);
        }
        Items = _ordered.ToValueList();
    }

    private void Patch(List<ExcludedAmount> before, List<ExcludedAmount> after)
    {
        foreach (var amount in before)
            _ordered.RemoveAt(_ordered.BinarySearch(amount, ByOrder));
        foreach (var amount in after)
        {
            var place = _ordered.BinarySearch(amount, ByOrder);
            _ordered.Insert(place < 0 ? ~place : place, amount);
        }
    }

    private static readonly Comparer<ExcludedAmount> ByOrder = Comparer<ExcludedAmount>.Create(Order);

    private static int Order(ExcludedAmount left, ExcludedAmount right)
    {
        var order = string.CompareOrdinal(left.Claim, right.Claim);
        if (order == 0)
            order = string.CompareOrdinal(left.Claimant, right.Claimant);
        if (order == 0)
            order = left.From.CompareTo(right.From);
        if (order == 0)
            order = left.Reason.CompareTo(right.Reason);
        if (order == 0)
            order = string.CompareOrdinal(left.Words, right.Words);
        return order != 0 ? order : left.Amount.CompareTo(right.Amount);
    }
}
