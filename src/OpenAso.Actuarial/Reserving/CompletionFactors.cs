using OpenAso.Kernel;

namespace OpenAso.Actuarial.Reserving;

/// <summary>What has come so far, divided by the share that is usually there at its age: how the industry reserves
/// health claims.</summary>
/// <remarks>The youngest origins have so small a share that a payment more or less multiplies; it is the practice to
/// give them the cost per unit of exposure of the twelve origins before them, with trend.</remarks>
public static class CompletionFactors
{
    private const int BasePeriods = 12;

    /// <summary>The reserve.</summary>
    /// <param name="triangle">Any triangle.</param>
    /// <param name="pattern">Its selected factors.</param>
    public static ReserveEstimate Project(Triangle triangle, DevelopmentPattern pattern) =>
        ChainLadder.Project(triangle, pattern) with { Method = ReserveMethod.Completion };

    /// <summary>The reserve, with the youngest origins by their cost for each unit of exposure.</summary>
    /// <param name="triangle">Any triangle.</param>
    /// <param name="pattern">Its selected factors.</param>
    /// <param name="exposure">Of each origin; those of the base not zero together.</param>
    /// <param name="youngest">How many origins are too young; older ones must remain.</param>
    /// <param name="trend">Growth of the cost for each unit, a year.</param>
    public static ReserveEstimate Project(
        Triangle triangle, DevelopmentPattern pattern, IReadOnlyList<double> exposure, int youngest, double trend)
    {
        ArgumentNullException.ThrowIfNull(triangle);
        ArgumentNullException.ThrowIfNull(exposure);
        ArgumentOutOfRangeException.ThrowIfNegative(youngest);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(youngest, triangle.Origins.Count);
        var plain = Project(triangle, pattern);
        if (youngest == 0)
            return plain;
        var years = OriginCalendar.YearsBeforeLast(triangle.Origins);
        var mature = triangle.Origins.Count - youngest;
        var basis = Enumerable.Range(Math.Max(0, mature - BasePeriods), Math.Min(mature, BasePeriods)).ToList();
        // At the level of the last origin.
        var cost = basis.Sum(origin => plain.Origins[origin].Ultimate * Math.Pow(1 + trend, years[origin]))
            / basis.Sum(origin => exposure[origin]);
        return plain with
        {
            Errors = null,
            Origins = plain.Origins.Items.Index().Select(row => row.Index < mature
                ? row.Item with { StandardError = null }
                : row.Item with
                {
                    Ultimate = cost * exposure[row.Index] / Math.Pow(1 + trend, years[row.Index]),
                    StandardError = null,
                }).ToValueList(),
        };
    }
}
