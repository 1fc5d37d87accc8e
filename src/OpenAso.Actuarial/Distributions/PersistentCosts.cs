namespace OpenAso.Actuarial.Distributions;

/// <summary>What the same people cost in several years, drawn once and read under any number of deductibles, trends and
/// levels: everything that is compared meets the same people and the same claims (common random numbers).</summary>
/// <remarks>Who was costly is likely to be costly again: each person has a rank that moves from year to year (a
/// Gaussian copula). Each year alone has the distribution that <see cref="AggregateCost"/> computes. A run's draws
/// follow from seed and run alone, so that runs may be made in any order. Pure.</remarks>
public sealed class PersistentCosts
{
    private readonly RankedCosts[] _costs;
    private readonly double _correlation;
    private readonly ulong _seed;

    /// <param name="classes">Whose costs; factors are not part of what is drawn, deductibles do not matter.</param>
    /// <param name="years">How many; at least one.</param>
    /// <param name="correlation">Of normal ranks in neighbouring years: above -1, below 1.</param>
    /// <param name="seed">Any.</param>
    /// <exception cref="ArgumentOutOfRangeException">Years or correlation are out of range.</exception>
    public PersistentCosts(IReadOnlyList<RiskClass> classes, int years, double correlation, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentOutOfRangeException.ThrowIfLessThan(years, 1);
        if (!(correlation is > -1 and < 1))
            throw new ArgumentOutOfRangeException(nameof(correlation), correlation, "Above -1 and below 1.");
        var tables = classes.Select(people => people.Severity).Distinct()
            .ToDictionary(severity => severity, severity => new RankedCosts(severity));
        Classes = classes;
        Years = years;
        _costs = [.. classes.Select(people => tables[people.Severity])];
        (_correlation, _seed) = (correlation, seed);
    }

    /// <summary>Whose costs.</summary>
    public IReadOnlyList<RiskClass> Classes { get; }

    /// <summary>How many.</summary>
    public int Years { get; }

    /// <summary>How many people there are in all classes.</summary>
    public int People => Classes.Sum(people => people.Count);

    /// <summary>Draws one run: everybody's cost in every year, in the money of the first and before any
    /// factor.</summary>
    /// <param name="run">Its number; any.</param>
    /// <param name="costs">Receives them: class by class, person by person, year by year.</param>
    /// <returns>How far the level of the whole group lies off, in standard deviations of its logarithm; it holds for
    /// all years.</returns>
    public double Draw(int run, Span<double> costs)
    {
        var random = new RandomStream(_seed, (ulong)run);
        var level = random.Normal();
        var fresh = Math.Sqrt(1 - (_correlation * _correlation));
        var place = 0;
        for (var index = 0; index < _costs.Length; index++)
        {
            var table = _costs[index];
            for (var person = 0; person < Classes[index].Count; person++)
            {
                var rank = random.Normal();
                costs[place++] = table.At(rank);
                for (var year = 1; year < Years; year++)
                {
                    rank = (_correlation * rank) + (fresh * random.Normal());
                    costs[place++] = table.At(rank);
                }
            }
        }
        return level;
    }

    /// <summary>The factor of a level: lognormal, of mean 1.</summary>
    /// <param name="sigma">Of its logarithm; zero or more.</param>
    /// <param name="deviations">How far it lies off.</param>
    public static double LevelOf(double sigma, double deviations) =>
        Math.Exp((sigma * deviations) - (0.5 * sigma * sigma));

    /// <summary>Adds up what a run's people retain in each year.</summary>
    /// <param name="costs">As drawn.</param>
    /// <param name="deductibles">One for each class: what is retained of each person at most, infinity for all.</param>
    /// <param name="growth">By which each year's costs are multiplied against the first, the group's level
    /// included.</param>
    /// <param name="sums">Receives the sum of each year.</param>
    public void Retained(
        ReadOnlySpan<double> costs, ReadOnlySpan<double> deductibles, ReadOnlySpan<double> growth, Span<double> sums)
    {
        sums.Clear();
        var place = 0;
        for (var index = 0; index < _costs.Length; index++)
        {
            var (factor, deductible) = (Classes[index].Factor, deductibles[index]);
            for (var person = 0; person < Classes[index].Count; person++)
            {
                for (var year = 0; year < Years; year++)
                    sums[year] += Math.Min(factor * growth[year] * costs[place++], deductible);
            }
        }
    }

    /// <summary>Costs by normal rank, looked up instead of computed.</summary>
    private sealed class RankedCosts
    {
        private const int PerUnit = 256;
        private const double Farthest = 7.5;
        private readonly double[] _values = new double[(int)(2 * Farthest * PerUnit) + 2];

        public RankedCosts(ClaimSeverity severity)
        {
            for (var index = 0; index < _values.Length; index++)
            {
                var rank = ((double)index / PerUnit) - Farthest;
                _values[index] = severity.Quantile(Math.Clamp(1 - NormalLaw.Above(rank), 0, 1 - 1e-14));
            }
        }

        public double At(double rank)
        {
            var place = (Math.Clamp(rank, -Farthest, Farthest) + Farthest) * PerUnit;
            var low = (int)place;
            return _values[low] + ((_values[low + 1] - _values[low]) * (place - low));
        }
    }
}
