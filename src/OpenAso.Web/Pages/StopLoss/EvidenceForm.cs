using Microsoft.AspNetCore.Http;
using OpenAso.StopLoss.Filings;
using OpenAso.StopLoss.Policies;
using OpenAso.Web.Pages.Employer;

namespace OpenAso.Web.Pages.StopLoss;

/// <summary>What somebody typed about the documents to hand: for each item of the checklist a document, its day, or why
/// the question does not arise.</summary>
internal static class EvidenceForm
{
    public static IEnumerable<ClaimantEvidence> Of(IFormCollection form, string claimant)
    {
        foreach (var (word, item) in FilingItems.Words)
        {
            var (reference, none) = (Text(form, $"reference-{word}"), Text(form, $"none-{word}"));
            if (reference.Length == 0 && none.Length == 0)
                continue;
            yield return new ClaimantEvidence(claimant, new FilingEvidence
            {
                Item = item,
                Reference = reference,
                Subject = Text(form, $"subject-{word}"),
                On = Reports.DayOf(Text(form, $"on-{word}")),
                DoesNotApplyBecause = none.Length > 0 ? none : null,
            });
        }
    }

    public static string Word(FilingItem item) => OpenAso.Documents.Words.Of(item.ToString());

    public static string Text(IFormCollection form, string name) => form[name].ToString().Trim();
}
