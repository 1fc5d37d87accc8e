using OpenAso.Kernel;

namespace OpenAso.Plans;

/// <summary>A provision of the plan document, as the member may read it.</summary>
/// <param name="Id">Its number in the summary plan description.</param>
/// <param name="Text">The provision's own words, cited in explanations and denials.</param>
public sealed record Clause(ClauseId Id, string Text);

/// <summary>A clause by its place in <see cref="ResolvedPlan.Clauses"/>: two bytes, so that every step of a decision
/// can cite one.</summary>
/// <remarks>The default value, 0, is no clause.</remarks>
/// <param name="Index">0 for none, else the index in the list.</param>
public readonly record struct ClauseNumber(ushort Index)
{
    /// <summary>No clause.</summary>
    public static ClauseNumber None => default;
}
