using System.Buffers;
using System.Globalization;
using OpenAso.X12;
using OpenAso.X12.Acknowledgments;
using OpenAso.X12.Envelopes;
using OpenAso.X12.Remittances;

namespace OpenAso.Operations.Remitting;

/// <summary>Makes the bytes of the files that we send.</summary>
public static class X12Files
{
    /// <summary>How we name ourselves in interchanges that we send.</summary>
    public const string Sender = "OPENASO";

    /// <summary>A file of remittances.</summary>
    /// <param name="remittances">At least one.</param>
    /// <param name="date">Of the interchange.</param>
    /// <param name="controlNumber">From 1.</param>
    /// <returns>Null where there is nothing to tell.</returns>
    public static byte[]? Remittances(IReadOnlyList<Remittance> remittances, DateOnly date, int controlNumber)
    {
        ArgumentNullException.ThrowIfNull(remittances);
        if (remittances.Count == 0)
            return null;
        var output = new ArrayBufferWriter<byte>();
        WriteRemittances(output, remittances, date, controlNumber);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Writes a file of remittances, each made only when the one before it is written.</summary>
    /// <param name="output">Receives the bytes; what came before an exception is to be thrown away.</param>
    /// <param name="remittances">At least one.</param>
    /// <param name="date">Of the interchange.</param>
    /// <param name="controlNumber">From 1.</param>
    /// <returns>How many were written.</returns>
    public static int WriteRemittances(
        IBufferWriter<byte> output, IEnumerable<Remittance> remittances, DateOnly date, int controlNumber)
    {
        var header = new InterchangeHeader("ZZ", Sender, "ZZ", "PROVIDERS", date, TimeOnly.MinValue, controlNumber);
        return RemittanceInterchange.Write(
            new X12Writer(output), header, RemittanceInterchange.GroupOf(header), remittances);
    }

    /// <summary>The answer to a file that was read: 999 and, where due, TA1.</summary>
    /// <param name="report">After the file's sets have been read.</param>
    /// <returns>Null where nothing is to be answered, as for a file of acknowledgments or one without an
    /// interchange.</returns>
    public static byte[]? Acknowledgment(EnvelopeReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var answers = EnvelopeAcknowledgment.Of(report);
        if (answers.IsEmpty)
            return null;
        var first = report.Interchanges[0];
        var header = new InterchangeHeader(
            Qualifier(first.ReceiverQualifier), first.Receiver, Qualifier(first.SenderQualifier), first.Sender,
            DateOf(first), TimeOnly.MinValue, ControlNumberOf(first));
        var output = new ArrayBufferWriter<byte>();
        AcknowledgmentWriter.WriteInterchange(
            new X12Writer(output), header, AcknowledgmentWriter.GroupOf(header), answers);
        return output.WrittenSpan.ToArray();
    }

    private static string Qualifier(string qualifier) => qualifier.Length == 2 ? qualifier : "ZZ";

    private static DateOnly DateOf(Interchange interchange) =>
        DateOnly.TryParseExact(
            interchange.Date, "yyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : new DateOnly(2000, 1, 1);

    private static int ControlNumberOf(Interchange interchange) =>
        int.TryParse(interchange.ControlNumber, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number > 0
            ? number
            : 1;
}
