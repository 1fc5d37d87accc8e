using OpenAso.Kernel;

namespace OpenAso.Actuarial.Reserving;

/// <summary>What the newest diagonal brought, beside what the triangle before it had led to expect.</summary>
/// <param name="Origin">Its name.</param>
/// <param name="Age">The age that became known.</param>
/// <param name="Actual">What came at that age.</param>
/// <param name="Expected">What the factors of the diagonal before say.</param>
public sealed record ActualAgainstExpected(string Origin, string Age, double Actual, double Expected)
{
    /// <summary>Above zero: more came than was expected.</summary>
    public double Gap => Actual - Expected;

    /// <summary>Every origin that was known one diagonal ago and has gone on; none where the triangle was
    /// not.</summary>
    /// <param name="triangle">Any triangle.</param>
    /// <param name="terms">How factors are selected.</param>
    public static ValueList<ActualAgainstExpected> Of(Triangle triangle, AverageTerms terms)
    {
        ArgumentNullException.ThrowIfNull(triangle);
        ArgumentNullException.ThrowIfNull(terms);
        // An age that was not known anywhere a diagonal ago has no factor to expect by.
        var known = triangle.Before(1);
        var pattern = FactorSelection.Select(known, terms with { Excluded = [], Chosen = [] });
        return Enumerable.Range(0, triangle.Origins.Count)
            .Where(origin => triangle.LatestAge(origin) > 0 && pattern.Steps[triangle.LatestAge(origin) - 1].Ratios > 0)
            .Select(origin =>
            {
                var age = triangle.LatestAge(origin);
                return new ActualAgainstExpected(
                    triangle.Origins[origin], triangle.Ages[age], triangle.Increment(origin, age),
                    triangle[origin, age - 1] * (pattern.Steps[age - 1].Factor - 1));
            }).ToValueList();
    }
}
