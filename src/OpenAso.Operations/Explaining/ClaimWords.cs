using OpenAso.Claims;

namespace OpenAso.Operations.Explaining;

/// <summary>The lower-case words by which codes of a determination are written in machine-readable output.</summary>
/// <remarks>Permanent; every one is an enumeration value of <c>docs/schemas/determination.json</c>.</remarks>
public static class ClaimWords
{
    private static readonly (PendReasons Reason, string Word)[] PendWords =
        [.. Enum.GetValues<PendReasons>()
            .Where(reason => reason != PendReasons.None)
            .Select(reason => (reason, Hyphened(reason.ToString())))];

    private static readonly string[] StepWords = [.. Enum.GetNames<StepKind>().Select(Hyphened)];

    private static readonly string[] StatusWords = [.. Enum.GetNames<ClaimStatus>().Select(Hyphened)];

    /// <summary>The word for a status.</summary>
    /// <param name="status">Of a claim.</param>
    public static string Of(ClaimStatus status) => StatusWords[(int)status];

    /// <summary>The word for a step.</summary>
    /// <param name="kind">Of a step.</param>
    public static string Of(StepKind kind) => StepWords[(int)kind];

    /// <summary>The words for every reason that holds, in the order of the list.</summary>
    /// <param name="reasons">Any number at once.</param>
    public static IEnumerable<string> Of(PendReasons reasons) =>
        PendWords.Where(pair => (reasons & pair.Reason) != 0).Select(pair => pair.Word);

    private static string Hyphened(string name)
    {
        var word = new System.Text.StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && word.Length > 0)
                word.Append('-');
            word.Append(char.ToLowerInvariant(letter));
        }
        return word.ToString();
    }
}
