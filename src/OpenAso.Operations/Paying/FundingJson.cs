using System.Text.Json;
using OpenAso.Documents;
using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Operations.Explaining;

namespace OpenAso.Operations.Paying;

/// <summary>Writes what the employer is asked for, and what arrived, as JSON documents.</summary>
/// <remarks>Described by <c>docs/schemas/funding-request.json</c> and <c>funding-receipt.json</c>.</remarks>
public static class FundingJson
{
    /// <summary>A request, in one line.</summary>
    /// <param name="employer">Who was to be asked.</param>
    /// <param name="day">On which day.</param>
    /// <param name="request">Null where the agreement asks for nothing on the day.</param>
    /// <param name="dryRun">Whether it was only tried, and nothing kept.</param>
    public static string Of(EmployerId employer, DateOnly day, FundingRequest? request, bool dryRun) =>
        JsonText.Of(writer =>
        {
            writer.WriteString("employer"u8, employer.ToString());
            writer.WriteDay("date"u8, day);
            writer.WriteBoolean("dryRun"u8, dryRun);
            if (request is null)
            {
                writer.WriteNull("request"u8);
                return;
            }
            writer.WriteStartObject("request"u8);
            Write(writer, request);
            writer.WriteEndObject();
        });

    /// <summary>A receipt, in one line.</summary>
    /// <param name="employer">Whose money.</param>
    /// <param name="receipt">The money.</param>
    /// <param name="booked">False where it was booked before.</param>
    /// <param name="dryRun">Whether it was only tried, and nothing kept.</param>
    public static string Of(EmployerId employer, FundingReceipt receipt, bool booked, bool dryRun)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        return JsonText.Of(writer =>
        {
            writer.WriteString("employer"u8, employer.ToString());
            writer.WriteString("id"u8, receipt.Id);
            writer.WriteDay("date"u8, receipt.Date);
            DeterminationJson.WriteMoney(writer, "amount"u8, receipt.Amount);
            writer.WriteBoolean("dryRun"u8, dryRun);
            writer.WriteBoolean("booked"u8, booked);
        });
    }

    private static void Write(Utf8JsonWriter writer, FundingRequest request)
    {
        writer.WriteNumber("number"u8, request.Number);
        writer.WriteDay("due"u8, request.Due);
        DeterminationJson.WriteMoney(writer, "amount"u8, request.Amount);
        DeterminationJson.WriteMoney(writer, "fromParticipants"u8, request.FromParticipants);
        writer.WriteList("steps", request.Steps.Items, step =>
        {
            writer.WriteString("step"u8, Words.Of(step.Kind.ToString()));
            DeterminationJson.WriteMoney(writer, "amount"u8, step.Amount);
        });
        writer.WriteList("lines", request.Lines.Items, line =>
        {
            writer.WriteString("purpose"u8, Words.Of(line.Purpose.ToString()));
            writer.WriteString("plan"u8, line.Plan.Value ?? "");
            if (line.Line is { } coverage)
                writer.WriteString("line"u8, Words.Of(coverage.ToString()));
            else
                writer.WriteNull("line"u8);
            writer.WriteNumber("count"u8, line.Count);
            DeterminationJson.WriteMoney(writer, "amount"u8, line.Amount);
        });
    }
}
