using System.Globalization;
using System.Resources;
using OpenAso.Kernel;

namespace OpenAso.Decision.Pictures;

/// <summary>The words within pictures, and of options and inputs that pictures name, each by its key; and how numbers
/// are written between them.</summary>
/// <remarks>They stand in <c>PictureTexts.resx</c> and nowhere else; whoever speaks another language brings a finder of
/// its own, and the culture by which its readers write numbers and days.</remarks>
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

    /// <summary>By which numbers and days are written: 1,234.5, 12.5 % and 2026-03-09, if nobody says
    /// otherwise.</summary>
    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;

    /// <summary>A text.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="values">What is put into it at {0}, {1}, …</param>
    public string this[string key, params ReadOnlySpan<object?> values] =>
        values.IsEmpty ? find(key) : string.Format(Culture, find(key), values);

    /// <summary>A day; its month is spelled out unless nobody is known who reads it.</summary>
    /// <param name="day">Any.</param>
    public string Day(DateOnly day) => day.ToString(IsPlain ? "yyyy-MM-dd" : "d MMMM yyyy", Culture);

    /// <summary>A month, short enough to stand at an axis.</summary>
    /// <param name="month">Any.</param>
    public string Month(Month month) => IsPlain ? $"{month}" : month.First.ToString("MMM yyyy", Culture);

    /// <summary>An amount with separators: whole, but for small ones.</summary>
    internal string Amount(double amount) => RoundNumbers.Amount(amount, Culture);

    /// <summary>An amount with separators, always whole.</summary>
    internal string Whole(double amount) => amount.ToString("#,0", Culture);

    /// <summary>A share in percent, with the digits that it has.</summary>
    internal string Percent(double share) => RoundNumbers.Percent(share, Culture);

    /// <summary>A share in percent.</summary>
    /// <param name="share">1 for all.</param>
    /// <param name="digits">The format of its number.</param>
    internal string Percent(double share, string digits) =>
        RoundNumbers.Percent((100 * share).ToString(digits, Culture), Culture);

    /// <summary>What a model computed, as what it is.</summary>
    internal string Write(object value) => value switch
    {
        WholeAmount amount => amount.Value.ToString("N0", Culture),
        ComputedShare share => Percent(share.Value, "0.#"),
        Parameter number => number.Value.ToString("0.00", Culture),
        _ => string.Format(Culture, "{0}", value),
    };

    private bool IsPlain => Culture.Equals(CultureInfo.InvariantCulture);

    /// <summary>A text of a language, or the English one where that language has none.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="culture">The language.</param>
    /// <exception cref="MissingManifestResourceException">There is no such text.</exception>
    public static string Find(string key, CultureInfo culture) => Room.Find(key, culture);
}
