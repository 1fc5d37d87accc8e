using OpenAso.Decision.Comparing;
using OpenAso.Decision.Distributions;
using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;

namespace OpenAso.Decision.Tests.Comparing;

/// <summary>Documents of a comparison, as text and read.</summary>
internal static class Scenes
{
    // R2 of the actuarial reference: 220 people, a specific of 50,000, the level of the group known.
    public const string Risk = """
        members: [{count: 220, factor: 1.0}]
        severity: {zero: 0.14, mu: 7.53, sigma: 1.725}
        specific: 50000
        group-sigma: 0
        quantiles: [0.5, 0.9, 0.95, 0.99]
        """;

    public const string Quotes = """
        employees: 100
        state: US-OH
        year: 2026
        trend: 8%
        insured:
          loss-ratio: 85%
        aso:
          - name: aso
            administration: 45
            specific: {deductible: 50000, loss-ratio: 70%}
            aggregate: {corridor: 125%, loss-ratio: 50%}
        exceed-by: [100000]
        """;

    public static ClaimSeverities Severities { get; } =
        ClaimSeverityReader.Read(Repository.Read("rules/claim-severity.yaml"), "claim-severity.yaml").Value!;

    public static ComparisonBasis Basis { get; } = new(
        ComparisonFiguresReader.Read(Repository.Read("rules/comparison.yaml"), "comparison.yaml").Value!,
        SelfFundedShareReader.Read(Repository.Read("rules/self-funded-share.yaml"), "self-funded-share.yaml").Value!);

    public static RiskDocument RiskOf(string text = Risk) =>
        RiskReader.Read(text, "risk.yaml", Severities).Value ?? throw new ArgumentException(text);

    public static Parsed<QuotesDocument?> Read(
        string quotes, string risk = Risk, Func<string, StopLossPolicy?>? policies = null) => QuotesReader.Read(
        quotes, "quotes.yaml", new QuotesContext(RiskOf(risk), Basis.Rules, policies ?? (static _ => null)));

    public static QuotesDocument QuotesOf(string quotes = Quotes, string risk = Risk)
    {
        var read = Read(quotes, risk);
        return read.Value ?? throw new ArgumentException(string.Join('\n', read.Findings));
    }

    public static FundingComparison Compare(string quotes = Quotes, string risk = Risk, int years = 1,
        int runs = 500) =>
        FundingComparison.Of(
            QuotesOf(quotes, risk), RiskOf(risk), Basis, new SimulationTerms(years, runs, Seed: 7));

    public static string With(this string text, string written, string other)
    {
        Assert.Contains(written, text, StringComparison.Ordinal);
        return text.Replace(written, other, StringComparison.Ordinal);
    }
}
