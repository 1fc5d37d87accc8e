using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Disability.Reserving;

/// <summary>Reads a table of terminations.</summary>
/// <remarks>Pure; reading never fails.</remarks>
public static class TerminationTableReader
{
    /// <summary>Reads one table.</summary>
    /// <param name="text">All of the file.</param>
    /// <param name="fileName">As the user gave it: stands in every finding.</param>
    /// <returns>Null with findings where anything is wrong.</returns>
    public static Parsed<TerminationTable?> Read(string text, string fileName)
    {
        var document = DocumentReader.Read(text, fileName);
        if (document.Value is not { } read)
            return new Parsed<TerminationTable?>(null, document.Findings);
        var findings = new DocumentFindings();
        findings.AddRange(document.Findings);
        var root = new DocumentSection(read.Root, findings);
        RuleHead.Read(root, "name", "currency");
        var table = new TerminationTable(
            root.Required("id").Identifier() ?? "",
            root.Required("as-of").Date() ?? default,
            root.Required("source").Text() ?? "",
            root.Required("interest").Percent() ?? default,
            Ages(root.Required("ages")));
        root.Done();
        return new Parsed<TerminationTable?>(findings.Accepted ? table : null, findings.ToValueList());
    }

    private static ValueList<TerminationAges> Ages(DocumentValue value)
    {
        var ages = new List<TerminationAges>();
        foreach (var row in value.Items().Select(item => item.Section()).OfType<DocumentSection>())
        {
            var from = row.Required("from-age");
            ages.Add(new TerminationAges(from.Integer(0, 120) ?? 0, Steps(row.Required("monthly"))));
            row.Done();
            if (ages.Count == 1 ? ages[0].FromAge != 0 : ages[^1].FromAge <= ages[^2].FromAge)
                from.Stop(DisabilityCodes.TerminationTable, "Ages begin with 0 and go up. Put them in order.");
        }
        if (value.IsPresent && ages.Count == 0)
            value.Stop(DisabilityCodes.TerminationTable, "There is no age here. Add one, from age 0.");
        return ages.ToValueList();
    }

    private static ValueList<TerminationStep> Steps(DocumentValue value)
    {
        var steps = new List<TerminationStep>();
        foreach (var row in value.Items().Select(item => item.Section()).OfType<DocumentSection>())
        {
            var from = row.Required("from-month");
            steps.Add(new TerminationStep(
                from.Integer(1, 1_000) ?? 1, row.Required("rate").Percent() ?? default));
            row.Done();
            if (steps.Count == 1 ? steps[0].FromMonth != 1 : steps[^1].FromMonth <= steps[^2].FromMonth)
                from.Stop(DisabilityCodes.TerminationTable, "Months begin with 1 and go up. Put them in order.");
        }
        if (value.IsPresent && steps.Count == 0)
            value.Stop(DisabilityCodes.TerminationTable, "There is no rate here. Add one, from month 1.");
        return steps.ToValueList();
    }
}
