using System.Globalization;
using System.Text.Json;
using OpenAso.Documents;
using OpenAso.Operations.Explaining;
using OpenAso.StopLoss;
using OpenAso.StopLoss.Positions;

namespace OpenAso.Operations.Insuring;

/// <summary>Writes a stop-loss position as one JSON document.</summary>
/// <remarks>Described by <c>docs/schemas/stop-loss-position.json</c>.</remarks>
public static class StopLossPositionJson
{
    /// <summary>The document, in one line.</summary>
    /// <param name="position">The position.</param>
    /// <param name="warnings">What somebody should look at in the policy.</param>
    public static string Of(StopLossPosition position, IEnumerable<PolicyWarning> warnings)
    {
        ArgumentNullException.ThrowIfNull(position);
        return JsonText.Of(writer =>
        {
            Write(writer, position);
            writer.WriteList("warnings", warnings, warning =>
            {
                writer.WriteString("code"u8, warning.Code);
                writer.WriteString("rule"u8, warning.Rule);
                writer.WriteString("source"u8, warning.Source);
                writer.WriteString("message"u8, warning.Message);
            });
        });
    }

    private static void Write(Utf8JsonWriter writer, StopLossPosition position)
    {
        writer.WriteString("policy"u8, position.Policy);
        writer.WriteString("asOf"u8, Day(position.AsOf));
        writer.WriteList("specific", position.Specific.Items, claimant => WriteClaimant(writer, claimant));
        DeterminationJson.WriteMoney(writer, "specificTotal"u8, position.SpecificTotal);
        DeterminationJson.WriteMoney(writer, "asdUsed"u8, position.AggregatingUsed);
        if (position.Aggregate is { } aggregate)
            WriteAggregate(writer, aggregate);
        else
            writer.WriteNull("aggregate"u8);
        writer.WriteList("notices", position.Notices.Items, notice =>
        {
            writer.WriteString("claimant"u8, notice.Claimant);
            writer.WriteString("kind"u8, Words.Of(notice.Kind.ToString()));
            writer.WriteString("because"u8, $"{notice.Because}");
            writer.WriteString("arisen"u8, Day(notice.ArisenOn));
            writer.WriteString("due"u8, Day(notice.DueOn));
        });
        writer.WriteList("excluded", position.Excluded.Items, amount => WriteExcluded(writer, amount));
        WriteBearers(writer, position.Bearers);
    }

    private static void WriteClaimant(Utf8JsonWriter writer, SpecificPosition claimant)
    {
        writer.WriteString("claimant"u8, claimant.Claimant);
        DeterminationJson.WriteMoney(writer, "paid"u8, claimant.Paid);
        DeterminationJson.WriteMoney(writer, "eligible"u8, claimant.Eligible);
        DeterminationJson.WriteMoney(writer, "aggregateOnly"u8, claimant.AggregateOnly);
        DeterminationJson.WriteMoney(writer, "ineligible"u8, claimant.Ineligible);
        if (claimant.Deductible is { } deductible)
            DeterminationJson.WriteMoney(writer, "deductible"u8, deductible);
        else
            writer.WriteNull("deductible"u8);
        writer.WriteBoolean("lasered"u8, claimant.IsLasered);
        writer.WriteString("used"u8, claimant.Used.ToString());
        DeterminationJson.WriteMoney(writer, "excess"u8, claimant.Excess);
        DeterminationJson.WriteMoney(writer, "asdApplied"u8, claimant.AggregatingApplied);
        DeterminationJson.WriteMoney(writer, "reimbursable"u8, claimant.Reimbursable);
    }

    internal static void WriteAggregate(Utf8JsonWriter writer, AggregatePosition aggregate)
    {
        writer.WriteStartObject("aggregate"u8);
        writer.WriteList("months", aggregate.Months.Items, month =>
        {
            writer.WriteString("month"u8, month.Month.ToString());
            DeterminationJson.WriteMoney(writer, "attachment"u8, month.Attachment);
            DeterminationJson.WriteMoney(writer, "cumulativeAttachment"u8, month.CumulativeAttachment);
            DeterminationJson.WriteMoney(writer, "eligible"u8, month.Eligible);
            DeterminationJson.WriteMoney(writer, "cumulativeEligible"u8, month.CumulativeEligible);
            DeterminationJson.WriteMoney(writer, "floor"u8, month.Floor);
            DeterminationJson.WriteMoney(writer, "accommodation"u8, month.Accommodation);
            DeterminationJson.WriteMoney(writer, "repayable"u8, month.Repayable);
        });
        DeterminationJson.WriteMoney(writer, "attachment"u8, aggregate.Attachment);
        DeterminationJson.WriteMoney(writer, "attachmentProjected"u8, aggregate.AttachmentProjected);
        DeterminationJson.WriteMoney(writer, "minimumAttachment"u8, aggregate.MinimumAttachment);
        DeterminationJson.WriteMoney(writer, "eligible"u8, aggregate.Eligible);
        writer.WriteString("used"u8, aggregate.Used.ToString());
        DeterminationJson.WriteMoney(writer, "reimbursable"u8, aggregate.Reimbursable);
        DeterminationJson.WriteMoney(writer, "advanced"u8, aggregate.Advanced);
        DeterminationJson.WriteMoney(writer, "repayable"u8, aggregate.Repayable);
        writer.WriteString("variant"u8, Words.Of(aggregate.Variant.ToString()));
        writer.WriteEndObject();
    }

    private static void WriteExcluded(Utf8JsonWriter writer, ExcludedAmount amount)
    {
        writer.WriteString("claim"u8, amount.Claim);
        writer.WriteString("claimant"u8, amount.Claimant);
        writer.WriteString("from"u8, Words.Of(amount.From.ToString()));
        writer.WriteString("why"u8, Words.Of(amount.Reason.ToString()));
        if (amount.Words is { } words)
            writer.WriteString("reason"u8, words);
        DeterminationJson.WriteMoney(writer, "amount"u8, amount.Amount);
    }

    private static void WriteBearers(Utf8JsonWriter writer, CostBearers bearers)
    {
        writer.WriteStartObject("bearers"u8);
        DeterminationJson.WriteMoney(writer, "ineligible"u8, bearers.Ineligible);
        DeterminationJson.WriteMoney(writer, "belowSpecific"u8, bearers.BelowSpecific);
        DeterminationJson.WriteMoney(writer, "corridor"u8, bearers.Corridor);
        DeterminationJson.WriteMoney(writer, "laserLayer"u8, bearers.LaserLayer);
        DeterminationJson.WriteMoney(writer, "aggregatingSpecific"u8, bearers.AggregatingSpecific);
        DeterminationJson.WriteMoney(writer, "keptShare"u8, bearers.KeptShare);
        DeterminationJson.WriteMoney(writer, "beyondMaximum"u8, bearers.BeyondMaximum);
        DeterminationJson.WriteMoney(writer, "specificCarrier"u8, bearers.SpecificCarrier);
        DeterminationJson.WriteMoney(writer, "aggregateCarrier"u8, bearers.AggregateCarrier);
        DeterminationJson.WriteMoney(writer, "total"u8, bearers.Total);
        writer.WriteEndObject();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
