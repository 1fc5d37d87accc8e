using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.StopLoss.Filings;

/// <summary>Puts tables and their manifest together.</summary>
/// <param name="name">What the pack is called.</param>
/// <param name="facts">What the filing is: policy, claimant, days; in the order in which they are written.</param>
/// <param name="totals">The filing's amounts by name, in order.</param>
internal sealed class PackManifest(
    string name, IReadOnlyList<(string Name, string Value)> facts, IReadOnlyList<(string Name, Money Amount)> totals)
{
    // Line feeds on every machine, so that the manifest is the same on all.
    private static readonly JsonWriterOptions Layout = new() { Indented = true, NewLine = "\n" };

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The table of totals, as it stands in the pack beside the manifest.</summary>
    public PackContent Totals(string file)
    {
        var csv = new CsvText("total", "amount");
        foreach (var (total, amount) in totals)
            csv.Text(total).Amount(amount).EndRow();
        return new PackContent(file, csv.ToString());
    }

    public FilingPack Pack(
        IEnumerable<PackContent> contents, ValueList<ChecklistRow> checklist, IReadOnlyList<Finding> findings)
    {
        var sorted = contents.OrderBy(content => content.Name, StringComparer.Ordinal).ToList();
        var hash = PackContent.Of(string.Concat(sorted.Select(content => $"{content.Sha256}  {content.Name}\n")));
        var manifest = new PackContent(FilingPack.ManifestName, Json(sorted, hash, checklist, findings));
        return new FilingPack(name, [.. sorted, manifest], hash);
    }

    private string Json(
        List<PackContent> contents, string hash, ValueList<ChecklistRow> checklist, IReadOnlyList<Finding> findings)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Layout))
        {
            json.WriteStartObject();
            json.WriteString("pack", name);
            foreach (var (fact, value) in facts)
                json.WriteString(fact, value);
            json.WriteStartObject("totals");
            foreach (var (total, amount) in totals)
                json.WriteString(total, amount.ToString());
            json.WriteEndObject();
            WriteChecklist(json, checklist);
            json.WriteStartArray("findings");
            foreach (var finding in findings)
                json.WriteStringValue($"{finding.Code} {finding.Message}");
            json.WriteEndArray();
            WriteContents(json, contents);
            json.WriteString("sha256", hash);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void WriteChecklist(Utf8JsonWriter json, ValueList<ChecklistRow> checklist)
    {
        json.WriteStartArray("checklist");
        foreach (var row in checklist)
        {
            json.WriteStartObject();
            json.WriteString("item", Words.Of(row.Item.ToString()));
            json.WriteString("state", Words.Of(row.State.ToString()));
            json.WriteString("detail", $"{row.Detail}");
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteContents(Utf8JsonWriter json, List<PackContent> contents)
    {
        json.WriteStartArray("contents");
        foreach (var content in contents)
        {
            json.WriteStartObject();
            json.WriteString("name", content.Name);
            json.WriteString("sha256", content.Sha256);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
