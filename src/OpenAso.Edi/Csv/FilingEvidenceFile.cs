using OpenAso.Kernel;
using OpenAso.StopLoss.Filings;
using OpenAso.StopLoss.Policies;

namespace OpenAso.Edi.Csv;

/// <summary>Reads what a plan has to hand for its stop-loss filings: <c>claimant,item,subject,reference,date,</c>
/// <c>not_applicable_because</c>, a row for each document.</summary>
/// <remarks>A row without a claimant goes with every filing. Items are those of a policy's checklist.</remarks>
public static class FilingEvidenceFile
{
    private static readonly string[] Columns =
        ["claimant?", "item", "subject?", "reference?", "date?", "not_applicable_because?"];

    /// <summary>Reads one file.</summary>
    /// <param name="reader">The file's text.</param>
    /// <param name="file">Its name, for findings.</param>
    /// <returns>In the order of the file; a row that cannot be read is left out and named.</returns>
    public static Parsed<ValueList<ClaimantEvidence>> Read(TextReader reader, string file)
    {
        List<ClaimantEvidence> evidence = [];
        List<Finding> findings = [];
        CsvTable.Read(reader, file, Columns, findings, row =>
        {
            var document = Document(row);
            if (row.IsSound)
                evidence.Add(new ClaimantEvidence(row.Text("claimant"), document));
        });
        return new Parsed<ValueList<ClaimantEvidence>>(evidence.ToValueList(), findings.ToValueList());
    }

    private static FilingEvidence Document(CsvRow row)
    {
        var because = row.Text("not_applicable_because");
        var reference = because.Length > 0 ? row.Text("reference") : row.Required("reference");
        return new FilingEvidence
        {
            Item = FilingItems.Words.TryGetValue(row.Required("item"), out var item)
                ? item
                : row.Bad<FilingItem>("item",
                    $"one of {string.Join(", ", FilingItems.Words.Keys.Order(StringComparer.Ordinal))}"),
            Subject = row.Text("subject"),
            Reference = reference,
            On = row.Date("date"),
            DoesNotApplyBecause = because.Length > 0 ? because : null,
        };
    }
}
