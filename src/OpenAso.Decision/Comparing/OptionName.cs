using OpenAso.Decision.Pictures;

namespace OpenAso.Decision.Comparing;

/// <summary>What an option is called: by whoever wrote the quotes document, or by the page that made one.</summary>
/// <param name="Name">As the option bears it.</param>
public readonly record struct OptionName(string Name)
{
    /// <summary>In words: an option that a page made bears a name of its texts.</summary>
    /// <param name="words">The texts.</param>
    public string In(PictureTexts words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return Name switch
        {
            ComparisonSettings.OwnName => words["option.own-plan"],
            ComparisonSettings.LevelName => words["option.level-funding"],
            _ => Name,
        };
    }

    /// <summary>As the option bears it.</summary>
    public override string ToString() => Name;
}
