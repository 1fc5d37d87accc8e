namespace OpenAso.Actuarial.Reserving;

/// <summary>The factor after the last age, with errors where the factors before it tell of them.</summary>
/// <remarks>A curve is fitted by least squares to the logarithms of what exceeds one in the factors, by age for the
/// exponential and by the logarithm of the age for the inverse power; factors not above one are passed over. The
/// errors of the tail are those of the age at which the exponential has its factor, on the straight lines of the
/// logarithms of the errors before it, and never larger than the largest of them. Where no curve can be fitted, the
/// tail is taken as certain.</remarks>
internal static class TailFit
{
    private const double LeastExcess = 1e-5;

    public static DevelopmentStep Of(IReadOnlyList<DevelopmentStep> steps, TailTerms terms)
    {
        var factor = terms.Kind == TailKind.Given ? terms.Factor : Extrapolated(steps, terms);
        if (!(factor > 1))
            return new DevelopmentStep(factor, 0, 0, 0);
        // The last age is left out: its own errors are no more than an extrapolation.
        var known = steps.Take(steps.Count - 1).ToList();
        var excess = Line(known, step => step.Factor - 1);
        if (excess is null || !(excess.Slope < 0))
            return new DevelopmentStep(factor, 0, 0, 0);
        var place = (Math.Log(factor - 1) - excess.Intercept) / excess.Slope;
        return new DevelopmentStep(
            factor,
            At(known, step => step.Variance, place),
            At(known, step => step.FactorVariance, place),
            0);
    }

    private static double At(List<DevelopmentStep> known, Func<DevelopmentStep, double> variance, double place)
    {
        if (!double.IsFinite(place) || Line(known, variance) is not { } line)
            return 0;
        return Math.Min(Math.Exp(line.At(place)), known.Max(variance));
    }

    private static double Extrapolated(IReadOnlyList<DevelopmentStep> steps, TailTerms terms)
    {
        var isPower = terms.Kind == TailKind.InversePower;
        var points = steps.Index().Where(step => step.Item.Factor - 1 > LeastExcess)
            .Select(step => (Place(step.Index + 1), Math.Log(step.Item.Factor - 1))).ToList();
        if (FittedLine.Through(points) is not { } line || !(line.Slope < 0))
            return 1;
        var tail = 1.0;
        for (var age = steps.Count + 1; age <= steps.Count + terms.Periods; age++)
            tail *= 1 + Math.Exp(line.At(Place(age)));
        return tail;

        double Place(int age) => isPower ? Math.Log(age) : age;
    }

    private static FittedLine? Line(List<DevelopmentStep> steps, Func<DevelopmentStep, double> value) =>
        FittedLine.Through([.. steps.Index().Where(step => value(step.Item) > 0)
            .Select(step => ((double)step.Index + 1, Math.Log(value(step.Item))))]);
}
