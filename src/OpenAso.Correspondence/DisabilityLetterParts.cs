using OpenAso.Correspondence.Html;

namespace OpenAso.Correspondence;

/// <summary>The parts of letters on disability claims, in the order of the law.</summary>
internal static class DisabilityLetterParts
{
    public static IEnumerable<HtmlNode> Of(DisabilityLetter letter) => letter.Kind switch
    {
        DisabilityLetterKind.Approval => [.. Benefits(letter), Appeal(letter, "how-to-appeal")],
        DisabilityLetterKind.Extension => Extension(letter),
        DisabilityLetterKind.Denial => Denial(letter),
        _ => AppealDenial(letter),
    };

    private static IEnumerable<HtmlNode> Extension(DisabilityLetter letter) =>
    [
        Part("standard", "What entitles to benefits",
            "Benefits are paid to somebody who is covered on the day on which the disability begins, is disabled as "
            + $"the plan defines it beyond the elimination period, and proves it. {letter.Plan} says so in the "
            + "provisions that are named below."),
        Part("open-issues", "What prevents a decision", Reasons(letter)),
        Part("information-needed", "What we need", List(letter.ToComplete.Items, "Nothing from you.")),
        Part("time-to-answer", "How long you have",
            $"Please send it within {letter.AnswerDays} days of receiving this letter. Until we have it, the time "
            + "for our decision does not run."),
        Part("reason-and-date", "When we will decide", letter.DecisionExpected is { } expected
            ? "The claim cannot be decided in the usual time for the reasons above, which are beyond our control. We "
                + $"expect to decide it by {Wording.Day(expected)}."
            : "The claim cannot be decided for the reasons above, which are beyond our control. We decide it when "
                + "we have what is missing, or when the time to send it is over."),
    ];

    private static IEnumerable<HtmlNode> Denial(DisabilityLetter letter) =>
    [
        Part("reasons", "Why", Reasons(letter)),
        Part("provisions", "The provisions of the plan", Provisions(letter)),
        Part("what-would-complete", "What would complete the claim",
            List(letter.ToComplete.Items, "Nothing is missing: what we have decides the claim under these "
                + "provisions.")),
        Appeal(letter, "how-to-appeal"),
        Part("disagreement-treating", "Views of your physicians and others who saw you", Views(letter, "treating")),
        Part("disagreement-advice", "Views of experts whom we asked", Views(letter, "advice")),
        Part("disagreement-social-security", "Social Security", Views(letter, "social-security")),
        .. Grounds(letter),
    ];

    private static IEnumerable<HtmlNode> AppealDenial(DisabilityLetter letter) =>
    [
        Part("reasons", "Why", Reasons(letter)),
        Part("provisions", "The provisions of the plan", Provisions(letter)),
        Part("disagreement", "Views that we did not follow", Views(letter, "")),
        Part("right-to-sue", "What you can do now",
            "You have the right to bring a civil action under section 502(a) of the Employee Retirement Income "
            + "Security Act. The plan offers no further appeal of its own."),
        Part("limitation-date", "Until when", letter.SuitUntil is { } until
            ? $"The plan limits the time for such an action; it ends on {Wording.Day(until)}."
            : "The plan sets no limit of its own to the time for such an action; the law's limits hold."),
        .. Grounds(letter),
    ];

    private static IEnumerable<HtmlNode> Grounds(DisabilityLetter letter) =>
    [
        Part("medical-judgment", "Medical judgment", letter.RestsOnMedicalJudgment
            ? "The decision rests on a medical or scientific judgment. If you ask, we explain it, as it applies to "
                + "your circumstances, free of charge."
            : "The decision rests on the plan's terms and your circumstances, not on a medical or scientific "
                + "judgment."),
        Part("internal-rules", "Rules of our own", List(
            letter.InternalRules.Items.Select(rule => $"We relied on: {rule}.").ToList(),
            "We relied on no internal rule, guideline, protocol or standard beside the plan: there is none for this.")),
        Part("file", "Your file",
            "If you ask, you get, free of charge, access to all documents, records and other information that bear on "
            + "your claim, and copies of them."),
        Part("language", "In another language", List(letter.Taglines.Items,
            $"If you need this letter in another language, or read to you, reach us at {letter.Sender.Reach()}.")),
    ];

    private static HtmlElement Appeal(DisabilityLetter letter, string id) => Part(id, "If you disagree",
        $"You may appeal within {letter.AppealWithinDays} days of receiving this letter. Write to "
        + $"{letter.Sender.Administrator}, {string.Join(", ", Letterhead.Lines(letter.Sender.Address))}; say why you "
        + "disagree, and add whatever supports you. Somebody who had no part in this decision, and works under "
        + "nobody who had, looks at everything anew; evidence and reasons that are new you see before we decide, "
        + "in time to answer. "
        + $"You get our answer within {letter.AnsweredWithinDays} days. If the appeal is denied, you have the right to "
        + "bring a civil action under section 502(a) of the Employee Retirement Income Security Act.");

    private static IEnumerable<HtmlNode> Benefits(DisabilityLetter letter) => letter.Benefits.Count == 0 ? [] :
    [
        Part("benefits", "What is paid", HtmlElement.Of("ul", [.. letter.Benefits.Items.Select(benefit =>
            (HtmlNode)HtmlElement.Of("li", $"{Wording.Days(benefit.Days)}: {Wording.Amount(benefit.Net, "USD")}"))])),
    ];

    private static HtmlElement Reasons(DisabilityLetter letter) => HtmlElement.Of("ul",
        [.. letter.Reasons.Items.Select(reason => (HtmlNode)HtmlElement.Of("li", reason.Clause.Length == 0
            ? reason.Words
            : $"{reason.Words} (provision {reason.Clause})"))]);

    private static HtmlElement Provisions(DisabilityLetter letter) => HtmlElement.Of("ul",
        [.. letter.Reasons.Items.Where(reason => reason.Clause.Length > 0).DistinctBy(reason => reason.Clause).Select(
            reason => (HtmlNode)HtmlElement.Of("li", $"{reason.Clause}: {reason.Text}"))]);

    private static HtmlElement Views(DisabilityLetter letter, string from)
    {
        var views = letter.Views.Items.Where(view => from.Length == 0 || view.From == from).ToList();
        return List([.. views.Select(view => $"{view.Said} We did not follow it: {view.Why}")],
            "No view was presented to us that this decision does not follow.");
    }

    private static HtmlElement List(IReadOnlyList<string> items, string none) => items.Count == 0
        ? HtmlElement.Of("p", none)
        : HtmlElement.Of("ul", [.. items.Select(item => (HtmlNode)HtmlElement.Of("li", item))]);

    private static HtmlElement Part(string id, string title, string text) =>
        Part(id, title, HtmlElement.Of("p", text));

    private static HtmlElement Part(string id, string title, HtmlNode content) =>
        HtmlElement.Of("section", HtmlElement.Of("h2", title), content).With("id", id);
}
