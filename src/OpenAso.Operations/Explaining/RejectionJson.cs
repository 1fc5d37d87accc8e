using System.Globalization;
using System.Text.Json;
using OpenAso.Claims;
using OpenAso.Edi.Claims837;
using OpenAso.Kernel;

namespace OpenAso.Operations.Explaining;

/// <summary>Writes a claim that was not taken as one JSON object of the same shape as a decided one.</summary>
public static class RejectionJson
{
    /// <summary>Writes one object.</summary>
    /// <param name="writer">Stands where an object may begin.</param>
    /// <param name="claim">The claim.</param>
    public static void Write(Utf8JsonWriter writer, RejectedClaim claim)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(claim);
        writer.WriteStartObject();
        writer.WriteString("claimId"u8, claim.Id.ToString());
        writer.WriteString("patientControlNumber"u8, claim.PatientControlNumber);
        writer.WriteString("memberId"u8, claim.MemberId);
        writer.WriteString("status"u8, ClaimWords.Of(ClaimStatus.Rejected));
        writer.WriteString("received"u8, claim.Received.ToString("O", CultureInfo.InvariantCulture));
        writer.WriteString("plan"u8, "");
        DeterminationJson.WriteMoney(writer, "billed"u8, claim.Billed);
        DeterminationJson.WriteMoney(writer, "allowed"u8, Money.Zero);
        DeterminationJson.WriteMoney(writer, "planPaid"u8, Money.Zero);
        DeterminationJson.WriteMoney(writer, "memberOwes"u8, Money.Zero);
        DeterminationJson.WriteMoney(writer, "otherPaid"u8, Money.Zero);
        writer.WriteStartArray("pendReasons"u8);
        writer.WriteEndArray();
        writer.WriteStartArray("lines"u8);
        writer.WriteEndArray();
        writer.WriteStartArray("findings"u8);
        foreach (var finding in claim.Findings)
            FindingJson.Write(writer, finding);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
