using System.Globalization;
using OpenAso.Actuarial.Distributions;
using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Decision.Distributions;

/// <summary>Reads severities with names; a severity that misses a fact it is held against is refused.</summary>
/// <remarks>Pure; reading never fails.</remarks>
public static class ClaimSeverityReader
{
    /// <summary>Reads one document, in the form of <c>rules/claim-severity.yaml</c>.</summary>
    /// <param name="text">All of the file.</param>
    /// <param name="fileName">As the user gave it: stands in every finding.</param>
    /// <returns>Null with findings where anything in the document is wrong.</returns>
    public static Parsed<ClaimSeverities?> Read(string text, string fileName)
    {
        var document = DocumentReader.Read(text, fileName);
        if (document.Value is not { } read)
            return new Parsed<ClaimSeverities?>(null, document.Findings);
        var findings = new DocumentFindings();
        findings.AddRange(document.Findings);
        var root = new DocumentSection(read.Root, findings);
        Head(root.Required("rules"));
        var tables = Tables(root.Required("severities"));
        root.Done();
        return new Parsed<ClaimSeverities?>(
            findings.Accepted && tables.Count > 0 ? new ClaimSeverities(tables) : null, findings.ToValueList());
    }

    private static void Head(DocumentValue value)
    {
        if (value.Section() is not { } rules)
            return;
        foreach (var key in (string[])["id", "name", "currency"])
            rules.Required(key).Text();
        rules.Done();
    }

    private static ValueList<SeverityTable> Tables(DocumentValue value)
    {
        var tables = new List<SeverityTable>();
        foreach (var item in value.Items())
        {
            if (item.Section() is not { } section)
                continue;
            var table = new SeverityTable(
                section.Required("id").Identifier() ?? "",
                section.Required("as-of").Date() ?? default,
                section.Required("source").Text() ?? "",
                Severity(section.Required("severity")))
            {
                Checks = Checks(section.Optional("checks")),
            };
            section.Done();
            if (tables.Exists(other => other.Name == table.Name))
                item.Stop(DecisionCodes.NotASeverity, $"Two severities are named '{table.Name}'. Rename one.");
            if (section.Findings.Accepted)
                Hold(table, item);
            tables.Add(table);
        }
        if (tables.Count == 0)
            value.Stop(DecisionCodes.NotASeverity, "There is no severity here. Add one.");
        return tables.ToValueList();
    }

    private static ClaimSeverity Severity(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return new LognormalSeverity(0, 1);
        var severity = SeverityReader.OfParameters(section);
        section.Done();
        return severity;
    }

    private static ValueList<SeverityCheck> Checks(DocumentValue value)
    {
        var checks = new List<SeverityCheck>();
        foreach (var item in value.Items())
        {
            if (item.Section() is not { } section)
                continue;
            var kind = section.Required("fact").Choice<SeverityFact>() ?? default;
            var place = kind == SeverityFact.Mean ? section.Optional("at") : section.Required("at");
            checks.Add(new SeverityCheck(
                kind,
                place.IsPresent ? Numbers.Read(place, Places(kind)) ?? 0 : 0,
                Numbers.Read(section.Required("expected"), NumberRange.Amount) ?? 0,
                Numbers.Read(section.Required("within"), NumberRange.Amount) ?? 0,
                section.Required("source").Text() ?? ""));
            section.Done();
        }
        return checks.ToValueList();
    }

    private static NumberRange Places(SeverityFact kind) =>
        kind is SeverityFact.ProbabilityAbove or SeverityFact.ExcessShare ? NumberRange.Amount : NumberRange.Chance;

    private static void Hold(SeverityTable table, DocumentValue item)
    {
        foreach (var check in table.Checks.Items.Where(check => !check.Holds(table.Severity)))
        {
            item.Stop(DecisionCodes.CheckFails, string.Create(CultureInfo.InvariantCulture,
                $"'{table.Name}' makes {check.Of(table.Severity):G6} of {Words.Of(check.Kind.ToString())}")
                + string.Create(CultureInfo.InvariantCulture,
                    $" at {check.At}, where {check.Expected} within {check.Tolerance} is known.")
                + " Correct the severity or the check.");
        }
    }
}
