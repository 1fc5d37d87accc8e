using System.Collections.Immutable;
using System.Globalization;
using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Funding;

/// <summary>Reads an agreement document.</summary>
/// <remarks>The keys are described in this project's README. Pure; reading never fails.</remarks>
public static class AgreementReader
{
    private static readonly ImmutableHashSet<string> AmendmentKeys = ["first", "name"];

    private static readonly ImmutableArray<string> Amendable =
    [
        "clauses", "employer", "administrator", "lines", "fees", "contributions", "funding", "budget", "surplus",
        "bank-account",
    ];

    /// <summary>Reads one agreement with its amendments.</summary>
    /// <param name="text">All of the file.</param>
    /// <param name="fileName">As the user gave it: stands in every finding.</param>
    /// <returns>Null with findings where anything in the document is wrong, since an agreement that is half understood
    /// must not move money.</returns>
    public static Parsed<AsoAgreement?> Read(string text, string fileName)
    {
        var document = DocumentReader.Read(text, fileName);
        if (document.Value is not { } read)
            return new Parsed<AsoAgreement?>(null, document.Findings);
        var findings = new DocumentFindings();
        findings.AddRange(document.Findings);
        var agreement = Agreement(read, findings);
        return new Parsed<AsoAgreement?>(findings.Accepted ? agreement : null, findings.ToValueList());
    }

    private static AsoAgreement? Agreement(Document document, DocumentFindings findings)
    {
        var root = new DocumentSection(document.Root, findings);
        if (AgreementHeader.Read(root) is not { } header)
            return null;
        var segments = ImmutableArray.CreateBuilder<AgreementTerms>();
        var terms = document.Root;
        var first = header.Effective.First;
        foreach (var (start, amendment) in Amendments(root, header.Effective))
        {
            Segment(start.AddDays(-1));
            first = start;
            terms = DocumentOverlay.Apply(terms, amendment, AmendmentKeys, findings);
        }
        Segment(header.Effective.Last);
        return new AsoAgreement(segments.ToImmutable())
        {
            Employer = header.Employer,
            Administrator = header.Administrator,
            Currency = header.Currency,
            Year = header.Year,
            RunOutMonths = header.RunOutMonths,
            Version = document.Hash,
        };

        void Segment(DateOnly last) => segments.Add(
            new AgreementTermsReader(header, findings).Read(terms, new DateRange(first, last)));
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
            section.Optional("name").Text();
            foreach (var key in Amendable)
                section.Optional(key);
            section.Done();
            if (given.Date() is not { } first)
                continue;
            if (first <= after || first > effective.Last)
            {
                given.Stop(FundingCodes.Dates, $"An amendment begins after {Day(after)}, where the terms before it"
                    + $" begin, and not after {Day(effective.Last)}, the agreement's last day. Put amendments in order"
                    + " of date.");
                continue;
            }
            amendments.Add((first, section.Map));
            after = first;
        }
        return amendments;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
