using OpenAso.Kernel;

namespace OpenAso.Disability.Terms;

/// <summary>A disability plan document: terms with the days on which each wording holds, and worked examples.</summary>
/// <remarks>Immutable. Read by <see cref="DisabilityPlanReader"/>.</remarks>
/// <param name="Wordings">In order of date, not overlapping, at least one.</param>
/// <param name="Examples">Claims with the schedule that the document promises.</param>
public sealed record DisabilityPlan(ValueList<DisabilityTerms> Wordings, ValueList<DisabilityExample> Examples)
{
    /// <summary>The terms on a day; null before the first and after the last day of the plan.</summary>
    /// <param name="day">The day on which a disability begins.</param>
    public DisabilityTerms? AsOf(DateOnly day) =>
        Wordings.Items.FirstOrDefault(terms => terms.InForce.Contains(day));
}
