using OpenAso.Kernel;

namespace OpenAso.Actuarial.Reserving;

/// <summary>Estimates a reserve by the method that is asked for.</summary>
public static class ReserveCalculation
{
    private const int Rounds = 2;
    private const int Replicates = 10_000;

    /// <summary>The reserve.</summary>
    /// <param name="triangle">Any triangle.</param>
    /// <param name="terms">How.</param>
    /// <returns>Null where a finding says what stands against it; otherwise its diagnostics stand in the
    /// estimate.</returns>
    public static Parsed<ReserveEstimate?> Estimate(Triangle triangle, ReserveTerms terms)
    {
        ArgumentNullException.ThrowIfNull(triangle);
        ArgumentNullException.ThrowIfNull(terms);
        var against = TermsCheck.Of(triangle, terms).ToList();
        if (against.Count > 0)
            return new Parsed<ReserveEstimate?>(null, against.ToValueList());
        var pattern = FactorSelection.Select(triangle, terms.Average);
        against.AddRange(TermsCheck.Of(triangle, terms, pattern));
        if (against.Count > 0)
            return new Parsed<ReserveEstimate?>(null, against.ToValueList());
        var estimate = By(triangle, pattern, terms);
        return new Parsed<ReserveEstimate?>(
            estimate with
            {
                Diagnostics = [.. PatternDiagnostics.Of(triangle, terms, pattern), .. estimate.Diagnostics],
            },
            []);
    }

    private static ReserveEstimate By(Triangle triangle, DevelopmentPattern pattern, ReserveTerms terms) =>
        terms.Method switch
        {
            ReserveMethod.ChainLadder => ChainLadder.Project(triangle, pattern),
            ReserveMethod.Completion when terms.YoungestByCost > 0 => CompletionFactors.Project(
                triangle, pattern, terms.Exposure, terms.YoungestByCost, terms.Trend),
            ReserveMethod.Completion => CompletionFactors.Project(triangle, pattern),
            ReserveMethod.BornhuetterFerguson => ExpectedDevelopment.BornhuetterFerguson(
                triangle, pattern, terms.Exposure, APriori(triangle, pattern, terms)),
            ReserveMethod.CapeCod => ExpectedDevelopment.CapeCod(
                triangle, pattern, terms.Exposure, terms.Trend, terms.Decay),
            ReserveMethod.Benktander => ExpectedDevelopment.Benktander(
                triangle, pattern, terms.Exposure, APriori(triangle, pattern, terms), terms.Iterations ?? Rounds),
            _ => OdpBootstrap.Run(
                triangle, pattern, terms.Iterations ?? Replicates, new RandomStream(terms.Seed)),
        };

    private static double[] APriori(Triangle triangle, DevelopmentPattern pattern, ReserveTerms terms)
    {
        if (terms.APriori is not { } given)
            return ExpectedDevelopment.CapeCodAPriori(triangle, pattern, terms.Exposure, terms.Trend, terms.Decay);
        // Given at the level of the last origin.
        return [.. OriginCalendar.YearsBeforeLast(triangle.Origins)
            .Select(ago => given / Math.Pow(1 + terms.Trend, ago))];
    }
}
