namespace OpenAso.Documents;

/// <summary>Finds the word that a misspelt one was probably meant to be.</summary>
public static class NearestWord
{
    /// <summary>A question that names the nearest word, with a space in front; empty where none is near.</summary>
    /// <param name="word">As misspelt.</param>
    /// <param name="known">The words that may be meant.</param>
    public static string Suggestion(string word, IEnumerable<string> known) =>
        Of(word, known) is { } nearest ? $" Did you mean '{nearest}'?" : "";

    /// <summary>The known word that needs the fewest changed letters, at most a third of its length; null where none
    /// is near.</summary>
    /// <param name="word">As misspelt.</param>
    /// <param name="known">The words that may be meant.</param>
    public static string? Of(string word, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word.Length > 64)
            return null;
        var (nearest, _) = known
            .Select(candidate => (candidate, Distance: Distance(word, candidate)))
            .Where(pair => pair.Distance <= Math.Max(1, Math.Max(pair.candidate.Length, word.Length) / 3))
            .OrderBy(pair => pair.Distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest;
    }

    // Letters to insert, drop, replace or swap with their neighbour (optimal string alignment).
    private static int Distance(string left, string right)
    {
        var distances = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
            distances[i, 0] = i;
        for (var j = 0; j <= right.Length; j++)
            distances[0, j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = distances[i - 1, j - 1] + (Same(left[i - 1], right[j - 1]) ? 0 : 1);
                var shorter = Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1;
                distances[i, j] = Math.Min(replaced, shorter);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    distances[i, j] = Math.Min(distances[i, j], distances[i - 2, j - 2] + 1);
            }
        }
        return distances[left.Length, right.Length];
    }

    private static bool Same(char left, char right) =>
        char.ToLowerInvariant(left) == char.ToLowerInvariant(right)
        || (left is '_' or '-' or ' ' && right is '_' or '-' or ' ');
}
