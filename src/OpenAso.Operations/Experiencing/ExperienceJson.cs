using System.Text.Json;
using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.Operations.Explaining;

namespace OpenAso.Operations.Experiencing;

/// <summary>Writes a group's experience as one JSON document; its amounts are plain numbers.</summary>
/// <remarks>Described by <c>docs/schemas/experience.json</c>.</remarks>
public static class ExperienceJson
{
    /// <summary>The document, in one line.</summary>
    /// <param name="experience">The experience.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="employer">Whose.</param>
    public static string Of(GroupExperience experience, ExperienceQuestion question, EmployerId employer)
    {
        ArgumentNullException.ThrowIfNull(experience);
        ArgumentNullException.ThrowIfNull(question);
        return JsonText.Of(writer =>
        {
            writer.WriteString("employer"u8, employer.Value);
            if (question.Line is { } line)
                writer.WriteString("line"u8, Words.Of(line.ToString()));
            else
                writer.WriteNull("line"u8);
            writer.WriteDay("asOf"u8, experience.AsOf);
            writer.WriteDay("first"u8, experience.Incurred.First);
            writer.WriteDay("last"u8, experience.Incurred.Last);
            writer.WriteNumber("months"u8, experience.Months);
            writer.WriteNumber("memberMonths"u8, experience.MemberMonths);
            writer.WriteNumber("covered"u8, experience.Covered);
            writer.WriteNumber("peopleWithCost"u8, experience.PeopleWithCost);
            writer.WriteNumber("cost"u8, experience.Cost.Cents / 100m);
            writer.WriteNumber("pooling"u8, question.Pooling.Cents / 100m);
            writer.WriteNumber("pooledCost"u8, experience.Pooled.Cents / 100m);
            writer.WriteNumber("peopleAbove"u8, experience.PeopleAbove);
            writer.WriteNumber("completion"u8, experience.Completion);
            WriteBlend(writer, experience);
            writer.WriteString("severity"u8, question.Severity.Name);
            writer.WriteNumber("factor"u8, experience.Factor);
            writer.WriteList("findings", experience.Findings.Items, finding =>
            {
                writer.WriteString("code"u8, finding.Code);
                writer.WriteString("severity"u8, Words.Of(finding.Severity.ToString()));
                writer.WriteString("message"u8, finding.Message);
            });
        });
    }

    private static void WriteBlend(Utf8JsonWriter writer, GroupExperience experience)
    {
        writer.WriteNumber("credibility"u8, experience.Blend.Credibility);
        writer.WriteNumber("own"u8, experience.Blend.Own);
        writer.WriteNumber("manual"u8, experience.Blend.Manual);
        writer.WriteNumber("blended"u8, experience.Blend.Blended);
    }
}
