using System.Text.Json;
using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.Operations.DisabilityClaims;
using OpenAso.Operations.Explaining;

namespace OpenAso.Operations.Importing;

/// <summary>Writes what an import came to as one JSON document.</summary>
/// <remarks>Described by <c>docs/schemas/import.json</c>.</remarks>
public static class ImportJson
{
    /// <summary>The document, in one line.</summary>
    /// <param name="employer">Whose files.</param>
    /// <param name="result">What they came to.</param>
    /// <param name="disability">What became of disability claims.</param>
    /// <param name="dryRun">Whether it was only tried, and nothing kept.</param>
    public static string Of(EmployerId employer, ImportResult result, DisabilityIntake disability, bool dryRun)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(disability);
        return JsonText.Of(writer =>
        {
            writer.WriteString("employer"u8, employer.ToString());
            writer.WriteBoolean("dryRun"u8, dryRun);
            if (result.Number > 0)
                writer.WriteNumber("import"u8, result.Number);
            else
                writer.WriteNull("import"u8);
            writer.WriteBoolean("resumed"u8, result.Resumed);
            writer.WriteNumber("repeated"u8, result.Repeated + result.RepeatedTables);
            writer.WriteBoolean("receivedKept"u8, result.KeptReceived.Count > 0);
            writer.WriteList(
                "enrollment", result.Changes.GroupBy(change => change.Kind).OrderBy(group => group.Key), kind =>
                {
                    writer.WriteString("change"u8, Words.Of(kind.Key.ToString()));
                    writer.WriteNumber("count"u8, kind.Count());
                });
            writer.WriteNumber("decided"u8, result.Decided);
            writer.WriteNumber("released"u8, result.Released);
            writer.WriteNumber("rejected"u8, result.Rejected);
            writer.WriteList("disability", disability.Taken.Items, one => Write(writer, one));
            writer.WriteFindings([.. result.Findings, .. disability.Findings]);
        });
    }

    private static void Write(Utf8JsonWriter writer, TakenDisability one)
    {
        writer.WriteString("claim"u8, one.Claim);
        writer.WriteNumber("version"u8, one.Version);
        writer.WriteString("plan"u8, one.Plan.Value);
        writer.WriteString("decision"u8, Words.Of(one.Outcome.ToString()));
        writer.WriteStartArray("reasons"u8);
        foreach (var reason in one.Reasons)
            writer.WriteStringValue(reason);
        writer.WriteEndArray();
    }
}
