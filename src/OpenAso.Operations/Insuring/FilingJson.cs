using System.Text.Json;
using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.Operations.Explaining;
using OpenAso.Operations.Storing;
using OpenAso.StopLoss.Filings;

namespace OpenAso.Operations.Insuring;

/// <summary>Writes filings, what is to be filed, and what was filed just now, each as one JSON document.</summary>
/// <remarks>Described by <c>docs/schemas/filing.json</c>, <c>filing-desk.json</c>, <c>filing-run.json</c> and
/// <c>carrier-repayment.json</c>.</remarks>
public static class FilingJson
{
    /// <summary>A filing, in one line.</summary>
    /// <param name="filing">As kept.</param>
    public static string Of(KeptFiling filing)
    {
        ArgumentNullException.ThrowIfNull(filing);
        return JsonText.Of(writer => Write(writer, filing));
    }

    /// <summary>What was paid back to a carrier, in one line.</summary>
    /// <param name="filing">The name of a filing of the loss.</param>
    /// <param name="payment">What was paid back.</param>
    /// <param name="isBooked">Whether it was booked just now.</param>
    public static string Of(string filing, CarrierPayment payment, bool isBooked)
    {
        ArgumentNullException.ThrowIfNull(payment);
        return JsonText.Of(writer =>
        {
            writer.WriteString("filing"u8, filing);
            writer.WriteString("reference"u8, payment.Reference);
            writer.WriteString("on"u8, Days.Text(payment.On));
            DeterminationJson.WriteMoney(writer, "amount"u8, payment.Amount);
            writer.WriteBoolean("booked"u8, isBooked);
        });
    }

    /// <summary>What was filed, in one line.</summary>
    /// <param name="run">Just now.</param>
    /// <param name="isKept">False where it was only looked at.</param>
    public static string Of(FilingRun run, bool isKept)
    {
        ArgumentNullException.ThrowIfNull(run);
        return JsonText.Of(writer =>
        {
            writer.WriteBoolean("kept"u8, isKept);
            writer.WriteList("written", run.Written.Items, written =>
            {
                Write(writer, written.Filing);
                writer.WriteList("checklist", written.Checklist.Items, row =>
                {
                    writer.WriteString("item"u8, Words.Of(row.Item.ToString()));
                    writer.WriteString("state"u8, Words.Of(row.State.ToString()));
                    writer.WriteString("detail"u8, $"{row.Detail}");
                });
                writer.WriteList("files", written.Pack.Contents.Items, content =>
                {
                    writer.WriteString("name"u8, content.Name);
                    writer.WriteString("sha256"u8, content.Sha256);
                });
                WriteFindings(writer, written.Findings);
            });
            WriteFindings(writer, run.Findings);
        });
    }

    /// <summary>Where a policy's filings stand, in one line.</summary>
    /// <param name="desk">On a day.</param>
    public static string Of(FilingDesk desk)
    {
        ArgumentNullException.ThrowIfNull(desk);
        return JsonText.Of(writer =>
        {
            writer.WriteString("policy"u8, desk.Policy);
            writer.WriteString("carrier"u8, desk.Carrier);
            writer.WriteString("asOf"u8, Days.Text(desk.AsOf));
            writer.WriteList("filings", desk.Filings.Items, filing => Write(writer, filing));
            writer.WriteList("due", desk.Due.Items, due =>
            {
                writer.WriteString("claimant"u8, due.Claimant);
                writer.WriteString("kind"u8, Words.Of(due.Kind.ToString()));
                DeterminationJson.WriteMoney(writer, "excess"u8, due.Excess);
                writer.WriteString("dueOn"u8, Days.Text(due.DueOn));
                writer.WriteNumber("daysLate"u8, due.DaysLate);
            });
            writer.WriteList("positions", desk.Positions.Items, row => Write(writer, row));
            writer.WriteStartObject("ageing"u8);
            DeterminationJson.WriteMoney(writer, "through30"u8, desk.Ageing.Through30);
            DeterminationJson.WriteMoney(writer, "through60"u8, desk.Ageing.Through60);
            DeterminationJson.WriteMoney(writer, "through90"u8, desk.Ageing.Through90);
            DeterminationJson.WriteMoney(writer, "beyond90"u8, desk.Ageing.Beyond90);
            writer.WriteEndObject();
        });
    }

    private static void Write(Utf8JsonWriter writer, KeptFiling filing)
    {
        var recovery = filing.Recovery;
        writer.WriteString("filing"u8, filing.Name);
        writer.WriteString("policy"u8, filing.Policy);
        writer.WriteString("from"u8, Words.Of(recovery.From.ToString()));
        writer.WriteString("kind"u8, Words.Of(filing.Kind.ToString()));
        writer.WriteString("claimant"u8, recovery.Claimant);
        writer.WriteString("filedOn"u8, Days.Text(filing.FiledOn));
        writer.WriteString("dueOn"u8, Days.Text(filing.DueOn));
        DeterminationJson.WriteMoney(writer, "excess"u8, recovery.Excess);
        DeterminationJson.WriteMoney(writer, "requested"u8, recovery.Requested);
        DeterminationJson.WriteMoney(writer, "received"u8, recovery.Received);
        DeterminationJson.WriteMoney(writer, "outstanding"u8, recovery.Outstanding);
        DeterminationJson.WriteMoney(writer, "denied"u8, recovery.Denied);
        writer.WriteString("state"u8, Words.Of(recovery.State.ToString()));
        writer.WriteString("sha256"u8, filing.Sha256);
        writer.WriteList("steps", recovery.Steps.Items.Index(), one =>
        {
            writer.WriteString("state"u8, Words.Of(one.Item.State.ToString()));
            writer.WriteString("on"u8, Days.Text(one.Item.On));
            DeterminationJson.WriteMoney(writer, "amount"u8, one.Item.Amount);
            writer.WriteString("reason"u8, one.Item.Reason);
            writer.WriteString("reference"u8, filing.References[one.Index]);
        });
    }

    private static void Write(Utf8JsonWriter writer, RecoveryPosition row)
    {
        writer.WriteString("from"u8, Words.Of(row.From.ToString()));
        writer.WriteString("claimant"u8, row.Claimant);
        DeterminationJson.WriteMoney(writer, "reimbursable"u8, row.Reimbursable);
        DeterminationJson.WriteMoney(writer, "filed"u8, row.Filed);
        DeterminationJson.WriteMoney(writer, "notFiled"u8, row.NotFiled);
        DeterminationJson.WriteMoney(writer, "paidIn"u8, row.PaidIn);
        DeterminationJson.WriteMoney(writer, "paidBack"u8, row.PaidBack);
        DeterminationJson.WriteMoney(writer, "outstanding"u8, row.Outstanding);
        DeterminationJson.WriteMoney(writer, "denied"u8, row.Denied);
        DeterminationJson.WriteMoney(writer, "withdrawn"u8, row.Withdrawn);
        DeterminationJson.WriteMoney(writer, "payableToCarrier"u8, row.PayableToCarrier);
    }

    private static void WriteFindings(Utf8JsonWriter writer, ValueList<Finding> findings) =>
        writer.WriteList("findings", findings.Items, finding =>
        {
            writer.WriteString("code"u8, finding.Code);
            writer.WriteString("severity"u8, Words.Of(finding.Severity.ToString()));
            writer.WriteString("message"u8, finding.Message);
        });
}
