using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Disability.Terms;

/// <summary>Reads a disability plan document.</summary>
/// <remarks>The keys are described in docs/disability-documents.md. Pure; reading never fails.</remarks>
public static class DisabilityPlanReader
{
    private static readonly DocumentAmendments Amendments = new(
        [
            "clauses", "classes", "occupation", "elimination", "benefit", "duration", "recurrent", "overpayment",
            "payment", "employer-taxes", "offsets", "limitations", "exclusions", "pre-existing", "work-incentive",
            "cost-of-living", "survivor", "rehabilitation", "maternity",
        ],
        DisabilityCodes.PlanDates, "plan");

    /// <summary>Reads one plan with its amendments and worked examples.</summary>
    /// <param name="text">All of the file.</param>
    /// <param name="fileName">As the user gave it: stands in every finding.</param>
    /// <returns>Null with findings where anything in the document is wrong, since a plan that is half understood must
    /// not decide.</returns>
    public static Parsed<DisabilityPlan?> Read(string text, string fileName)
    {
        var document = DocumentReader.Read(text, fileName);
        if (document.Value is not { } read)
            return new Parsed<DisabilityPlan?>(null, document.Findings);
        var findings = new DocumentFindings();
        findings.AddRange(document.Findings);
        var plan = Plan(read, findings);
        return new Parsed<DisabilityPlan?>(findings.Accepted ? plan : null, findings.ToValueList());
    }

    private static DisabilityPlan? Plan(Document document, DocumentFindings findings)
    {
        var root = new DocumentSection(document.Root, findings);
        if (TermsReader.Top(root, document.Hash) is not { } top)
            return null;
        var wordings = Amendments.TermsOf(root, top.Effective)
            .Select(amended => TermsReader.Read(new DocumentSection(amended.Terms, findings), top, amended.InForce))
            .ToValueList();
        var examples = DisabilityExampleReader.Read(root.Optional("examples"), findings);
        return new DisabilityPlan(wordings, examples);
    }
}
