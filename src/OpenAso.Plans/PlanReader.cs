using System.Collections.Immutable;
using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Plans;

/// <summary>Reads a plan document.</summary>
/// <remarks>The keys are described in docs/plan-document.md. Pure; reading never fails.</remarks>
public static class PlanReader
{
    private static readonly DocumentAmendments Amendments = new(
        [
            "clauses", LimitReader.Deductibles, LimitReader.Maximums, LimitReader.Others, "tiers", "benefits",
            "timely-filing",
        ],
        PlanCodes.Dates, "plan");

    /// <summary>Reads one plan with its amendments and worked examples.</summary>
    /// <param name="text">All of the file.</param>
    /// <param name="fileName">As the user gave it: stands in every finding.</param>
    /// <returns>Null with findings where anything in the document is wrong, since a plan that is half understood must
    /// not decide; what is only unusual is said by the plan checks.</returns>
    public static Parsed<Plan?> Read(string text, string fileName)
    {
        var document = DocumentReader.Read(text, fileName);
        if (document.Value is not { } read)
            return new Parsed<Plan?>(null, document.Findings);
        var findings = new DocumentFindings();
        findings.AddRange(document.Findings);
        var plan = Plan(read, findings);
        return new Parsed<Plan?>(findings.Accepted ? plan : null, findings.ToValueList());
    }

    private static Plan? Plan(Document document, DocumentFindings findings)
    {
        var root = new DocumentSection(document.Root, findings);
        if (SegmentReader.Top(root) is not { } top)
            return null;
        var segments = ImmutableArray.CreateBuilder<ResolvedPlan>();
        foreach (var (terms, inForce) in Amendments.TermsOf(root, top.Effective))
            segments.Add(SegmentReader.Read(new DocumentSection(terms, findings), top, inForce, document.Hash));
        var examples = new ExampleReader(segments, findings).Read(root.Optional("examples"));
        return new Plan(segments.ToImmutable()) { Examples = examples };
    }
}
