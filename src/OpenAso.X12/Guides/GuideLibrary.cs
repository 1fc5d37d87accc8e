using System.Collections.Frozen;

namespace OpenAso.X12.Guides;

/// <summary>The guides that are read: 834 (005010X220A1), 837P (X222A1, A2), 837I (X223A2, A3), 837D
/// (X224A2).</summary>
public static class GuideLibrary
{
    private static readonly string[] Tables = ["834", "837P", "837I", "837D"];

    private static readonly FrozenDictionary<string, Guide> ByVersion = Load();

    /// <summary>All of them.</summary>
    public static IEnumerable<Guide> All => ByVersion.Values.Distinct();

    /// <summary>The guide of a version.</summary>
    /// <param name="version">GS08 or ST03, for example 005010X222A1.</param>
    /// <returns>Null where it is none that is read.</returns>
    public static Guide? Find(string version) => ByVersion.GetValueOrDefault(version);

    private static FrozenDictionary<string, Guide> Load() =>
        Tables.Select(Open)
            .SelectMany(guide => guide.Versions.Select(version => KeyValuePair.Create(version, guide)))
            .ToFrozenDictionary(StringComparer.Ordinal);

    private static Guide Open(string table)
    {
        var name = $"OpenAso.X12.Guides.Tables.{table}.guide";
        using var stream = typeof(GuideLibrary).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The guide table {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return GuideText.Read(reader.ReadToEnd());
    }
}
