namespace OpenAso.Correspondence;

/// <summary>How letters on disability claims begin.</summary>
internal static class DisabilityLetterWords
{
    public static string Title(DisabilityLetterKind kind) => kind switch
    {
        DisabilityLetterKind.Approval => "Your disability benefits are approved",
        DisabilityLetterKind.Extension => "We need more time for your disability claim",
        DisabilityLetterKind.Denial => "Your disability claim is denied",
        _ => "Your appeal is denied",
    };

    public static string Opening(DisabilityLetter letter) => letter.Kind switch
    {
        DisabilityLetterKind.Approval when letter.Benefits.Count > 0 =>
            $"Benefits are paid from {Wording.Day(letter.Benefits[0].Days.First)} on, for the days that your physician "
            + "certifies.",
        DisabilityLetterKind.Approval => "Your claim is approved; no day is payable yet.",
        DisabilityLetterKind.Extension =>
            "We cannot decide your claim yet. Below you read why, what we need from you, and when we will decide.",
        DisabilityLetterKind.Denial =>
            "No benefits are paid under this claim. Below you read why, and what you can do if you disagree.",
        _ => "After looking at everything anew, we come to the same decision. Below you read why, and what you can do.",
    };
}
