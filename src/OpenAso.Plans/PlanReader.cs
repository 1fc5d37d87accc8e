using System.Collections.Immutable;
using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Plans;

/// <summary>Reads a plan document.</summary>
/// <remarks>The keys are described in docs/plan-document.md. Pure; reading never fails.</remarks>
public static class PlanReader
{
    private static readonly ImmutableHashSet<string> AmendmentKeys = ["first", "name"];

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
        var terms = document.Root;
        var first = top.Effective.First;
        foreach (var (start, amendment) in Amendments(root, top.Effective))
        {
            Segment(start.AddDays(-1));
            first = start;
            terms = DocumentOverlay.Apply(terms, amendment, AmendmentKeys, findings);
        }
        Segment(top.Effective.Last);
        var examples = new ExampleReader(segments, findings).Read(root.Optional("examples"));
        return new Plan(segments.ToImmutable()) { Examples = examples };

        void Segment(DateOnly last) => segments.Add(SegmentReader.Read(
            new DocumentSection(terms, findings), top, new DateRange(first, last), document.Hash));
    }

    // In order of date; an amendment that is out of order is left out, with a finding.
    private static List<(DateOnly First, DocumentMap Changes)> Amendments(DocumentSection root, DateRange effective)
    {
        var amendments = new List<(DateOnly, DocumentMap)>();
        var after = effective.First;
        foreach (var value in root.Optional("amendments").Items())
        {
            if (value.Section() is not { } section)
                continue;
            var given = section.Required("first");
            if (given.Date() is not { } first)
                continue;
            section.Optional("name").Text();
            foreach (var key in Amendable)
                section.Optional(key);
            section.Done();
            if (first <= after || first > effective.Last)
            {
                given.Stop(PlanCodes.Dates, $"An amendment begins after {Day(after)}, where the terms before it begin,"
                    + $" and not after {Day(effective.Last)}, the plan's last day. Put amendments in order of date.");
                continue;
            }
            amendments.Add((first, section.Map));
            after = first;
        }
        return amendments;
    }

    private static readonly ImmutableArray<string> Amendable =
    [
        "clauses", LimitReader.Deductibles, LimitReader.Maximums, LimitReader.Others, "tiers", "benefits",
        "timely-filing",
    ];

    private static string Day(DateOnly day) =>
        day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
