using OpenAso.Kernel;

namespace OpenAso.Actuarial.Reserving;

/// <summary>What somebody who relies on a reserve should know of the triangle and its factors.</summary>
internal static class PatternDiagnostics
{
    // Of the cells that are followed by another, fewer than these fall where amounts are cumulative.
    private const double ManyFalls = 0.3;
    private const double YoungCompletion = 0.25;

    public static IEnumerable<Finding> Of(Triangle triangle, ReserveTerms terms, DevelopmentPattern pattern) =>
    [
        .. OfTriangle(triangle), .. OfFactors(triangle, pattern), .. OfTail(pattern), .. OfTerms(terms),
        .. OfYoungest(triangle, terms, pattern),
    ];

    private static IEnumerable<Finding> OfTriangle(Triangle triangle)
    {
        if (triangle.Ages.Count == 1)
            yield return Note(ReserveCodes.OneAge,
                "The triangle has one age: nothing develops, and there is no reserve but for a tail.");
        var nothing = Enumerable.Range(0, triangle.Origins.Count)
            .Where(origin => triangle.Latest(origin) == 0).ToList();
        if (nothing.Count > 0)
            yield return Note(ReserveCodes.NothingYet, $"{Names(nothing.Select(i => triangle.Origins[i]))} came to "
                + "nothing so far: factors leave it at nothing; a method with exposure does not.");
        int steps = 0, falls = 0;
        for (var origin = 0; origin < triangle.Origins.Count; origin++)
        {
            for (var age = 1; age < triangle.Known(origin); age++)
            {
                steps++;
                falls += triangle.Increment(origin, age) < 0 ? 1 : 0;
            }
        }
        if (steps > 0 && falls > ManyFalls * steps)
            yield return new Finding(ReserveCodes.LooksIncremental, Severity.Warning, Place.None,
                $"{falls} of {steps} amounts are smaller than the one before them: if the file holds what came at each "
                + "age alone, say --incremental.");
    }

    private static IEnumerable<Finding> OfFactors(Triangle triangle, DevelopmentPattern pattern)
    {
        var steps = pattern.Steps.Items.Index().ToList();
        var none = steps.Where(step => step.Item.Ratios == 0).Select(step => triangle.Ages[step.Index]).ToList();
        if (none.Count > 0)
            yield return Note(ReserveCodes.NoRatio,
                $"No ratio counts after age {Names(none)}; the factor there is 1, or what was chosen.");
        var one = steps.Where(step => step.Item.Ratios == 1).Select(step => triangle.Ages[step.Index]).ToList();
        if (one.Count > 0)
            yield return Note(ReserveCodes.OneRatio, $"One ratio alone counts after age {Names(one)}: its variance is "
                + (pattern.Terms.Sigma == SigmaKind.Mack ? "led on from the two before it." : "on a log-linear line."));
        if (steps.Count > 0 && steps.All(step => step.Item.Variance == 0))
            yield return Note(ReserveCodes.NoDeviation,
                "No ratio deviates from its factor, or too few are known: every error comes to zero, which does not "
                + "mean that there is none.");
    }

    private static IEnumerable<Finding> OfTail(DevelopmentPattern pattern)
    {
        if (pattern.Tail.Factor != 1 && pattern.Tail.Variance == 0)
            yield return Note(ReserveCodes.TailCertain,
                "The tail is taken as certain: nothing in the factors tells how far it may be off.");
    }

    private static IEnumerable<Finding> OfTerms(ReserveTerms terms)
    {
        var expects = terms.Method is ReserveMethod.BornhuetterFerguson or ReserveMethod.Benktander;
        if (expects && terms.APriori is null)
            yield return Note(ReserveCodes.APrioriFromCapeCod,
                "What is expected beforehand is Cape Cod's: what came so far, over the exposure used up.");
        List<string> unused = [];
        if (terms.APriori is not null && !expects)
            unused.Add("a-priori");
        if (terms.Trend != 0 && !terms.NeedsExposure)
            unused.Add("trend");
        var takesFromTriangle = terms.Method == ReserveMethod.CapeCod || (expects && terms.APriori is null);
        if (terms.Decay != 1 && !takesFromTriangle)
            unused.Add("decay");
        if (terms.Iterations is not null && terms.Method is not (ReserveMethod.Benktander or ReserveMethod.Bootstrap))
            unused.Add("iterations");
        if (unused.Count > 0)
            yield return Note(ReserveCodes.NotUsed, $"The method does not use: {string.Join(", ", unused)}.");
    }

    private static IEnumerable<Finding> OfYoungest(Triangle triangle, ReserveTerms terms, DevelopmentPattern pattern)
    {
        if (terms.Method is not (ReserveMethod.ChainLadder or ReserveMethod.Completion))
            yield break;
        var young = Enumerable.Range(0, triangle.Origins.Count - terms.YoungestByCost)
            .Where(origin => pattern.ToUltimate(triangle.LatestAge(origin)) > 1 / YoungCompletion)
            .Select(origin => triangle.Origins[origin]).ToList();
        if (young.Count > 0)
            yield return Note(ReserveCodes.TooYoung,
                $"Less than a quarter of {Names(young)} is there: every payment more or less multiplies. "
                + "Benktander, or a cost for each unit of exposure, is steadier.");
    }

    private static Finding Note(string code, string message) => new(code, Severity.Information, Place.None, message);

    private static string Names(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count <= 4 ? string.Join(", ", all) : $"{string.Join(", ", all.Take(3))} and {all.Count - 3} more";
    }
}
