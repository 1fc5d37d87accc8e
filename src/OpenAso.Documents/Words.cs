using System.Text;

namespace OpenAso.Documents;

/// <summary>The names of our types in the words that documents are written in.</summary>
public static class Words
{
    /// <summary>A name of several capitalised words in lower case with hyphens: <c>CalendarYear</c> is
    /// <c>calendar-year</c>.</summary>
    /// <param name="name">As in the code.</param>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
                text.Append('-');
            text.Append(char.ToLowerInvariant(letter));
        }
        return text.ToString();
    }

    /// <summary>The values of an enumeration by their words.</summary>
    /// <typeparam name="TEnum">Its names are the words, see <see cref="Of"/>.</typeparam>
    public static Dictionary<string, TEnum> Meanings<TEnum>()
        where TEnum : struct, Enum =>
        Enum.GetValues<TEnum>().ToDictionary(value => Of(value.ToString()), StringComparer.Ordinal);
}
