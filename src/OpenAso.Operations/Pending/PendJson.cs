using System.Text.Json;
using OpenAso.Claims;
using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.Operations.Explaining;

namespace OpenAso.Operations.Pending;

/// <summary>Writes claims that wait, and what became of them, as one JSON document each.</summary>
/// <remarks>Described by <c>docs/schemas/pended-claim.json</c> and <c>pend-outcome.json</c>. Names nobody.</remarks>
public static class PendJson
{
    /// <summary>A claim that waits, in one line.</summary>
    /// <param name="employer">Whose.</param>
    /// <param name="waiting">The claim.</param>
    public static string Of(EmployerId employer, PendedClaim waiting)
    {
        ArgumentNullException.ThrowIfNull(waiting);
        return JsonText.Of(writer => Write(writer, employer, waiting));
    }

    /// <summary>What came of somebody's work, in one line.</summary>
    /// <param name="employer">Whose.</param>
    /// <param name="outcome">Kept or not.</param>
    public static string Of(EmployerId employer, PendOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return JsonText.Of(writer =>
        {
            writer.WriteString("action"u8, Words.Of(outcome.Action.ToString()));
            writer.WriteString("employer"u8, employer.Value);
            writer.WriteString("claimId"u8, outcome.Waited.Claim.Id.ToString());
            writer.WriteBoolean("kept"u8, outcome.Kept);
            var decided = outcome.Decided;
            writer.WriteString("status"u8, ClaimWords.Of(decided?.Determination.Status ?? ClaimStatus.Pended));
            if (decided is not null && !outcome.StillWaits)
                writer.WriteString("decidedAs"u8, decided.Claim.Id.ToString());
            else
                writer.WriteNull("decidedAs"u8);
            DeterminationJson.WriteMoney(writer, "planPaid"u8, decided?.Determination.PlanPaid ?? Money.Zero);
            DeterminationJson.WriteMoney(writer, "memberOwes"u8, decided?.Determination.MemberOwes ?? Money.Zero);
            WriteReasons(writer, decided?.Determination.PendReasons ?? outcome.Waited.Reasons);
        });
    }

    private static void Write(Utf8JsonWriter writer, EmployerId employer, PendedClaim waiting)
    {
        writer.WriteString("claimId"u8, waiting.Claim.Id.ToString());
        writer.WriteString("employer"u8, employer.Value);
        writer.WriteString("patientControlNumber"u8, waiting.Claim.PatientControlNumber);
        writer.WriteString("memberId"u8, waiting.Claim.Patient.SubscriberMemberId);
        writer.WriteDay("received"u8, waiting.Claim.Received);
        DeterminationJson.WriteMoney(writer, "billed"u8, waiting.Claim.Billed);
        DeterminationJson.WriteMoney(writer, "estimate"u8, waiting.Estimate);
        writer.WriteNumber("calendarDays"u8, waiting.Age.CalendarDays);
        writer.WriteNumber("businessDays"u8, waiting.Age.BusinessDays);
        writer.WriteNumber("daysLeft"u8, waiting.Age.DaysLeft);
        WriteReasons(writer, waiting.Reasons);
    }

    private static void WriteReasons(Utf8JsonWriter writer, PendReasons reasons)
    {
        writer.WriteStartArray("pendReasons"u8);
        foreach (var word in ClaimWords.Of(reasons))
            writer.WriteStringValue(word);
        writer.WriteEndArray();
    }
}
