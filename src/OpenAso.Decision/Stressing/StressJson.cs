using System.Globalization;
using System.Text;
using System.Text.Json;
using OpenAso.Decision.Distributions;
using OpenAso.Documents;

namespace OpenAso.Decision.Stressing;

/// <summary>Writes a stress as one JSON document: plain numbers with all their digits.</summary>
/// <remarks>Described by <c>docs/schemas/stress.json</c>.</remarks>
public static class StressJson
{
    /// <summary>The document, in one line.</summary>
    /// <param name="report">What to write.</param>
    public static string Of(StressReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            Write(writer, report);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, StressReport report)
    {
        writer.WriteNumber("years"u8, report.Terms.Years);
        writer.WriteString("contract"u8, report.Terms.First.Text);
        writer.WriteString("renewal"u8, report.Terms.Renewal.Text);
        writer.WriteNumber("runs"u8, report.Settings.Runs);
        writer.WriteString("seed"u8, report.Settings.Seed.ToString(CultureInfo.InvariantCulture));
        writer.WriteStartObject("base"u8);
        WriteOutcome(writer, report.Base);
        writer.WriteEndObject();
        OutlookJson.WriteList(writer, "scenarios", report.Scenarios.Items, static (to, outcome) =>
        {
            to.WriteString("id"u8, outcome.Scenario!.Id);
            to.WriteString("name"u8, outcome.Scenario.Name);
            to.WriteString("asOf"u8, outcome.Scenario.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            to.WriteString("source"u8, outcome.Scenario.Source);
            to.WriteString("assumed"u8, outcome.Scenario.Assumed);
            WriteOutcome(to, outcome);
        });
        OutlookJson.WriteList(writer, "findings", report.Findings.Items, static (to, finding) =>
        {
            to.WriteString("code"u8, finding.Code);
            to.WriteString("severity"u8, Words.Of(finding.Severity.ToString()));
            to.WriteString("message"u8, finding.Message);
        });
    }

    private static void WriteOutcome(Utf8JsonWriter writer, StressOutcome outcome)
    {
        var cost = outcome.Cost;
        writer.WriteNumber("gross"u8, cost.Gross);
        writer.WriteNumber("specific"u8, cost.Specific);
        writer.WriteNumber("aggregate"u8, cost.Aggregate);
        writer.WriteNumber("retained"u8, cost.Retained);
        writer.WriteNumber("retained95"u8, cost.Retained95);
        writer.WriteNumber("retainedMore"u8, cost.RetainedMore);
        writer.WriteNumber("retainedMoreError"u8, cost.RetainedMoreError);
        writer.WriteNumber("paidAfter"u8, cost.PaidAfter);
        writer.WriteNumber("receivedAfter"u8, cost.ReceivedAfter);
        if (outcome.Rarity is { } rarity)
            writer.WriteNumber("yearAsDear"u8, rarity);
        WriteCash(writer, outcome.Cash);
        if (outcome.Profit is { } profit)
        {
            writer.WriteStartObject("operatingProfit"u8);
            writer.WriteNumber("expected"u8, profit.Expected);
            writer.WriteNumber("effect"u8, profit.Effect);
            writer.WriteNumber("lossProbability"u8, profit.LossProbability);
            writer.WriteEndObject();
        }
        OutlookJson.WriteList(writer, "months", outcome.Months.Items, static (to, month) =>
        {
            to.WriteNumber("month"u8, month.Month);
            to.WriteNumber("paid"u8, month.Paid);
            to.WriteNumber("received"u8, month.Received);
            to.WriteNumber("cash"u8, month.Cash);
            to.WriteNumber("cash95"u8, month.Cash95);
            to.WriteNumber("cashMore"u8, month.CashMore);
        });
    }

    private static void WriteCash(Utf8JsonWriter writer, StressCash cash)
    {
        writer.WriteStartObject("cash"u8);
        writer.WriteNumber("peakNeed"u8, cash.PeakNeed);
        writer.WriteNumber("peakMonth"u8, cash.PeakMonth);
        writer.WriteNumber("largestCall"u8, cash.LargestCall);
        writer.WriteNumber("largestCall95"u8, cash.LargestCall95);
        writer.WriteNumber("calls"u8, cash.Calls);
        writer.WriteNumber("lowestBalance"u8, cash.LowestBalance);
        writer.WriteNumber("lowestBalance05"u8, cash.LowestBalance05);
        writer.WriteEndObject();
    }
}
