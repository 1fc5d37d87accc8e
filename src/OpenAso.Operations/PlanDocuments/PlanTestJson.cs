using System.Text.Json;
using OpenAso.Kernel;
using OpenAso.Operations.Explaining;
using OpenAso.Plans;

namespace OpenAso.Operations.PlanDocuments;

/// <summary>Writes what a plan document makes of its worked examples as one JSON document.</summary>
/// <remarks>Described by <c>docs/schemas/plan-test.json</c>.</remarks>
public static class PlanTestJson
{
    /// <summary>The document, in one line.</summary>
    /// <param name="file">As the command names it.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="results">A result for each worked claim line.</param>
    public static string Of(string file, Plan plan, IReadOnlyCollection<WorkedResult> results)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(results);
        return JsonText.Of(writer =>
        {
            writer.WriteString("file"u8, file);
            writer.WriteString("plan"u8, plan.Id.ToString());
            writer.WriteString("version"u8, plan.Version.ToString());
            writer.WriteNumber("examined"u8, results.Count);
            writer.WriteNumber("agreeing"u8, results.Count(result => result.Agrees));
            writer.WriteList("lines", results, result => Write(writer, result));
        });
    }

    private static void Write(Utf8JsonWriter writer, WorkedResult result)
    {
        writer.WriteString("example"u8, result.Example);
        writer.WriteString("claim"u8, result.Line.Claim);
        writer.WriteNumber("row"u8, result.Line.Place.Line);
        writer.WriteBoolean("agrees"u8, result.Agrees);
        writer.WriteString("problem"u8, result.Problem);
        Write(writer, "expected"u8, result.Line.Expected);
        Write(writer, "actual"u8, result.Actual);
    }

    private static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, WorkedSplit split)
    {
        writer.WriteStartObject(name);
        Write("contractual"u8, split.Contractual);
        Write("providerLiability"u8, split.ProviderLiability);
        Write("balanceBill"u8, split.BalanceBill);
        Write("memberNotCovered"u8, split.NotCovered);
        Write("allowed"u8, split.Allowed);
        Write("copay"u8, split.Copay);
        Write("deductible"u8, split.Deductible);
        Write("coinsurance"u8, split.Coinsurance);
        Write("penalty"u8, split.Penalty);
        Write("planPaid"u8, split.PlanPays);
        Write("memberOwes"u8, split.MemberOwes);
        writer.WriteEndObject();

        void Write(ReadOnlySpan<byte> amount, Money value) => DeterminationJson.WriteMoney(writer, amount, value);
    }
}
