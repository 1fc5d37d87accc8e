using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;

namespace OpenAso.StopLoss.Underwriting;

/// <summary>What a quote costs, told so that it can stand beside others.</summary>
/// <param name="Carrier">Who offers it.</param>
/// <param name="Premium">Stop-loss premium.</param>
/// <param name="Fixed">Premium and all other fixed cost.</param>
/// <param name="ExpectedClaims">Claims expected below the specific; null where not known.</param>
/// <param name="Expected">Fixed cost, expected claims, and lines outside stop-loss at expected; null where not
/// known.</param>
/// <param name="Attachment">The aggregate attachment; null where there is no aggregate.</param>
/// <param name="Aggregating">The aggregating specific deductible.</param>
/// <param name="LaserLayers">What lasers add to the policy's own deductible, everybody's together.</param>
/// <param name="Maximum">Fixed cost, aggregate attachment, aggregating specific deductible, laser layers, and lines
/// outside stop-loss at expected; null where there is no aggregate, so that nothing ends it.</param>
/// <param name="Exposures">What can come beyond the maximum.</param>
/// <param name="Findings">What is not known, so that a figure is missing or too low.</param>
public sealed record QuoteCost(
    string Carrier,
    Money Premium,
    Money Fixed,
    Money? ExpectedClaims,
    Money? Expected,
    Money? Attachment,
    Money Aggregating,
    Money LaserLayers,
    Money? Maximum,
    ValueList<Exposure> Exposures,
    ValueList<Finding> Findings);

/// <summary>Puts quotes on one basis.</summary>
/// <remarks>Where a policy counts lasered dollars toward its aggregate, the maximum holds them twice and is an upper
/// bound: whichever way a policy reads them, quotes stay comparable.</remarks>
public static class QuoteComparison
{
    /// <summary>What each quote costs, in the order given.</summary>
    /// <param name="quotes">For the same people, as a rule; each may have units of its own.</param>
    /// <param name="basis">What is the same for all.</param>
    public static ValueList<QuoteCost> Of(IEnumerable<Quote> quotes, QuoteBasis basis)
    {
        ArgumentNullException.ThrowIfNull(quotes);
        ArgumentNullException.ThrowIfNull(basis);
        return quotes.Select(quote => Of(quote, basis)).ToValueList();
    }

    private static QuoteCost Of(Quote quote, QuoteBasis basis)
    {
        var findings = new List<Finding>(RateFindings(quote));
        var attachment = quote.Attachment;
        var expectedClaims = basis.ExpectedClaims ?? ExpectedBy(quote.Policy.Aggregate, attachment);
        if (expectedClaims is null)
            findings.Add(new Finding(StopLossCodes.NoExpectedClaims, Severity.Warning, Place.None,
                $"What {quote.Carrier} expects is not known: its policy states no corridor, or has no aggregate. Give"
                + " expected claims, or 'corridor' in the policy."));
        var fixedCost = quote.TotalPremium + basis.OtherFixedCost;
        var (aggregating, lasers) = SpecificLayers(quote.Policy.Specific);
        return new QuoteCost(
            quote.Carrier,
            quote.TotalPremium,
            fixedCost,
            expectedClaims,
            fixedCost + expectedClaims + basis.LinesOutside,
            attachment,
            aggregating,
            lasers,
            fixedCost + attachment + aggregating + lasers + basis.LinesOutside,
            Exposure.Of(quote.Policy).ToValueList(),
            findings.ToValueList());
    }

    // The attachment is expected claims times the corridor.
    private static Money? ExpectedBy(AggregateTerms? terms, Money? attachment) =>
        terms?.Corridor is { Millionths: > 0 } corridor
            ? attachment?.Ratio(1_000_000, corridor.Millionths, Rounding.HalfUp)
            : null;

    private static (Money Aggregating, Money Lasers) SpecificLayers(SpecificTerms? terms) => terms is null
        ? (Money.Zero, Money.Zero)
        : (terms.Aggregating,
            terms.Lasers.Total(laser => laser.Deductible is { } own ? own - terms.Deductible : Money.Zero));

    private static IEnumerable<Finding> RateFindings(Quote quote)
    {
        if (quote.Rates.Count == 0)
        {
            yield return new Finding(StopLossCodes.NoPremium, Severity.Rejected, Place.None,
                $"The quote of {quote.Carrier} has no premium, so its cost is too low. Add its rates.");
            yield break;
        }
        foreach (var (coverage, line, tier) in Unpriced.Of(
            quote.Rates.Items, quote.Units.Items.Select(units => (units.Line, units.Tier, units.Units))))
        {
            yield return new Finding(StopLossCodes.NoPremiumRate, Severity.Rejected, Place.None,
                $"{quote.Carrier} quotes no {Unpriced.Word(coverage)} rate for {StopLossLines.WordOf(line)} {tier}, so"
                + " its cost is too low. Add the rate, or correct the tier.");
        }
    }
}

/// <summary>Units that a premium does not price.</summary>
internal static class Unpriced
{
    /// <summary>Units of a line for which a protection has rates, in a tier for which it has none.</summary>
    public static IEnumerable<(StopLossCoverage Coverage, LineOfCoverage Line, string Tier)> Of(
        IReadOnlyCollection<PremiumRate> rates, IEnumerable<(LineOfCoverage Line, string Tier, int Units)> units)
    {
        var covered = units.Where(one => one.Units != 0).Select(one => (one.Line, one.Tier)).Distinct().ToList();
        return from coverage in rates.Select(rate => rate.Coverage).Distinct()
               from one in covered
               let ofLine = rates.Where(rate => rate.Coverage == coverage && rate.Line == one.Line)
               where ofLine.Any() && ofLine.All(rate => rate.Tier != one.Tier)
               select (coverage, one.Line, one.Tier);
    }

    public static string Word(StopLossCoverage coverage) =>
        coverage == StopLossCoverage.Specific ? "specific" : "aggregate";
}
