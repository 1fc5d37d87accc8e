using OpenAso.Documents;

namespace OpenAso.Plans;

/// <summary>The limits of a document while it is read, by the section and key that name them.</summary>
internal sealed class LimitTable
{
    private readonly Dictionary<(string Section, string Key), int> _indexes = [];

    public List<Limit> Limits { get; } = [];

    public int Reserve(string section, string key)
    {
        _indexes.Add((section, key), _indexes.Count);
        return _indexes.Count - 1;
    }

    /// <summary>The index of the limit that a value names; null with a finding where there is none.</summary>
    public int? Named(string section, DocumentValue value)
    {
        if (value.Text() is not { } key)
            return null;
        if (_indexes.TryGetValue((section, key), out var index))
            return index;
        var known = _indexes.Keys.Where(pair => pair.Section == section).Select(pair => pair.Key).ToList();
        value.Stop(PlanCodes.NameUnknown, $"'{key}' does not stand under '{section}'."
            + NearestWord.Suggestion(key, known)
            + (known.Count == 0 ? " Nothing stands there." : $" There are: {string.Join(", ", known)}."));
        return null;
    }
}
