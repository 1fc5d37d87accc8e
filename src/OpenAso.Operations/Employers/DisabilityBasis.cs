using OpenAso.Disability.Law;
using OpenAso.Disability.Reserving;
using OpenAso.Disability.Terms;
using OpenAso.Kernel;
using OpenAso.Operations.DisabilityClaims;

namespace OpenAso.Operations.Employers;

/// <summary>What disability claims of an employer are decided and valued by.</summary>
/// <param name="Plans">By the employer's documents.</param>
/// <param name="Law">Figures of law.</param>
/// <param name="LawHash">Of the document that holds them.</param>
/// <param name="Terminations">How claims end; null where no table is kept, and nothing is reserved.</param>
public sealed record DisabilityBasis(
    ValueList<DisabilityPlan> Plans, DisabilityLaw Law, ContentHash LawHash, TerminationTable? Terminations)
{
    /// <summary>The plan that a claim is made under.</summary>
    /// <param name="id">As the claim names it; empty where it names none.</param>
    /// <returns>Null where there is no such plan, or the claim names none and there are several.</returns>
    public DisabilityPlan? Plan(string id) => id.Length > 0
        ? Plans.Items.FirstOrDefault(plan => plan.Wordings[0].Id.Value == id)
        : Plans.Count == 1 ? Plans[0] : null;

    internal static DisabilityBasis? Of(IReadOnlyCollection<EmployerDocument> documents, List<Finding> findings)
    {
        var plans = Of(DocumentKind.DisabilityPlan)
            .Select(document => EmployerDocuments.Take(
                DisabilityPlanReader.Read(document.Content, document.File), findings)).OfType<DisabilityPlan>()
            .OrderBy(plan => plan.Wordings[0].Line).ThenBy(plan => plan.Wordings[0].Id.Value, StringComparer.Ordinal)
            .ToValueList();
        if (plans.Count == 0)
            return null;
        var table = Of(DocumentKind.Terminations)
            .Select(document => EmployerDocuments.Take(
                TerminationTableReader.Read(document.Content, document.File), findings)).LastOrDefault();
        if (Of(DocumentKind.DisabilityLaw).LastOrDefault() is not { } kept)
        {
            findings.Add(new Finding(DisabilityIntakeCodes.NoLaw, Severity.Fatal,
                new Place(Of(DocumentKind.DisabilityPlan).First().File),
                "A disability plan needs the figures of law. Hand them in with it."));
            return null;
        }
        return EmployerDocuments.Take(DisabilityLawReader.Read(kept.Content, kept.File), findings) is { } law
            ? new DisabilityBasis(plans, law, ContentHash.Of(kept.Content), table)
            : null;

        IEnumerable<EmployerDocument> Of(DocumentKind kind) => documents.Where(document => document.Kind == kind);
    }
}
