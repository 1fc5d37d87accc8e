using OpenAso.Actuarial.Distributions;

namespace OpenAso.Actuarial.Simulation;

/// <summary>Several years of the same people, in which who was costly is likely to be costly again: each person has a
/// rank that moves from year to year (a Gaussian copula).</summary>
/// <remarks>Each year alone has the distribution that <see cref="AggregateCost"/> computes; only how years hang
/// together is simulated. The uncertain level of the group is drawn once and holds for all years.</remarks>
public static class PersistentYears
{
    /// <summary>How ranks of neighbouring years hang together where nobody says otherwise.</summary>
    /// <remarks>Twice the sine of pi times 0.509 over 6, where 0.509 is the rank correlation of neighbouring years of
    /// people under 65 in the RAND Health Insurance Experiment.</remarks>
    public static double UsualCorrelation { get; } = OfRankCorrelation(0.509);

    /// <summary>The correlation of normal ranks that gives a rank correlation (Spearman's).</summary>
    /// <param name="rankCorrelation">-1 to 1.</param>
    public static double OfRankCorrelation(double rankCorrelation) => 2 * Math.Sin(Math.PI * rankCorrelation / 6);

    /// <summary>The retained cost of each year of each run.</summary>
    /// <param name="risk">The group, alike in each year but for what <paramref name="trend"/> adds.</param>
    /// <param name="trend">By which each year's costs are multiplied against the first: one for each year, the first of
    /// them 1.</param>
    /// <param name="correlation">Of normal ranks in neighbouring years: above -1, below 1.</param>
    /// <param name="runs">How many.</param>
    /// <param name="seed">Any; the same seed draws the same people under any deductible.</param>
    /// <returns>By run, then by year.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The correlation is out of range.</exception>
    public static double[][] Retained(
        GroupRisk risk, IReadOnlyList<double> trend, double correlation, int runs, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(risk);
        ArgumentNullException.ThrowIfNull(trend);
        var costs = new PersistentCosts(risk.Classes.Items, trend.Count, correlation, seed);
        var deductibles = risk.Classes.Items.Select(people => people.Deductible).ToArray();
        var drawn = new double[costs.People * costs.Years];
        var results = new double[runs][];
        for (var run = 0; run < runs; run++)
        {
            var level = PersistentCosts.LevelOf(risk.GroupSigma, costs.Draw(run, drawn));
            results[run] = new double[trend.Count];
            costs.Retained(drawn, deductibles, [.. trend.Select(year => year * level)], results[run]);
        }
        return results;
    }
}
