using OpenAso.Correspondence.Html;

namespace OpenAso.Correspondence;

/// <summary>What a member is told about their right to disagree.</summary>
internal static class AppealNotice
{
    public static HtmlNode Of(ExplanationRequest request, bool withExternalReview)
    {
        var (procedure, sender) = (request.Procedure, request.Sender);
        var address = string.Join(", ", Letterhead.Lines(sender.Address));
        return HtmlElement.Of("section",
        [
            HtmlElement.Of("h2", "If you disagree"),
            Paragraph($"You may appeal every decision on this page within {procedure.AppealWithinDays} days of "
                + $"receiving it. Write to {sender.Administrator}, {address}. Say which claim you mean and why you "
                + "disagree, and add whatever supports you: comments, records, letters of your doctor. Somebody else "
                + "may do this for you, if you tell us so in writing."),
            Paragraph("Somebody who had no part in the decision, and does not work under those who had, looks at "
                + $"everything anew. You get our answer in writing within {procedure.AnsweredWithinDays} days of our "
                + "receiving your appeal."),
            Paragraph("If you ask, we send you, free of charge, copies of all that has to do with your claim: the "
                + "records, the plan document, any rule or guideline that we went by, the diagnosis and treatment "
                + "codes with their meaning and, if we judged on medical or scientific grounds, what that judgment "
                + "rests on."),
            .. ExternalReview(withExternalReview, procedure.ExternalReviewWithinMonths),
            Paragraph("If your appeal is turned down, you have the right to bring a civil action under section 502(a) "
                + "of the Employee Retirement Income Security Act."),
            Paragraph($"Questions about these rights are answered by the {procedure.AssistanceName}: "
                + $"{procedure.AssistancePhone}, {procedure.AssistanceWebsite}. Questions about this page are answered "
                + $"by us: {sender.Reach()}."),
        ]);
    }

    private static HtmlNode[] ExternalReview(bool isOpen, int months) => !isOpen ? [] :
    [
        Paragraph("If we turn your appeal down on grounds of medical judgment, you may have an independent "
            + $"organization review it. Ask for that within {months} months of receiving our answer."),
    ];

    private static HtmlElement Paragraph(string text) => HtmlElement.Of("p", text);
}
