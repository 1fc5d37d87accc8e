namespace OpenAso.Operations.Listing;

/// <summary>A part of a list.</summary>
/// <param name="Most">How many rows at most.</param>
/// <param name="After">Those behind this one; null to begin in front.</param>
/// <param name="Before">Those in front of this one, the nearest of them; null for none.</param>
public sealed record PageCursor<TKey>(int Most, TKey? After, TKey? Before)
    where TKey : class;

/// <summary>Rows of a list.</summary>
/// <param name="Rows">In the order of the list.</param>
/// <param name="HasMore">Whether there are more in the direction that was asked for.</param>
public sealed record ListPart<T>(IReadOnlyList<T> Rows, bool HasMore);

/// <summary>Makes parts of lists.</summary>
public static class ListPart
{
    /// <summary>Takes what was read beyond the page off again.</summary>
    /// <param name="read">One row more than asked for, where there is one; backward the last first.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="isBackward">Whether the rows were read from the end.</param>
    public static ListPart<T> Of<T>(IReadOnlyList<T> read, int most, bool isBackward)
    {
        ArgumentNullException.ThrowIfNull(read);
        var rows = read.Take(most);
        return new ListPart<T>([.. isBackward ? rows.Reverse() : rows], read.Count > most);
    }

    /// <summary>A part of a list that is in memory.</summary>
    /// <param name="all">In order of their keys.</param>
    /// <param name="keyOf">By which they are compared as text, digit by digit; not null.</param>
    /// <param name="cursor">Which part.</param>
    /// <param name="isDescending">Whether the list begins with the highest key.</param>
    public static ListPart<T> Of<T>(
        IEnumerable<T> all, Func<T, string> keyOf, PageCursor<string> cursor, bool isDescending = false)
    {
        ArgumentNullException.ThrowIfNull(cursor);
        var sign = isDescending ? -1 : 1;
        var rows = all.Where(row =>
            (cursor.After is not { } after || sign * string.CompareOrdinal(keyOf(row), after) > 0)
            && (cursor.Before is not { } before || sign * string.CompareOrdinal(keyOf(row), before) < 0));
        return cursor.Before is null
            ? Of([.. rows.Take(cursor.Most + 1)], cursor.Most, isBackward: false)
            : Of([.. rows.Reverse().Take(cursor.Most + 1)], cursor.Most, isBackward: true);
    }
}
