using System.Globalization;
using System.Resources;
using OpenAso.Kernel;

namespace OpenAso.Decision.Pictures;

/// <summary>The words within pictures, and of options and inputs that pictures name, each by its key.</summary>
/// <remarks>They stand in <c>PictureTexts.resx</c> and nowhere else; whoever speaks another language brings a finder of
/// its own.</remarks>
/// <param name="find">A text by its key.</param>
public sealed class PictureTexts(Func<string, string> find)
{
    private static readonly RoomTexts Room = new(typeof(PictureTexts));

    /// <summary>A sentence with a text of these, for whoever says it.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="places">What belongs at {0}, {1}, … of the text.</param>
    public static Sentence Sentence(string key, params ReadOnlySpan<object> places) => Room[key, places];

    /// <summary>In English.</summary>
    public static PictureTexts English { get; } = new(key => Find(key, CultureInfo.InvariantCulture));

    /// <summary>The language, as <c>xml:lang</c> names it.</summary>
    public string Language { get; init; } = "en";

    /// <summary>A text.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="values">What is put into it at {0}, {1}, …</param>
    public string this[string key, params ReadOnlySpan<object?> values] =>
        values.IsEmpty ? find(key) : string.Format(CultureInfo.InvariantCulture, find(key), values);

    /// <summary>A text of a language, or the English one where that language has none.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="culture">The language.</param>
    /// <exception cref="MissingManifestResourceException">There is no such text.</exception>
    public static string Find(string key, CultureInfo culture) => Room.Find(key, culture);
}
