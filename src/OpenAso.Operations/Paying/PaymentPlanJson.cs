using System.Text.Json;
using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Operations.Explaining;

namespace OpenAso.Operations.Paying;

/// <summary>Writes what a payment run would do as one JSON document.</summary>
/// <remarks>Described by <c>docs/schemas/payment-plan.json</c>.</remarks>
public static class PaymentPlanJson
{
    /// <summary>The document, in one line.</summary>
    /// <param name="plan">The plan.</param>
    public static string Of(PaymentRunPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return JsonText.Of(writer =>
        {
            writer.WriteString("plan"u8, plan.Hash.ToString());
            writer.WriteString("employer"u8, plan.Employer.ToString());
            writer.WriteDay("date"u8, plan.Date);
            DeterminationJson.WriteMoney(writer, "available"u8, plan.Available.Total);
            DeterminationJson.WriteMoney(writer, "total"u8, plan.Total);
            WritePayments(writer, plan.Payments);
            writer.WriteList("held", plan.Held.Items, held =>
            {
                Write(writer, held.Obligation);
                writer.WriteString("payee"u8, held.Obligation.Key.Payee.ToString());
                writer.WriteString("reason"u8, Documents.Words.Of(held.Reason.ToString()));
            });
        });
    }

    internal static void WritePayments(Utf8JsonWriter writer, ValueList<Payment> payments) =>
        writer.WriteList("payments", payments.Items, payment =>
        {
            writer.WriteString("payment"u8, payment.Id.ToString());
            writer.WriteString("payee"u8, payment.Payee.ToString());
            DeterminationJson.WriteMoney(writer, "amount"u8, payment.Amount);
            writer.WriteList("claims", payment.Obligations.Items, obligation => Write(writer, obligation));
        });

    private static void Write(Utf8JsonWriter writer, Obligation obligation)
    {
        writer.WriteString("claimId"u8, obligation.Key.Claim.ToString());
        DeterminationJson.WriteMoney(writer, "amount"u8, obligation.Amount);
    }
}
