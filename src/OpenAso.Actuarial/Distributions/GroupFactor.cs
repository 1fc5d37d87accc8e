namespace OpenAso.Actuarial.Distributions;

/// <summary>One of the values that the uncertainty of the whole group may take.</summary>
/// <param name="Factor">By which everybody's cost is multiplied, before any deductible.</param>
/// <param name="Weight">Its probability.</param>
public readonly record struct GroupFactor(double Factor, double Weight)
{
    private const int Points = 20;
    private const int MostLevels = 700;

    // Between the two middle ones of twenty values, for sigma 1.
    private const double MiddleGap = 0.695;

    // In standard deviations of a year at a known level: how far apart levels may lie.
    private const double WidestGap = 1.5;
    private const double EvenGap = 0.9;
    private const double Farthest = 8;
    private static readonly (double Place, double Weight)[] Rule = GaussHermite(Points);

    /// <summary>A lognormal factor of mean 1 as twenty values (Gauss–Hermite); one value where sigma is
    /// zero.</summary>
    /// <param name="sigma">Of its logarithm; zero or more.</param>
    public static IReadOnlyList<GroupFactor> Lognormal(double sigma) => sigma == 0
        ? [new GroupFactor(1, 1)]
        : [.. Rule.Select(point =>
            new GroupFactor(Math.Exp((sigma * point.Place) - (0.5 * sigma * sigma)), point.Weight))];

    /// <summary>The levels of a group: twenty values, or more and evenly spaced ones for a group so large that between
    /// twenty its years would lie in heaps.</summary>
    /// <param name="risk">The group.</param>
    internal static IReadOnlyList<GroupFactor> Of(GroupRisk risk)
    {
        var mean = risk.Classes.Items.Sum(people => people.Count * people.RetainedMean);
        var variance = risk.Classes.Items.Sum(people =>
            people.Count * people.RetainedVariance(people.Reach(1e-14)));
        var deviations = risk.GroupSigma * mean / Math.Sqrt(variance);
        return deviations * MiddleGap <= WidestGap ? Lognormal(risk.GroupSigma) : Even(risk.GroupSigma, deviations);
    }

    // Evenly spaced values weighed by the density integrate whatever is smooth to rounding.
    private static List<GroupFactor> Even(double sigma, double deviations)
    {
        var count = Math.Min((int)Math.Ceiling(2 * Farthest * deviations / EvenGap), MostLevels);
        var gap = 2 * Farthest / count;
        var places = Enumerable.Range(0, count + 1).Select(step => (step * gap) - Farthest).ToList();
        var whole = places.Sum(NormalLaw.Density);
        return [.. places.Select(place => new GroupFactor(
            Math.Exp((sigma * place) - (0.5 * sigma * sigma)), NormalLaw.Density(place) / whole))];
    }

    // Places and weights for a standard normal variable: roots of the Hermite polynomial by Newton's method.
    private static (double Place, double Weight)[] GaussHermite(int points)
    {
        var rule = new (double Place, double Weight)[points];
        var place = 0.0;
        for (var root = 0; root < (points + 1) / 2; root++)
        {
            place = root switch
            {
                0 => Math.Sqrt((2 * points) + 1) - (1.85575 * Math.Pow((2 * points) + 1, -0.16667)),
                1 => place - (1.14 * Math.Pow(points, 0.426) / place),
                2 => (1.86 * place) - (0.86 * rule[0].Place),
                3 => (1.91 * place) - (0.91 * rule[1].Place),
                _ => (2 * place) - rule[root - 2].Place,
            };
            var slope = 0.0;
            for (var step = 0; step < 50; step++)
            {
                (var value, slope) = Hermite(points, place);
                place -= value / slope;
                if (Math.Abs(value / slope) < 1e-15)
                    break;
            }
            rule[root] = (place, 2 / (slope * slope));
            rule[points - 1 - root] = (-place, 2 / (slope * slope));
        }
        return [.. rule.Select(point => (point.Place * Math.Sqrt(2), point.Weight / Math.Sqrt(Math.PI)))];
    }

    private static (double Value, double Slope) Hermite(int degree, double at)
    {
        var (value, before) = (0.75112554446494248286, 0.0);
        for (var next = 0; next < degree; next++)
        {
            (value, before) = (
                (at * Math.Sqrt(2.0 / (next + 1)) * value) - (Math.Sqrt((double)next / (next + 1)) * before), value);
        }
        return (value, Math.Sqrt(2.0 * degree) * before);
    }
}
