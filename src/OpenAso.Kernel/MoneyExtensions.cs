namespace OpenAso.Kernel;

/// <summary>Sums of many amounts.</summary>
public static class MoneyExtensions
{
    /// <summary>The sum of all; zero for none.</summary>
    /// <param name="amounts">In any order.</param>
    /// <exception cref="OverflowException">The sum is outside the range of money.</exception>
    public static Money Total(this IEnumerable<Money> amounts)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        var total = Money.Zero;
        foreach (var amount in amounts)
            total += amount;
        return total;
    }

    /// <summary>The sum of what <paramref name="amount"/> gives for each; zero for none.</summary>
    /// <typeparam name="T">What is summed over.</typeparam>
    /// <param name="items">In any order.</param>
    /// <param name="amount">Its amount.</param>
    public static Money Total<T>(this IEnumerable<T> items, Func<T, Money> amount) => items.Select(amount).Total();
}
