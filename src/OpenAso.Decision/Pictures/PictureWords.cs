namespace OpenAso.Decision.Pictures;

/// <summary>What stands around a picture.</summary>
/// <param name="Title">What it shows, as a sentence or its beginning; wrapped where it is long.</param>
/// <param name="Source">What it was made from, and as of when: stands below it as "Source: …".</param>
public sealed record PictureWords(string Title, string Source)
{
    private readonly string? _currency;

    /// <summary>The words within the picture.</summary>
    public PictureTexts Texts { get; init; } = PictureTexts.English;

    /// <summary>What the amounts are counted in, in the plural: US dollars, if nobody says otherwise.</summary>
    public string Currency
    {
        get => _currency ?? Texts["currency.usd"];
        init => _currency = value;
    }
}

/// <summary>An amount with a name that is marked in a picture: a budget, a premium, the maximum.</summary>
/// <param name="Name">As it is shown.</param>
/// <param name="Amount">Where; one that is no number is left out.</param>
public sealed record PictureMark(string Name, double Amount);
