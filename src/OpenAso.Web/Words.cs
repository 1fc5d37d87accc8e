using System.Globalization;
using System.Resources;
using System.Text;
using OpenAso.Decision;
using OpenAso.Decision.Comparing;
using OpenAso.Decision.Pictures;
using OpenAso.Kernel;
using OpenAso.StopLoss;
using OpenAso.StopLoss.Filings;

namespace OpenAso.Web;

/// <summary>What pages say: every word from the resources, amounts by their currency, days spelled out.</summary>
/// <param name="culture">Of the reader.</param>
public sealed class Words(CultureInfo culture)
{
    /// <summary>The name of the culture that shows which words do not come from the resources.</summary>
    public const string PseudoCulture = "qps-ploc";

    private static readonly ResourceManager Resources = new("OpenAso.Web.Texts", typeof(Words).Assembly);

    /// <summary>The language of the page, for <c>lang</c>.</summary>
    public string Language => culture.Name.Length > 0 && !IsPseudo ? culture.Name : "en-US";

    /// <summary>A text.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="values">What is put into it at {0}, {1}, …</param>
    /// <exception cref="MissingManifestResourceException">There is no such text.</exception>
    public string this[string key, params ReadOnlySpan<object?> values]
    {
        get
        {
            var text = Resources.GetString(key, culture)
                ?? throw new MissingManifestResourceException($"There is no text '{key}'.");
            if (IsPseudo)
                text = Pseudo(text);
            return values.IsEmpty ? text : string.Format(culture, text, values);
        }
    }

    /// <summary>The words within pictures.</summary>
    public PictureTexts Pictures => new(key =>
    {
        var text = PictureTexts.Find(key, culture);
        return IsPseudo ? Pseudo(text) : text;
    })
    {
        Language = Language,
        Culture = culture,
    };

    /// <summary>What a room says, in the reader's words; words that somebody else wrote are left as they are.</summary>
    /// <param name="sentence">Of a room.</param>
    public string Say(Sentence sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        if (sentence.Texts is not { } texts)
            return sentence.Key;
        var text = texts.Find(sentence.Key, culture);
        return sentence.Filled(IsPseudo ? Pseudo(text) : text, Write, culture);
    }

    /// <summary>What a finding says; its message where it knows no other words.</summary>
    /// <param name="finding">A finding.</param>
    public string Say(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Sentence is { } sentence ? Say(sentence) : finding.Message;
    }

    /// <summary>What stands at a place of a sentence.</summary>
    /// <param name="place">See <see cref="Sentence"/>.</param>
    public string Write(object place) => place switch
    {
        Sentence sentence => Say(sentence),
        Money amount => Amount(amount),
        WholeAmount amount => Whole(amount.Value),
        Percent share => Share(share),
        Parameter number => number.Value.ToString("0.00", culture),
        ComputedShare share => Chance(share.Value),
        DateOnly day => Day(day),
        int count => Count(count),
        long count => Count(count),
        OptionName name => name.In(Pictures),
        NamedItem item => this[$"item.{item.Item}"],
        NamedState state => this[$"recovery.{state.State}"],
        NamedLine line => this[$"word.{Documents.Words.Of(line.Line.ToString())}"],
        _ => $"{place}",
    };

    /// <summary>Whether there is a text.</summary>
    /// <param name="key">Its key.</param>
    public static bool Has(string key) => Resources.GetString(key, CultureInfo.InvariantCulture) is not null;

    /// <summary>An amount with its currency; never the currency of the reader's country.</summary>
    /// <param name="amount">Dollars of the United States unless another currency is named.</param>
    /// <param name="currency">Three letters.</param>
    public string Amount(Money amount, string currency = "USD") =>
        Signed(amount.Cents < 0, Sign(currency) + Math.Abs(amount.Cents / 100m).ToString("N2", culture));

    /// <summary>What a model computes, in whole units of the currency, rounded half to even.</summary>
    /// <param name="amount">Not in cents; must be finite.</param>
    /// <param name="currency">Three letters.</param>
    public string Whole(double amount, string currency = "USD") =>
        Signed(Math.Round(amount) < 0, Sign(currency) + Math.Abs(Math.Round(amount)).ToString("N0", culture));

    /// <summary>A number of things.</summary>
    /// <param name="count">How many.</param>
    public string Count(long count) => count.ToString("N0", culture);

    /// <summary>A bare number, to the thousandth at most.</summary>
    /// <param name="number">Rounded half away from zero.</param>
    public string Number(decimal number) => number.ToString("#,0.###", culture);

    /// <summary>A share.</summary>
    /// <param name="share">One is all.</param>
    public string Share(Percent share) => (share.Millionths / 1_000_000m).ToString("P1", culture);

    /// <summary>A probability or another computed share, to the tenth of a percent; not known where it is no
    /// number.</summary>
    /// <param name="share">1 for all.</param>
    public string Chance(double share) => double.IsFinite(share)
        ? ((decimal)share).ToString("P1", culture)
        : this["position.unknown"];

    /// <summary>A day, its month spelled out: 3/9 and 9/3 cannot be taken for each other.</summary>
    /// <param name="day">The day.</param>
    public string Day(DateOnly day) => day.ToString("d MMMM yyyy", culture);

    /// <summary>A time of day, by the world's clock.</summary>
    /// <param name="moment">When.</param>
    public string Time(DateTimeOffset moment) => moment.UtcDateTime.ToString("t", culture) + " UTC";

    /// <summary>A month, spelled out.</summary>
    /// <param name="month">The month.</param>
    public string Month(Month month) => month.First.ToString("MMMM yyyy", culture);

    // The runtime writes the name's second part its own way.
    private bool IsPseudo => culture.Name.Equals(PseudoCulture, StringComparison.OrdinalIgnoreCase);

    private static string Signed(bool isNegative, string amount) => isNegative ? "−" + amount : amount;

    private static string Sign(string currency) => currency switch
    {
        "USD" => "$",
        "CAD" => "CA$",
        _ => currency + " ",
    };

    // Longer than the original, with letters that a page must be able to show; what stands in braces is left alone.
    private static string Pseudo(string text)
    {
        var pseudo = new StringBuilder("[");
        var depth = 0;
        foreach (var letter in text)
        {
            depth += letter == '{' ? 1 : letter == '}' ? -1 : 0;
            pseudo.Append(depth > 0 ? letter : letter switch
            {
                'a' => 'á',
                'e' => 'é',
                'i' => 'í',
                'o' => 'ö',
                'u' => 'ú',
                _ => letter,
            });
        }
        return pseudo.Append(' ').Append('~', text.Length / 3).Append(']').ToString();
    }
}
