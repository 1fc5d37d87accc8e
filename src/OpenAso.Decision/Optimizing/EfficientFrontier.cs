namespace OpenAso.Decision.Optimizing;

/// <summary>Which of several options are not beaten by another.</summary>
public static class EfficientFrontier
{
    /// <summary>For each option the one that beats it: no worse in both, and better in one; the least expected of
    /// those, and of equals the least tail. Null where there is none.</summary>
    /// <param name="options">Expected cost and tail of each.</param>
    public static IReadOnlyList<int?> BeatenBy(IReadOnlyList<(double Expected, double Tail)> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return [.. options.Select(one => options.Index()
            .Where(other => other.Item.Expected <= one.Expected && other.Item.Tail <= one.Tail && other.Item != one)
            .OrderBy(other => other.Item.Expected).ThenBy(other => other.Item.Tail)
            .Select(other => (int?)other.Index).FirstOrDefault())];
    }
}
