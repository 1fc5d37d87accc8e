using System.Globalization;

namespace OpenAso.Kernel;

/// <summary>What a room says, before it stands in anybody's language: the key of a text, and what belongs at the text's
/// places.</summary>
/// <remarks>
/// A place holds what it is and not how it is written: an amount, a share, a day, a count, a name or code of the books
/// (a text that is left as it is), another sentence, or a measure of the room's own. Commands, files and letters take
/// the English words by <see cref="ToString"/>; a page puts it into its reader's words. Two sentences are equal where
/// they say the same.
/// </remarks>
public sealed record Sentence
{
    internal Sentence(RoomTexts? texts, string key, ValueList<object> places) =>
        (Texts, Key, Places) = (texts, key, places);

    /// <summary>Where its text is found; null for words that somebody else wrote.</summary>
    public RoomTexts? Texts { get; }

    /// <summary>The key of its text; of words that somebody else wrote, the words.</summary>
    public string Key { get; }

    /// <summary>What belongs at {0}, {1}, … of the text.</summary>
    public ValueList<object> Places { get; }

    /// <summary>Words that somebody else wrote: of a document, of a letter that was sent, of whoever typed them. They
    /// are in whatever language they are, and are put into no other.</summary>
    /// <param name="words">As they stand there.</param>
    public static Sentence Quoted(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new Sentence(null, words, []);
    }

    /// <summary>In English, days as 2026-03-09, amounts without a currency.</summary>
    public override string ToString() => Texts is { } texts
        ? Filled(texts.Find(Key, CultureInfo.InvariantCulture), English, CultureInfo.InvariantCulture)
        : Key;

    /// <summary>A text with the places of this sentence filled in.</summary>
    /// <param name="text">In some language, with {0}, {1}, …</param>
    /// <param name="write">Writes what belongs at a place.</param>
    /// <param name="culture">Of the text.</param>
    public string Filled(string text, Func<object, object> write, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(write);
        return Places.Count == 0 ? text : string.Format(culture, text, [.. Places.Items.Select(write)]);
    }

    private static object English(object place) =>
        place is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : place;
}
