using System.Collections.Immutable;
using OpenAso.StopLoss.Policies;

namespace OpenAso.StopLoss.Filings;

/// <summary>The items of a carrier's checklist in the words in which documents name them.</summary>
public static class FilingItems
{
    /// <summary>Each word with its item.</summary>
    public static ImmutableDictionary<string, FilingItem> Words { get; } = Enum.GetValues<FilingItem>()
        .ToImmutableDictionary(
            item => Documents.Words.Of(item.ToString()), StringComparer.OrdinalIgnoreCase);
}

/// <summary>An item of a checklist at a place of a sentence.</summary>
/// <param name="Item">Any item.</param>
public readonly record struct NamedItem(FilingItem Item)
{
    /// <summary>The word in which documents name it.</summary>
    public override string ToString() => Documents.Words.Of(Item.ToString());
}
