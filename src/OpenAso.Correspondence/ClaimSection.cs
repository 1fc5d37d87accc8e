using OpenAso.Claims;
using OpenAso.Correspondence.Html;
using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Correspondence;

/// <summary>What an explanation of benefits says about one claim.</summary>
internal static class ClaimSection
{
    public static HtmlNode Of(ExplainedClaim explained, ExplanationRequest request)
    {
        var determination = explained.Determination;
        var notes = new ClaimNotes(determination, PlanOf);
        var parts = new List<HtmlNode>
        {
            HtmlElement.Of("h2", $"{explained.Shown.Billing.Name}, {Wording.Days(DaysOf(explained.Shown))}"),
            Facts(explained),
            HtmlElement.Of("p",
                HtmlElement.Of("strong", Outcome(explained)), " ", Payment(explained, request.Currency)),
            ClaimTable.Of(explained, PlanOf, notes, request.Currency),
        };
        if (notes.All.Count > 0)
        {
            parts.Add(HtmlElement.Of("h3", "Notes"));
            parts.Add(HtmlElement.Of("ol", [.. notes.All.Select(Note)]));
        }
        return HtmlElement.Of("section", [.. parts]);

        ResolvedPlan? PlanOf(int line) => request.Plans.Find(
            determination.Plan, determination.PlanVersion, explained.Shown.Lines[line].Dates.First);
    }

    private static HtmlElement Facts(ExplainedClaim explained)
    {
        var facts = new List<HtmlNode>();
        var isVoid = explained.Determination.Status == ClaimStatus.Void;
        Fact("Claim number", explained.Claim.Id.ToString());
        Fact("Your provider's number", explained.Shown.PatientControlNumber);
        Fact("Received", Wording.Day(explained.Claim.Received));
        if (explained.Determination.Reverses is { } reverses)
            Fact(isVoid ? "Takes back claim" : "Takes the place of claim", reverses.ToString());
        return HtmlElement.Of("dl", [.. facts]);

        void Fact(string name, string value)
        {
            facts.Add(HtmlElement.Of("dt", name));
            facts.Add(HtmlElement.Of("dd", value));
        }
    }

    private static string Outcome(ExplainedClaim explained)
    {
        var determination = explained.Determination;
        if (determination.Status == ClaimStatus.Void)
        {
            return "Your provider has taken this claim back. Every amount of our earlier decision is undone, hence the "
                + "minus signs: it no longer counts, and you no longer owe it.";
        }
        var outcome = determination.Status == ClaimStatus.Denied ? "This claim is denied. The notes below say why."
            : determination.Lines.Any(line => line.Denial != Denial.None)
                ? "This claim is covered in part. The notes below say what is not, and why."
                : "This claim is covered.";
        return determination.Reverses is null ? outcome
            : $"{outcome} It was sent again with corrections: this decision takes the place of the earlier one, whose "
                + "amounts no longer count.";
    }

    private static string Payment(ExplainedClaim explained, string currency)
    {
        var determination = explained.Determination;
        var paid = determination.PlanPaid;
        var payee = determination.Payee == PayeeKind.Subscriber ? "the subscriber" : explained.Shown.Billing.Name;
        if (paid.IsNegative)
            return $"We take back {Wording.Amount(-paid, currency)} that was paid to {payee}.";
        return paid.IsZero
            ? "The plan pays nothing toward it." : $"The plan pays {Wording.Amount(paid, currency)} to {payee}.";
    }

    private static HtmlElement Note(ClaimNote note)
    {
        var parts = new List<HtmlNode> { HtmlElement.Of("p", Sentence(note)) };
        if (note.Clause is { } clause)
        {
            parts.Add(HtmlElement.Of("blockquote",
                HtmlElement.Of("cite", $"Plan document, clause {clause.Id}:"), $" {clause.Text}"));
        }
        return HtmlElement.Of("li", [.. parts]);
    }

    private static string Sentence(ClaimNote note) =>
        string.Join(' ', new[] { note.Words, note.Mend, note.Codes.Length > 0 ? $"(Code {note.Codes})" : "" }
            .Where(part => part.Length > 0));

    private static DateRange DaysOf(Claim claim) => new(claim.FirstServiceDate, claim.LastServiceDate);
}
