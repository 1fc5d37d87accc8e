using OpenAso.Operations.Explaining;

namespace OpenAso.Operations.Verifying;

/// <summary>Writes the proof of an employer's books as one JSON document.</summary>
/// <remarks>Described by <c>docs/schemas/verification.json</c>.</remarks>
public static class VerificationJson
{
    /// <summary>The document, in one line; all discrepancies are in it.</summary>
    /// <param name="proof">The proof.</param>
    public static string Of(Verification proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        return JsonText.Of(writer =>
        {
            writer.WriteString("employer"u8, proof.Scope.Employer.ToString());
            writer.WriteBoolean("proved"u8, proof.IsProved);
            writer.WriteList("checks", proof.Checks.Items, check =>
            {
                writer.WriteString("name"u8, check.Name);
                writer.WriteNumber("examined"u8, check.Examined);
                writer.WriteNumber("discrepancies"u8, check.Discrepancies);
            });
            writer.WriteList("discrepancies", proof.Discrepancies.Items, discrepancy =>
            {
                writer.WriteString("check"u8, discrepancy.Check);
                writer.WriteString("subject"u8, discrepancy.Subject);
                writer.WriteString("message"u8, discrepancy.Message);
            });
        });
    }
}
