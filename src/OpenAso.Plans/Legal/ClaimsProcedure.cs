using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Plans.Legal;

/// <summary>What a member is told about an appeal against a decision on care already given.</summary>
/// <remarks>Dated data, read from <c>rules/claims-procedure.yaml</c>.</remarks>
/// <param name="AppealWithinDays">From the day on which the member received the decision.</param>
/// <param name="AnsweredWithinDays">From the day on which the plan received the appeal.</param>
/// <param name="ExternalReviewWithinMonths">From the day on which the member received the answer.</param>
/// <param name="AssistanceName">The authority that answers questions about these rights.</param>
/// <param name="AssistancePhone">Its number.</param>
/// <param name="AssistanceWebsite">Where it can be asked.</param>
public sealed record ClaimsProcedure(
    int AppealWithinDays,
    int AnsweredWithinDays,
    int ExternalReviewWithinMonths,
    string AssistanceName,
    string AssistancePhone,
    string AssistanceWebsite)
{
    /// <summary>How long the plan may take to decide a claim for care already given, from the day of receipt.</summary>
    public required int DecidedWithinDays { get; init; }

    /// <summary>Reads the document.</summary>
    /// <param name="text">All of the file.</param>
    /// <param name="fileName">As the user gave it: stands in every finding.</param>
    /// <returns>Null with findings where anything is wrong.</returns>
    public static Parsed<ClaimsProcedure?> Read(string text, string fileName)
    {
        var document = DocumentReader.Read(text, fileName);
        if (document.Value is not { } read)
            return new Parsed<ClaimsProcedure?>(null, document.Findings);
        var findings = new DocumentFindings();
        findings.AddRange(document.Findings);
        var root = new DocumentSection(read.Root, findings);
        RuleHead.Read(root, "id", "name");
        var procedure = Procedure(root);
        root.Done();
        return new Parsed<ClaimsProcedure?>(findings.Accepted ? procedure : null, findings.ToValueList());
    }

    private static ClaimsProcedure? Procedure(DocumentSection root)
    {
        var decision = root.Required("decision").Section();
        var appeal = root.Required("appeal").Section();
        var external = root.Required("external-review").Section();
        var assistance = root.Required("assistance").Section();
        if (decision is null || appeal is null || external is null || assistance is null)
            return null;
        var procedure = new ClaimsProcedure(
            appeal.Required("within-days").Integer(1, 3_660) ?? 0,
            appeal.Required("answered-within-days").Integer(1, 3_660) ?? 0,
            external.Required("within-months").Integer(1, 120) ?? 0,
            assistance.Required("name").Text() ?? "",
            assistance.Required("phone").Text() ?? "",
            assistance.Required("website").Text() ?? "")
        {
            DecidedWithinDays = decision.Required("within-days").Integer(1, 3_660) ?? 0,
        };
        foreach (var section in (DocumentSection[])[decision, appeal, external, assistance])
        {
            section.Required("source").Text();
            section.Done();
        }
        return procedure;
    }
}
