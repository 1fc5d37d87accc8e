namespace OpenAso.Actuarial.Distributions;

/// <summary>One of the values that the uncertainty of the whole group may take.</summary>
/// <param name="Factor">By which everybody's cost is multiplied, before any deductible.</param>
/// <param name="Weight">Its probability.</param>
public readonly record struct GroupFactor(double Factor, double Weight)
{
    private const int Points = 20;
    private static readonly (double Place, double Weight)[] Rule = GaussHermite(Points);

    /// <summary>A lognormal factor of mean 1 as twenty values (Gauss–Hermite); one value where sigma is
    /// zero.</summary>
    /// <param name="sigma">Of its logarithm; zero or more.</param>
    public static IReadOnlyList<GroupFactor> Lognormal(double sigma) => sigma == 0
        ? [new GroupFactor(1, 1)]
        : [.. Rule.Select(point =>
            new GroupFactor(Math.Exp((sigma * point.Place) - (0.5 * sigma * sigma)), point.Weight))];

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
