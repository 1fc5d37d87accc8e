using System.Text.Json;
using OpenAso.Documents;
using OpenAso.Operations.Explaining;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Insuring;

/// <summary>Writes a notice to a carrier as one JSON document.</summary>
/// <remarks>Described by <c>docs/schemas/notice.json</c>.</remarks>
public static class NoticeJson
{
    /// <summary>The document, in one line.</summary>
    /// <param name="notice">Sent or not.</param>
    public static string Of(CarrierNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return JsonText.Of(writer => Write(writer, notice));
    }

    private static void Write(Utf8JsonWriter writer, CarrierNotice notice)
    {
        writer.WriteString("notice"u8, notice.Id);
        writer.WriteString("policy"u8, notice.Policy);
        writer.WriteString("claimant"u8, notice.Notice.Claimant);
        writer.WriteString("kind"u8, Words.Of(notice.Notice.Kind.ToString()));
        writer.WriteString("because"u8, $"{notice.Notice.Because}");
        writer.WriteString("arisen"u8, Days.Text(notice.Notice.ArisenOn));
        writer.WriteString("due"u8, Days.Text(notice.Notice.DueOn));
        if (notice.SentOn is { } sent)
            writer.WriteString("sent"u8, Days.Text(sent));
        else
            writer.WriteNull("sent"u8);
        writer.WriteString("reference"u8, notice.Reference);
        writer.WriteNumber("daysLate"u8, notice.DaysLate);
    }
}
