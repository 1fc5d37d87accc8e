namespace OpenAso.Documents;

/// <summary>A map whose keys are known: asks for each key once, then names the keys that nobody asked for.</summary>
/// <remarks>Every question answers with a value or with null and a finding. Call <see cref="Done"/> after the last
/// one.</remarks>
/// <param name="map">The map to read.</param>
/// <param name="findings">Receives what is wrong.</param>
public sealed class DocumentSection(DocumentMap map, DocumentFindings findings)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    /// <summary>The map itself, for its place and its clause.</summary>
    public DocumentMap Map => map;

    /// <summary>Where findings of this section go.</summary>
    public DocumentFindings Findings => findings;

    /// <summary>A key that may be left out.</summary>
    /// <param name="key">As documented.</param>
    public DocumentValue Optional(string key)
    {
        _asked.Add(key);
        return new DocumentValue(map[key], findings);
    }

    /// <summary>A key that must be there; a finding says so where it is not.</summary>
    /// <param name="key">As documented.</param>
    public DocumentValue Required(string key)
    {
        _asked.Add(key);
        if (map[key] is null)
        {
            var path = map.Path.Length == 0 ? key : $"{map.Path}.{key}";
            findings.Stop(DocumentCodes.MissingKey, map.Place with { Path = path },
                map.Path.Length == 0 ? $"The key '{key}' is missing. Add it to the document."
                    : $"The key '{key}' is missing here. Add it under '{map.Path}'.");
        }
        return new DocumentValue(map[key], findings);
    }

    /// <summary>Whether a key is there; counts as asking for it.</summary>
    /// <param name="key">As documented.</param>
    public bool Has(string key) => Optional(key).IsPresent;

    /// <summary>Reports every key that was not asked for, with the nearest one that was.</summary>
    public void Done()
    {
        foreach (var entry in map.Entries)
        {
            if (_asked.Contains(entry.Key))
                continue;
            var free = _asked.Where(key => map[key] is null);
            var suggestion = NearestWord.Suggestion(entry.Key, free);
            findings.Stop(DocumentCodes.UnknownKey, map.KeyPlace(entry.Key),
                $"There is no key '{entry.Key}' here.{suggestion} "
                    + $"Known here: {string.Join(", ", _asked.Order(StringComparer.Ordinal))}.");
        }
    }
}
