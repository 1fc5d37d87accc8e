using OpenAso.Decision.Comparing;
using OpenAso.Decision.Distributions;
using OpenAso.Kernel;

namespace OpenAso.Operations.Comparing;

/// <summary>Compares funding the own plan with insuring it: years ahead as they may come, and past years as they would
/// have been insured.</summary>
/// <param name="basis">The figures that it rests on.</param>
public sealed class ComparisonUseCase(ComparisonBasis basis)
{
    /// <summary>Compares.</summary>
    /// <param name="quotes">What was offered.</param>
    /// <param name="risk">Who is covered.</param>
    /// <param name="terms">How years ahead are drawn.</param>
    /// <param name="past">What past years really brought, told by what is asked of them; null where nobody knows.
    /// </param>
    public ComparisonAnswer Compare(
        QuotesDocument quotes, RiskDocument risk, SimulationTerms terms,
        Func<PastQuestion, IEnumerable<PastYear>>? past = null)
    {
        ArgumentNullException.ThrowIfNull(quotes);
        var comparison = FundingComparison.Of(quotes, risk, basis, terms);
        return new ComparisonAnswer(comparison, past is null
            ? null
            : PastComparison.Of(past(QuestionOf(comparison)), comparison.Insured, quotes));
    }

    // A level that cannot be told in cents is none.
    private static PastQuestion QuestionOf(FundingComparison comparison) => new(
        comparison.Quotes.LinesOfBooks,
        double.IsFinite(comparison.Insured.Pooling)
            ? Money.Exactly(decimal.Round((decimal)comparison.Insured.Pooling, 2))
            : null);
}

/// <summary>Self-funded or insured: years ahead, and past ones.</summary>
/// <param name="Ahead">Years ahead.</param>
/// <param name="Past">Past years; null where nobody knows of them.</param>
public sealed record ComparisonAnswer(FundingComparison Ahead, PastComparison? Past)
{
    /// <summary>What should be known of either.</summary>
    public ValueList<Finding> Findings => [.. (Past?.Findings ?? []).Items, .. Ahead.Findings.Items];
}
