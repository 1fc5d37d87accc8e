using System.Globalization;
using System.Resources;

namespace OpenAso.Kernel;

/// <summary>The texts of a room, each by its key: they stand in its resources and nowhere else.</summary>
/// <param name="named">The type whose name, with its namespace, the resources bear.</param>
public sealed class RoomTexts(Type named)
{
    private readonly ResourceManager _resources = new(named);

    /// <summary>A sentence.</summary>
    /// <param name="key">Of its text.</param>
    /// <param name="places">What belongs at {0}, {1}, … of the text, see <see cref="Sentence"/>.</param>
    public Sentence this[string key, params ReadOnlySpan<object> places] => new(this, key, [.. places]);

    /// <summary>A text of a language, or the English one where that language has none.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="culture">The language.</param>
    /// <exception cref="MissingManifestResourceException">There is no such text.</exception>
    public string Find(string key, CultureInfo culture) => _resources.GetString(key, culture)
        ?? throw new MissingManifestResourceException($"There is no text '{key}'.");
}
