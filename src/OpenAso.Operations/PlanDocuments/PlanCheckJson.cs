using OpenAso.Kernel;
using OpenAso.Operations.Explaining;
using OpenAso.Plans;

namespace OpenAso.Operations.PlanDocuments;

/// <summary>Writes what was found in a plan document as one JSON document.</summary>
/// <remarks>Described by <c>docs/schemas/plan-check.json</c>.</remarks>
public static class PlanCheckJson
{
    /// <summary>The document, in one line.</summary>
    /// <param name="file">As the command names it.</param>
    /// <param name="plan">Null where the file is no plan that can decide claims.</param>
    /// <param name="findings">Of its reading, and of public limits.</param>
    public static string Of(string file, Plan? plan, IEnumerable<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return JsonText.Of(writer =>
        {
            writer.WriteString("file"u8, file);
            if (plan is null)
            {
                writer.WriteNull("plan"u8);
                writer.WriteNull("version"u8);
            }
            else
            {
                writer.WriteString("plan"u8, plan.Id.ToString());
                writer.WriteString("version"u8, plan.Version.ToString());
            }
            writer.WriteList("wordings", plan?.Segments.AsEnumerable() ?? [], terms =>
            {
                writer.WriteString("name"u8, terms.Name);
                writer.WriteDay("first"u8, terms.InForce.First);
                if (terms.InForce.IsOpen)
                    writer.WriteNull("last"u8);
                else
                    writer.WriteDay("last"u8, terms.InForce.Last);
                writer.WriteNumber("benefits"u8, terms.Benefits.Length);
                writer.WriteNumber("limits"u8, terms.Limits.Length);
                writer.WriteNumber("clauses"u8, terms.Clauses.Length);
            });
            writer.WriteFindings(findings);
        });
    }
}
