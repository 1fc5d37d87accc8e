using System.Buffers.Text;
using System.Text.Json;
using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Operations.Explaining;

/// <summary>Writes a claim with its determination as one JSON object: the contract of <c>adjudicate</c> and
/// <c>explain</c>.</summary>
/// <remarks>Described by <c>docs/schemas/determination.json</c>. Money is a string with two digits, dates are
/// ISO.</remarks>
public static class DeterminationJson
{
    /// <summary>Writes one object.</summary>
    /// <param name="writer">Stands where an object may begin.</param>
    /// <param name="decided">The claim as it stands.</param>
    /// <param name="original">The claim that it takes back, where it does; its lines are those of a void.</param>
    /// <param name="plans">To name clauses.</param>
    public static void Write(Utf8JsonWriter writer, DecidedClaim decided, DecidedClaim? original, PlanLibrary plans)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(decided);
        ArgumentNullException.ThrowIfNull(plans);
        var (claim, determination) = (decided.Claim, decided.Determination);
        var status = decided.ReversedBy is null ? determination.Status : ClaimStatus.Void;
        var shown = determination.Status == ClaimStatus.Void && original is not null ? original.Claim : claim;
        writer.WriteStartObject();
        writer.WriteString("claimId"u8, claim.Id.ToString());
        writer.WriteString("patientControlNumber"u8, claim.PatientControlNumber);
        writer.WriteString("memberId"u8, claim.Patient.SubscriberMemberId);
        writer.WriteString("status"u8, ClaimWords.Of(status));
        writer.WriteString(
            "received"u8, claim.Received.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        writer.WriteString("plan"u8, determination.Plan.Value ?? "");
        if (determination.Reverses is { } reverses)
            writer.WriteString("reverses"u8, reverses.ToString());
        if (decided.ReversedBy is { } by)
            writer.WriteString("reversedBy"u8, by.ToString());
        WriteTotals(writer, determination);
        writer.WriteStartArray("pendReasons"u8);
        foreach (var word in ClaimWords.Of(determination.PendReasons))
            writer.WriteStringValue(word);
        writer.WriteEndArray();
        writer.WriteStartArray("lines"u8);
        for (var i = 0; i < determination.Lines.Length; i++)
            WriteLine(writer, shown.Lines[i], i, determination, plans);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Writes a money amount as a string with two digits.</summary>
    /// <param name="writer">Stands where a property may begin.</param>
    /// <param name="name">The property.</param>
    /// <param name="amount">Any amount.</param>
    public static void WriteMoney(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Money amount)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<byte> text = stackalloc byte[24];
        var start = amount.IsNegative ? 1 : 0;
        if (start == 1)
            text[0] = (byte)'-';
        var cents = amount.IsNegative ? (ulong)-amount.Cents : (ulong)amount.Cents;
        Utf8Formatter.TryFormat(cents / 100, text[start..], out var length);
        length += start;
        text[length] = (byte)'.';
        text[length + 1] = (byte)('0' + cents % 100 / 10);
        text[length + 2] = (byte)('0' + cents % 10);
        writer.WriteString(name, text[..(length + 3)]);
    }

    private static void WriteTotals(Utf8JsonWriter writer, Determination determination)
    {
        Money billed = default, otherPaid = default;
        foreach (var line in determination.Lines)
        {
            billed += line.Billed;
            otherPaid += line.OtherPaid;
        }
        WriteMoney(writer, "billed"u8, billed);
        WriteMoney(writer, "allowed"u8, determination.Allowed);
        WriteMoney(writer, "planPaid"u8, determination.PlanPaid);
        WriteMoney(writer, "memberOwes"u8, determination.MemberOwes);
        WriteMoney(writer, "otherPaid"u8, otherPaid);
    }

    private static void WriteLine(
        Utf8JsonWriter writer, ClaimLine line, int index, Determination determination, PlanLibrary plans)
    {
        var decided = determination.Lines[index];
        var plan = determination.Plan.Value is null
            ? null
            : plans.Find(determination.Plan, determination.PlanVersion, line.Dates.First);
        writer.WriteStartObject();
        writer.WriteNumber("line"u8, line.Number);
        writer.WriteString("procedure"u8, (line.Procedure.IsNone ? line.Revenue : line.Procedure).ToString());
        writer.WriteString(
            "benefit"u8, plan is not null && decided.Benefit >= 0 ? plan.Benefits[decided.Benefit].Id : "");
        writer.WriteString("tier"u8, plan is not null && decided.Tier >= 0 ? plan.Tiers[decided.Tier].Id : "");
        WriteAmounts(writer, decided);
        WriteAdjustments(writer, decided);
        WriteSteps(writer, index, decided, determination, plan);
        writer.WriteEndObject();
    }

    private static void WriteAmounts(Utf8JsonWriter writer, in LineDetermination line)
    {
        WriteMoney(writer, "billed"u8, line.Billed);
        WriteMoney(writer, "contractual"u8, line.Contractual);
        WriteMoney(writer, "providerLiability"u8, line.ProviderLiability);
        WriteMoney(writer, "balanceBill"u8, line.BalanceBill);
        WriteMoney(writer, "allowed"u8, line.Allowed);
        WriteMoney(writer, "copay"u8, line.Copay);
        WriteMoney(writer, "deductible"u8, line.Deductible);
        WriteMoney(writer, "coinsurance"u8, line.Coinsurance);
        WriteMoney(writer, "penalty"u8, line.Penalty);
        WriteMoney(writer, "memberNotCovered"u8, line.MemberNotCovered);
        WriteMoney(writer, "cobRelief"u8, line.CobRelief);
        WriteMoney(writer, "otherPaid"u8, line.OtherPaid);
        WriteMoney(writer, "planPaid"u8, line.PlanPaid);
        WriteMoney(writer, "memberOwes"u8, line.MemberOwes);
    }

    private static void WriteAdjustments(Utf8JsonWriter writer, in LineDetermination line)
    {
        var adjustments = new LineAdjustments();
        var count = AdjustmentRules.Of(line, adjustments);
        writer.WriteStartArray("adjustments"u8);
        for (var i = 0; i < count; i++)
        {
            writer.WriteStartObject();
            writer.WriteString("group"u8, adjustments[i].Group.ToString());
            writer.WriteString("reason"u8, adjustments[i].Reason.ToString());
            WriteMoney(writer, "amount"u8, adjustments[i].Amount);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteSteps(
        Utf8JsonWriter writer, int index, in LineDetermination line, Determination determination, ResolvedPlan? plan)
    {
        var clauses = new SortedSet<string>(StringComparer.Ordinal);
        var left = line.Billed;
        writer.WriteStartArray("steps"u8);
        foreach (var step in determination.Steps)
        {
            if (step.Line != index)
                continue;
            left = StepBalance.After(left, step);
            writer.WriteStartObject();
            writer.WriteString("step"u8, ClaimWords.Of(step.Kind));
            WriteMoney(writer, "amount"u8, step.Amount);
            WriteMoney(writer, "left"u8, left);
            if (plan is not null && step.Clause != ClauseNumber.None)
            {
                var clause = plan[step.Clause].Id.Value;
                writer.WriteString("clause"u8, clause);
                clauses.Add(clause);
            }
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteStartArray("clauses"u8);
        foreach (var clause in clauses)
            writer.WriteStringValue(clause);
        writer.WriteEndArray();
    }
}
