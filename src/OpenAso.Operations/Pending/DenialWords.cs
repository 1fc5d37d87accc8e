using OpenAso.Claims;
using OpenAso.Documents;

namespace OpenAso.Operations.Pending;

/// <summary>The lower-case words for the reasons of a denial.</summary>
public static class DenialWords
{
    /// <summary>The word for a reason.</summary>
    /// <param name="denial">Of a denial.</param>
    public static string Of(Denial denial) => Words.Of(denial.ToString());

    /// <summary>The reason that an examiner means; null where the word is none of theirs.</summary>
    /// <param name="word">As <see cref="Of"/> gives it.</param>
    public static Denial? Parse(string word)
    {
        foreach (var reason in ExaminerDenial.Reasons)
        {
            if (string.Equals(Of(reason), word, StringComparison.OrdinalIgnoreCase))
                return reason;
        }
        return null;
    }
}
