using OpenAso.Decision.Comparing;
using OpenAso.Decision.Distributions;
using OpenAso.Decision.Optimizing;
using OpenAso.Decision.Stressing;
using OpenAso.Disability.Claims;
using OpenAso.Disability.Law;
using OpenAso.Disability.Reserving;
using OpenAso.Disability.Terms;
using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Plans;
using OpenAso.Plans.Legal;
using OpenAso.StopLoss.Minimums;
using OpenAso.StopLoss.Policies;

namespace OpenAso.Cli.Tests;

/// <summary>The readers that the schemas of documents describe.</summary>
internal static class SchemaReaders
{
    /// <summary>What a reader says against a document; what is only unusual is left out.</summary>
    public static IReadOnlyList<Finding> Findings(string schema, string text)
    {
        const string File = "document.yaml";
        IEnumerable<Finding> findings = schema switch
        {
            "plan" => PlanReader.Read(text, File).Findings,
            "agreement" => AgreementReader.Read(text, File).Findings,
            "claim-severity" => ClaimSeverityReader.Read(text, File).Findings,
            "risk" => RiskReader.Read(text, File, ShippedDocuments.Severities()).Findings,
            "options" => OptionsReader.Read(text, File, []).Findings,
            "disability-plan" => DisabilityPlanReader.Read(text, File).Findings,
            "disability-claim" => DisabilityClaimReader.Read(text, File).Findings,
            "disability-law" => DisabilityLawReader.Read(text, File).Findings,
            "disability-termination" => TerminationTableReader.Read(text, File).Findings,
            "comparison-rules" => ComparisonFiguresReader.Read(text, File).Findings,
            "self-funded-share" => SelfFundedShareReader.Read(text, File).Findings,
            "quotes-to-compare" => QuotesReader.Read(text, File, Context()).Findings,
            "claims-procedure" => ClaimsProcedure.Read(text, File).Findings,
            "legal-limits" => LegalLimitsReader.Read(text, File).Findings,
            "stop-loss" => PolicyReader.Read(text, File).Findings,
            "stress-terms" => StressTermsReader.Read(text, File).Findings,
            "stress-scenarios" => StressScenarioReader.Read(text, File).Findings,
            "stop-loss-minimums" => StopLossMinimums.Read(text, File).Findings,
            _ => throw new ArgumentOutOfRangeException(nameof(schema), schema, "No reader."),
        };
        return [.. findings.Where(finding => finding.Severity >= Severity.Rejected)];
    }

    private static QuotesContext Context() => new(
        RiskReader.Read(
            Repository.Text("plans/acme/compare-example/risk.yaml"), "risk.yaml", ShippedDocuments.Severities()).Value!,
        ShippedDocuments.Comparison().Rules, _ => null);
}
