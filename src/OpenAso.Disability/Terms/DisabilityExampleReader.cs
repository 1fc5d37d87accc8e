using OpenAso.Disability.Claims;
using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Disability.Terms;

/// <summary>Reads the worked examples of a disability plan.</summary>
internal static class DisabilityExampleReader
{
    private static readonly ExampleColumns Columns = new(
        "period",
        [
            "from", "through", "days", "gross", .. Words.Meanings<OffsetKind>().Keys, "part-time-earnings",
            "cost-of-living", "rehabilitation", "net", "adjustment", "recovery", "paid", "taxable", "fica", "withheld",
            "fica-tax",
        ],
        ["from", "net"]);

    public static ValueList<DisabilityExample> Read(DocumentValue value, DocumentFindings findings) =>
        value.Items().Select(item => item.Section()).OfType<DocumentSection>()
            .Select(section => One(section, findings)).OfType<DisabilityExample>().ToValueList();

    private static DisabilityExample? One(DocumentSection section, DocumentFindings findings)
    {
        if (section.Required("claim").Section() is not { } claim)
            return null;
        var schedule = section.Optional("schedule");
        schedule.Text();
        var example = new DisabilityExample(
            section.Required("name").Text() ?? "",
            DisabilityClaimReader.Of(claim),
            section.Optional("through").Date(),
            section.Optional("decision").Choice(Decisions) ?? Approved,
            section.Optional("reasons").OneOrMore().Select(word => word.Text()).OfType<string>().ToValueList(),
            schedule.Node is DocumentScalar text ? Rows(new ExampleTable(text, Columns, findings)) : [],
            section.Map.Place);
        section.Done();
        if (example is { Decision: Approved, Rows.Count: 0 })
            section.Findings.Stop(DisabilityCodes.Example, section.Map.Place,
                "An approved example has a 'schedule'. Write it, or the 'decision' that is expected.");
        return example;
    }

    private const string Approved = "approved";

    private static readonly Dictionary<string, string> Decisions = new(StringComparer.Ordinal)
    {
        [Approved] = Approved,
        ["denied"] = "denied",
        ["pended"] = "pended",
    };

    private static ValueList<ExpectedRow> Rows(ExampleTable table) => table.Rows
        .Select(row => new ExpectedRow(
            Columns.Known.Where(column => row[column].Length > 0)
                .Select(column => KeyValuePair.Create(column, Cell(row, column))).ToValueList(),
            row.Place))
        .ToValueList();

    private static string Cell(ExampleRow row, string column) =>
        column is "from" or "through" or "days" ? row[column] : row.Money(column).ToString();
}
