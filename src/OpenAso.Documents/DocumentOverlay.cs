using System.Collections.Immutable;

namespace OpenAso.Documents;

/// <summary>Lays an amendment over the document that it amends: what is restated replaces, what is not stays.</summary>
/// <remarks>
/// <para>Maps are laid over each other key by key, to any depth; a value or a list is replaced whole. The word
/// <c>removed</c> takes a key out. A new key comes last, or where its map says <c>before: other-key</c>, before that
/// one.</para>
/// <para>Values keep the places where they were written, so that a finding points into the amendment or into the
/// original, whichever the value is from.</para>
/// </remarks>
public static class DocumentOverlay
{
    /// <summary>The word that takes a key out.</summary>
    public const string Removed = "removed";

    /// <summary>The document as amended.</summary>
    /// <param name="original">Not changed.</param>
    /// <param name="changes">The amendment.</param>
    /// <param name="leftOut">Keys of the amendment itself that restate nothing, such as its date.</param>
    /// <param name="findings">Receives a removed key that is not there, and a place before a key that is not
    /// there.</param>
    public static DocumentMap Apply(
        DocumentMap original, DocumentMap changes, IReadOnlySet<string> leftOut, DocumentFindings findings)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentNullException.ThrowIfNull(leftOut);
        ArgumentNullException.ThrowIfNull(findings);
        var entries = ImmutableArray.CreateBuilder<DocumentNode>();
        entries.AddRange(original.Entries);
        var places = original.Entries.ToDictionary(entry => entry.Key, entry => original.KeyPosition(entry.Key));
        foreach (var change in changes.Entries)
        {
            if (leftOut.Contains(change.Key))
                continue;
            var at = IndexOf(entries, change.Key);
            if (change is DocumentScalar { Value: Removed, Quoted: false })
                Remove(entries, at, change, findings);
            else if (at >= 0)
                entries[at] = entries[at] is DocumentMap old && change is DocumentMap restated
                    ? Apply(old, restated, ImmutableHashSet<string>.Empty, findings) : change;
            else
                Insert(entries, change, findings);
            places[change.Key] = changes.KeyPosition(change.Key);
        }
        return original.With(entries.ToImmutable(), places);
    }

    private static void Remove(
        ImmutableArray<DocumentNode>.Builder entries, int at, DocumentNode change, DocumentFindings findings)
    {
        if (at >= 0)
            entries.RemoveAt(at);
        else
            Missing(change, change.Key, entries, findings);
    }

    private static void Insert(
        ImmutableArray<DocumentNode>.Builder entries, DocumentNode change, DocumentFindings findings)
    {
        if (change is not DocumentMap map || map["before"] is not DocumentScalar before)
        {
            entries.Add(change);
            return;
        }
        var positions = map.Entries.ToDictionary(entry => entry.Key, entry => map.KeyPosition(entry.Key));
        var added = map.With([.. map.Entries.Where(entry => entry.Key != "before")], positions);
        var at = IndexOf(entries, before.Value);
        if (at < 0)
            Missing(before, before.Value, entries, findings);
        entries.Insert(at < 0 ? entries.Count : at, added);
    }

    private static void Missing(
        DocumentNode at, string key, IEnumerable<DocumentNode> entries, DocumentFindings findings) =>
        findings.Stop(DocumentCodes.NothingToAmend, at.Place, $"There is no '{key}' in the document as it stood before."
            + NearestWord.Suggestion(key, entries.Select(entry => entry.Key)) + " Name a key that is there.");

    private static int IndexOf(ImmutableArray<DocumentNode>.Builder entries, string key)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].Key == key)
                return i;
        }
        return -1;
    }
}
