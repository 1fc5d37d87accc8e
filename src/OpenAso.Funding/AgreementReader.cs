using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Funding;

/// <summary>Reads an agreement document.</summary>
/// <remarks>The keys are described in this project's README. Pure; reading never fails.</remarks>
public static class AgreementReader
{
    private static readonly DocumentAmendments Amendments = new(
        [
            "clauses", "employer", "administrator", "lines", "fees", "contributions", "funding", "budget", "surplus",
            "bank-account",
        ],
        FundingCodes.Dates, "agreement");

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
        var reader = new AgreementTermsReader(header, findings);
        var segments = Amendments.TermsOf(root, header.Effective)
            .Select(part => reader.Read(part.Terms, part.InForce));
        return new AsoAgreement([.. segments])
        {
            Employer = header.Employer,
            Administrator = header.Administrator,
            Currency = header.Currency,
            Year = header.Year,
            RunOutMonths = header.RunOutMonths,
            Version = document.Hash,
        };
    }
}
