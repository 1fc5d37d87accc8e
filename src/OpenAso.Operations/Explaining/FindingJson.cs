using System.Text.Json;
using OpenAso.Kernel;

namespace OpenAso.Operations.Explaining;

/// <summary>Writes a finding as one JSON object.</summary>
public static class FindingJson
{
    /// <summary>Writes one object.</summary>
    /// <param name="writer">Stands where an object may begin.</param>
    /// <param name="finding">The finding.</param>
    public static void Write(Utf8JsonWriter writer, Finding finding)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(finding);
        writer.WriteStartObject();
        writer.WriteString("code"u8, finding.Code);
        writer.WriteString("severity"u8, finding.Severity switch
        {
            Severity.Information => "information",
            Severity.Warning => "warning",
            Severity.Rejected => "rejected",
            _ => "fatal",
        });
        writer.WriteString("place"u8, finding.Place.ToString());
        writer.WriteString("message"u8, finding.Message);
        writer.WriteEndObject();
    }
}
