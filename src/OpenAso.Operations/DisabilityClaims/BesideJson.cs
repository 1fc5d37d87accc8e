using System.Text.Json;
using OpenAso.Disability.Deciding;
using OpenAso.Disability.Leave;
using OpenAso.Disability.Paying;
using OpenAso.Documents;
using OpenAso.Operations.Explaining;

namespace OpenAso.Operations.DisabilityClaims;

/// <summary>Writes what stands beside the schedule of a disability claim: leave, the expected return, and what others
/// pay back.</summary>
internal static class BesideJson
{
    public static void Write(Utf8JsonWriter writer, DisabilityAssessment assessment)
    {
        if (assessment.ReturnExpected is { } back)
            writer.WriteDay("returnExpected"u8, back);
        if (assessment.Leave is { } leave)
            Write(writer, leave);
        if (assessment.Schedule is not { } schedule || assessment.Claim.Recoveries.Count == 0)
            return;
        writer.WriteStartObject("thirdParties"u8);
        writer.WriteList("asserted", assessment.Claim.Recoveries, recovery =>
        {
            writer.WriteDay("day"u8, recovery.Asserted.Day);
            writer.WriteString("of"u8, Words.Of(recovery.Of.ToString()));
            writer.WriteString("from"u8, Words.Of(recovery.From.ToString()));
            DeterminationJson.WriteMoney(writer, "amount"u8, recovery.Asserted.Amount);
        });
        writer.WriteList("steps", schedule.ThirdParties, entry =>
        {
            writer.WriteDay("day"u8, entry.Day);
            writer.WriteString("step"u8, Words.Of(entry.Step.ToString()));
            DeterminationJson.WriteMoney(writer, "amount"u8, entry.Amount);
        });
        DeterminationJson.WriteMoney(writer, "received"u8, schedule.Of(ThirdPartyStep.Received));
        DeterminationJson.WriteMoney(writer, "forgiven"u8, schedule.Of(ThirdPartyStep.Forgiven));
        DeterminationJson.WriteMoney(writer, "open"u8, schedule.OwedByOthers);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, LeaveCount leave)
    {
        writer.WriteStartObject("leave"u8);
        writer.WriteString("standing"u8, Words.Of(leave.Standing.ToString()));
        writer.WriteStartArray("reasons"u8);
        foreach (var reason in leave.Reasons)
            writer.WriteStringValue(Words.Of(reason.ToString()));
        writer.WriteEndArray();
        writer.WriteNumber("weeksTaken"u8, leave.WeeksTaken);
        if (leave.ExhaustedOn is { } exhausted)
            writer.WriteDay("exhaustedOn"u8, exhausted);
        if (leave.ProtectedThrough is { } last)
            writer.WriteDay("premiumAtActiveRateThrough"u8, last);
        if (leave.NewYearFrom is { } year)
            writer.WriteDay("newYearFrom"u8, year);
        writer.WriteList("days", leave.Days, day =>
        {
            writer.WriteDay("day"u8, day.Day);
            writer.WriteNumber("absent"u8, day.Absent.Weeks);
            writer.WriteNumber("taken"u8, day.Taken.Weeks);
            writer.WriteNumber("left"u8, day.Left.Weeks);
        });
        writer.WriteEndObject();
    }
}
