using System.Text.Json;
using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.Operations.Explaining;
using OpenAso.Operations.Storing;
using OpenAso.StopLoss;
using OpenAso.StopLoss.Filings;
using OpenAso.StopLoss.Gaps;
using OpenAso.StopLoss.Underwriting;

namespace OpenAso.Operations.Insuring;

/// <summary>Writes gaps, claims near a boundary, disclosures and quotes, each as one JSON document.</summary>
/// <remarks>Described by <c>docs/schemas/stop-loss-gaps.json</c>, <c>policy-boundary.json</c>,
/// <c>disclosure.json</c> and <c>quotes.json</c>.</remarks>
public static class GapJson
{
    /// <summary>Gaps between plan and policy, in one line.</summary>
    /// <param name="policy">The policy's number.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="gaps">By kind.</param>
    public static string Of(string policy, DateOnly asOf, ValueList<CoverageGap> gaps) => JsonText.Of(writer =>
    {
        Begin(writer, policy, asOf);
        writer.WriteList("gaps", gaps.Items, gap =>
        {
            writer.WriteString("kind"u8, Words.Of(gap.Kind.ToString()));
            writer.WriteString("key"u8, gap.Key);
            writer.WriteString("planPays"u8, $"{gap.PlanPays}");
            writer.WriteString("policyDoesNot"u8, $"{gap.PolicyDoesNot}");
            Write(writer, "fromClaims", gap.FromClaims);
        });
    });

    /// <summary>Claims near the end of a policy's windows, in one line.</summary>
    /// <param name="policy">The policy's number.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="claims">The most urgent first.</param>
    public static string Of(string policy, DateOnly asOf, ValueList<BoundaryClaim> claims) => JsonText.Of(writer =>
    {
        Begin(writer, policy, asOf);
        writer.WriteList("claims", claims.Items, claim =>
        {
            writer.WriteString("claim"u8, claim.Claim);
            writer.WriteString("claimant"u8, claim.Claimant);
            writer.WriteString("line"u8, StopLossLines.WordOf(claim.Line));
            Write(writer, "amount", claim.Amount);
            writer.WriteString("reason"u8, Words.Of(claim.Reason.ToString()));
            WriteWords(writer, "from", claim.From.Items.Select(from => Words.Of(from.ToString())));
            writer.WriteString("lastDay"u8, Days.Text(claim.LastDay));
            writer.WriteNumber("daysLeft"u8, claim.DaysLeft);
        });
    });

    /// <summary>A disclosure statement, in one line.</summary>
    /// <param name="policy">The policy's number.</param>
    /// <param name="statement">On its day.</param>
    public static string Of(string policy, DisclosureStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return JsonText.Of(writer =>
        {
            Begin(writer, policy, statement.AsOf);
            writer.WriteList("claimants", statement.Rows.Items, row =>
            {
                writer.WriteString("claimant"u8, row.Position.Claimant);
                Write(writer, "paid", row.Position.Paid);
                Write(writer, "eligible", row.Position.Eligible);
                Write(writer, "deductible", row.Position.Deductible);
                writer.WriteBoolean("lasered"u8, row.Position.IsLasered);
                Write(writer, "reimbursable", row.Position.Reimbursable);
                writer.WriteBoolean("halfOfDeductible"u8, row.IsLarge);
                WriteWords(writer, "diagnoses", row.Diagnoses.Items.Select(one => one.Name));
                writer.WriteNumber("longestStayDays"u8,
                    row.Stays.Items.Select(stay => stay.Days).DefaultIfEmpty(0).Max());
            });
        });
    }

    /// <summary>Quotes on one basis, in one line.</summary>
    /// <param name="quotes">In the order given, each with the promises that it breaks.</param>
    public static string Of(IEnumerable<(string Policy, QuoteCost Cost, ValueList<PolicyWarning> Broken)> quotes) =>
        JsonText.Of(writer => writer.WriteList("quotes", quotes, quote =>
        {
            var cost = quote.Cost;
            writer.WriteString("policy"u8, quote.Policy);
            writer.WriteString("carrier"u8, cost.Carrier);
            Write(writer, "premium", cost.Premium);
            Write(writer, "fixed", cost.Fixed);
            Write(writer, "expectedClaims", cost.ExpectedClaims);
            Write(writer, "expected", cost.Expected);
            Write(writer, "attachment", cost.Attachment);
            Write(writer, "aggregating", cost.Aggregating);
            Write(writer, "laserLayers", cost.LaserLayers);
            Write(writer, "maximum", cost.Maximum);
            writer.WriteList("exposures", cost.Exposures.Items, exposure =>
            {
                writer.WriteString("key"u8, exposure.Key);
                writer.WriteString("what"u8, exposure.What);
            });
            writer.WriteList("brokenPromises", quote.Broken.Items, broken =>
            {
                writer.WriteString("code"u8, broken.Code);
                writer.WriteString("rule"u8, broken.Rule);
                writer.WriteString("message"u8, broken.Message);
            });
            writer.WriteList("findings", cost.Findings.Items, finding =>
            {
                writer.WriteString("code"u8, finding.Code);
                writer.WriteString("message"u8, finding.Message);
            });
        }));

    private static void Begin(Utf8JsonWriter writer, string policy, DateOnly asOf)
    {
        writer.WriteString("policy"u8, policy);
        writer.WriteString("asOf"u8, Days.Text(asOf));
    }

    private static void Write(Utf8JsonWriter writer, string name, Money? amount)
    {
        if (amount is { } known)
            writer.WriteString(name, known.ToString());
        else
            writer.WriteNull(name);
    }

    private static void WriteWords(Utf8JsonWriter writer, string name, IEnumerable<string> words)
    {
        writer.WriteStartArray(name);
        foreach (var word in words)
            writer.WriteStringValue(word);
        writer.WriteEndArray();
    }
}
