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
        if (!(correlation is > -1 and < 1))
            throw new ArgumentOutOfRangeException(nameof(correlation), correlation, "Above -1 and below 1.");
        var classes = risk.Classes.Items.Select(people => (people, new CostTable(people.Severity, 1))).ToArray();
        var results = new double[runs][];
        for (var run = 0; run < runs; run++)
        {
            var random = new RandomStream(seed, (ulong)run);
            var level = ConditionalYears.Level(risk.GroupSigma, random);
            results[run] = new double[trend.Count];
            foreach (var (people, costs) in classes)
            {
                for (var person = 0; person < people.Count; person++)
                    Live(people, costs, new Life(random, level, correlation, trend), results[run]);
            }
        }
        return results;
    }

    private static void Live(RiskClass people, CostTable costs, Life life, double[] years)
    {
        var fresh = Math.Sqrt(1 - (life.Correlation * life.Correlation));
        var rank = NormalLaw.Quantile(life.Random.Uniform());
        for (var year = 0; year < years.Length; year++)
        {
            if (year > 0)
                rank = (life.Correlation * rank) + (fresh * NormalLaw.Quantile(life.Random.Uniform()));
            var cost = costs.At(NormalLaw.Above(rank));
            years[year] += Math.Min(people.Factor * life.Level * life.Trend[year] * cost, people.Deductible);
        }
    }

    private readonly record struct Life(
        RandomStream Random, double Level, double Correlation, IReadOnlyList<double> Trend);
}
