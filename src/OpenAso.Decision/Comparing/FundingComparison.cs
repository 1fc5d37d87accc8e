using OpenAso.Decision.Distributions;
using OpenAso.Kernel;

namespace OpenAso.Decision.Comparing;

/// <summary>Self-funded or insured: what was asked, and all that follows from it.</summary>
/// <param name="Quotes">What was offered.</param>
/// <param name="Risk">Who is covered.</param>
/// <param name="Insured">The insurer's rates.</param>
/// <param name="Options">By option, in the order of the document.</param>
public sealed record FundingComparison(
    QuotesDocument Quotes, RiskDocument Risk, InsuredRates Insured, ValueList<OptionResult> Options)
{
    /// <summary>How years ahead were drawn.</summary>
    public required SimulationTerms Terms { get; init; }

    /// <summary>What the insured plan costs in the years ahead.</summary>
    public required PathSummary InsuredYears { get; init; }

    /// <summary>What is left to the insurer in each year, of its own surplus and deficit.</summary>
    public required ValueList<double> InsurerResult { get; init; }

    /// <summary>What would change the answer, for the first option.</summary>
    public required Tornado Tornado { get; init; }

    /// <summary>What speaks for self-funding by the first option, and what against.</summary>
    public required Advice Advice { get; init; }

    /// <summary>The row that makes the employer one of the small-group market; null where it is not.</summary>
    public SmallGroupMarket? SmallGroup { get; init; }

    /// <summary>How many covered workers are in self-funded plans; null where nobody knows of a year so
    /// early.</summary>
    public SelfFundedShare? Share { get; init; }

    /// <summary>What should be known of the result.</summary>
    public ValueList<Finding> Findings { get; init; }

    /// <summary>Compares.</summary>
    /// <param name="quotes">What was offered.</param>
    /// <param name="risk">Who is covered.</param>
    /// <param name="basis">The figures that it rests on.</param>
    /// <param name="terms">How years ahead are drawn.</param>
    public static FundingComparison Of(
        QuotesDocument quotes, RiskDocument risk, ComparisonBasis basis, SimulationTerms terms)
    {
        ArgumentNullException.ThrowIfNull(quotes);
        ArgumentNullException.ThrowIfNull(risk);
        ArgumentNullException.ThrowIfNull(basis);
        ArgumentNullException.ThrowIfNull(terms);
        var insured = new InsuredRates(quotes.Insured, risk, quotes.Trend);
        var scene = new Scene(risk, insured, quotes.Trend);
        var pricing = new OptionPricing(risk, terms.Seed);
        var priced = quotes.Options.Items.Select(pricing.Price).ToList();
        var paths = YearsAhead.Of(scene, priced, terms);
        var results = priced.Select((option, index) =>
            OptionResult.Of(quotes, scene, option, paths, index, basis.Rules.Completion)).ToValueList();
        var market = basis.Rules.MarketOf(quotes.Employer.State, quotes.Employer.Year);
        var comparison = new FundingComparison(quotes, risk, insured, results)
        {
            Terms = terms,
            InsuredYears = paths.OfInsured(risk.Quantiles),
            InsurerResult = paths.OfInsurer(),
            Tornado = Tornado.Of(scene, priced[0], basis.Rules, terms)
                .Around(results[0].Saving, insured.First - results[0].Cash.ByYear[0]),
            Advice = Advice.None,
            SmallGroup = quotes.Employer.Employees <= market?.Employees ? market : null,
            Share = basis.Shares.Of(quotes.Employer.Year),
            Findings = ComparisonFindings.Of(insured, results).ToValueList(),
        };
        return comparison with { Advice = Advising.Of(comparison, basis) };
    }
}

/// <summary>The figures that a comparison rests on.</summary>
/// <param name="Rules">Markets, completion, limits.</param>
/// <param name="Shares">Of covered workers in self-funded plans.</param>
public sealed record ComparisonBasis(ComparisonFigures Rules, SelfFundedShares Shares);

/// <summary>One option beside the insured plan.</summary>
/// <param name="FirstYear">The first year.</param>
/// <param name="Years">The years ahead.</param>
/// <param name="Cash">When the money leaves.</param>
public sealed record OptionResult(FirstYear FirstYear, PathSummary Years, CashView Cash)
{
    /// <summary>What is saved over all years.</summary>
    public required double Saving { get; init; }

    /// <summary>The standard error of that.</summary>
    public required double SavingError { get; init; }

    /// <summary>The probability that all years together cost more.</summary>
    public required double Dearer { get; init; }

    /// <summary>Fixed cost by year.</summary>
    public required ValueList<FixedCosts> Fixed { get; init; }

    /// <summary>The option with its prices.</summary>
    public PricedOption Priced => FirstYear.Option;

    /// <summary>What a year is expected to cost, and what one year in ten stays below or passes: the first as it is
    /// priced, which is known better than by drawing it; later ones as drawn.</summary>
    /// <param name="year">From the first, which is 0.</param>
    public (double Mean, double Good, double Bad) CostOf(int year) => year == 0
        ? (Priced.Year.Mean, Priced.Year.Quantile(0.1), Priced.Year.Quantile(0.9))
        : (Years.ByYear[year].Mean, Years.ByYear[year].Good, Years.ByYear[year].Bad);

    internal static OptionResult Of(
        QuotesDocument quotes, Scene scene, PricedOption option, YearPaths paths, int index,
        CompletionPattern completion)
    {
        var years = paths.Of(index, scene.Risk.Quantiles);
        var (saving, error, dearer) = paths.Saving(index);
        // The first year is known better than by drawing it.
        var means = years.ByYear.Items.Select((year, at) => at == 0 ? option.Year.Mean : year.Mean).ToList();
        return new OptionResult(
            FirstYear.Of(option, scene.Insured.First, quotes.ExceedBy, scene.Risk.Quantiles), years,
            CashView.Of(option, means, scene, completion))
        {
            Saving = saving,
            SavingError = error,
            Dearer = dearer,
            Fixed = Enumerable.Range(0, paths.Years)
                .Select(year => OptionYears.Fixed(option, scene, year)).ToValueList(),
        };
    }
}

/// <summary>What should be known of a comparison.</summary>
internal static class ComparisonFindings
{
    public static IEnumerable<Finding> Of(InsuredRates insured, ValueList<OptionResult> options)
    {
        if (insured.First < insured.ExpectedClaims)
            yield return Warning(ComparingCodes.PremiumBelowClaims, AdviceTexts.Room[
                "finding.premium-below-claims", Whole(insured.First), Whole(insured.ExpectedClaims)]);
        foreach (var priced in options.Items.Select(option => option.Priced))
        {
            var name = new OptionName(priced.Option.Name);
            if (priced.Option.Arrangement == Arrangement.LevelFunding && priced.Rule.Attachment < priced.Expected.Kept)
                yield return Warning(ComparingCodes.MonthlyTooLow, AdviceTexts.Room[
                    "finding.monthly-too-low", name, Whole(priced.Rule.Attachment), Whole(priced.Expected.Kept)]);
            if (priced.Option.Untold.Count > 0)
                yield return new Finding(ComparingCodes.LeftOut, Severity.Information, Place.None, AdviceTexts.Room[
                    "finding.left-out", name, string.Join(", ", priced.Option.Untold.Items)]);
        }
    }

    private static Finding Warning(string code, Sentence sentence) =>
        new(code, Severity.Warning, Place.None, sentence);

    private static WholeAmount Whole(double amount) => new(amount);
}
