using System.Globalization;
using System.Text;
using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;

namespace OpenAso.Operations.Experiencing;

/// <summary>Writes a group's experience as a risk document, from which the distribution of a year is
/// computed.</summary>
public static class ExperienceRisk
{
    /// <summary>The document: one class of everybody covered; classes and lasered people are the user's to
    /// add.</summary>
    /// <param name="experience">The experience.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="employer">Whose.</param>
    /// <param name="policy">Whose specific is taken; null for none.</param>
    public static string Of(
        GroupExperience experience, ExperienceQuestion question, EmployerId employer, StopLossPolicy? policy)
    {
        ArgumentNullException.ThrowIfNull(experience);
        ArgumentNullException.ThrowIfNull(question);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture,
            $"# {employer}: own experience of {experience.Incurred}, below {question.Pooling} a person's year,");
        text.Append('\n');
        text.Append(CultureInfo.InvariantCulture,
            $"# blended with a credibility of {experience.Blend.Credibility:0.000}; factor scales the severity.");
        text.Append('\n');
        text.Append("# Divide everybody into classes, and move lasered people to 'lasered', where they are known.\n\n");
        text.Append(CultureInfo.InvariantCulture,
            $"members: [{{count: {Math.Max(1, experience.Covered)}, factor: {experience.Factor:0.000000}}}]\n");
        text.Append(CultureInfo.InvariantCulture, $"severity: {question.Severity.Name}\n");
        text.Append(CultureInfo.InvariantCulture,
            $"specific: {(policy?.Specific is { } specific ? specific.Deductible.ToString() : "none")}\n");
        return text.ToString();
    }
}
