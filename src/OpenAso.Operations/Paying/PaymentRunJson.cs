using OpenAso.Kernel;
using OpenAso.Operations.Explaining;

namespace OpenAso.Operations.Paying;

/// <summary>Writes what a payment run did as one JSON document.</summary>
/// <remarks>Described by <c>docs/schemas/payment-run.json</c>.</remarks>
public static class PaymentRunJson
{
    /// <summary>The document, in one line.</summary>
    /// <param name="employer">Whose run.</param>
    /// <param name="run">The run.</param>
    /// <param name="dryRun">Whether it was only tried, and nothing kept.</param>
    public static string Of(EmployerId employer, ExecutedRun run, bool dryRun)
    {
        ArgumentNullException.ThrowIfNull(run);
        return JsonText.Of(writer =>
        {
            writer.WriteString("employer"u8, employer.ToString());
            writer.WriteBoolean("dryRun"u8, dryRun);
            writer.WriteNumber("run"u8, run.Number);
            writer.WriteDay("date"u8, run.Day);
            writer.WriteString("plan"u8, run.Plan.ToString());
            DeterminationJson.WriteMoney(writer, "total"u8, run.Total);
            DeterminationJson.WriteMoney(writer, "feesPaid"u8, run.FeesPaid);
            DeterminationJson.WriteMoney(writer, "premiumPaid"u8, run.PremiumPaid);
            PaymentPlanJson.WritePayments(writer, run.Payments);
            writer.WriteNumber("told"u8, run.Told);
        });
    }
}
