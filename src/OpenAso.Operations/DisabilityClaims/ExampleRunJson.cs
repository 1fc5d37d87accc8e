using OpenAso.Disability.Deciding;
using OpenAso.Disability.Terms;
using OpenAso.Kernel;
using OpenAso.Operations.Explaining;

namespace OpenAso.Operations.DisabilityClaims;

/// <summary>Writes what a disability plan makes of its worked examples as one JSON document.</summary>
/// <remarks>Described by <c>docs/schemas/disability-examples.json</c>.</remarks>
public static class ExampleRunJson
{
    /// <summary>The document, in one line.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="differences">From what it promises.</param>
    public static string Of(DisabilityPlan plan, ValueList<ExampleDifference> differences)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return JsonText.Of(writer =>
        {
            writer.WriteString("plan"u8, plan.Wordings[0].Id.Value);
            writer.WriteString("version"u8, plan.Wordings[0].Version.ToString());
            writer.WriteNumber("examined"u8, plan.Examples.Count);
            writer.WriteNumber("agreeing"u8, plan.Examples.Count
                - differences.Items.Select(difference => difference.Example).Distinct().Count());
            writer.WriteList("differences", differences, difference =>
            {
                writer.WriteString("example"u8, difference.Example);
                writer.WriteString("what"u8, difference.What);
                writer.WriteString("expected"u8, difference.Expected);
                writer.WriteString("actual"u8, difference.Actual);
                writer.WriteString("place"u8, difference.Place.ToString());
            });
        });
    }
}
