using OpenAso.Actuarial.Distributions;

namespace OpenAso.Actuarial.Simulation;

/// <summary>Years of a group drawn at random, of which only the costly people are drawn one by one; what all others
/// cost together follows from three moments.</summary>
/// <remarks>A year's draws follow from seed and year alone, so that the same seed under another deductible tells the
/// same story: common random numbers. Of classes of fewer than 50 people everybody is drawn.</remarks>
public static class ConditionalYears
{
    private const int Few = 50;

    /// <summary>The retained cost of each year.</summary>
    /// <param name="risk">The group.</param>
    /// <param name="threshold">Above which people are drawn one by one, before any factor; every deductible divided by
    /// the class's factor should be at least twice as high.</param>
    /// <param name="years">How many.</param>
    /// <param name="seed">Any.</param>
    /// <exception cref="ArgumentOutOfRangeException">A class's deductible lies below the threshold.</exception>
    public static double[] Retained(GroupRisk risk, double threshold, int years, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(risk);
        ArgumentOutOfRangeException.ThrowIfNegative(years);
        var classes = risk.Classes.Items.Select(people => new DrawnClass(people, people.Count < Few ? 0 : threshold))
            .ToArray();
        var retained = new double[years];
        for (var year = 0; year < years; year++)
        {
            var random = new RandomStream(seed, (ulong)year);
            var level = Level(risk.GroupSigma, random);
            foreach (var people in classes)
                retained[year] += people.Draw(random, level);
        }
        return retained;
    }

    // Draws its number where the level is known too: what follows then stays the same.
    internal static double Level(double sigma, RandomStream random)
    {
        var unit = random.Uniform();
        return sigma == 0 ? 1 : PersistentCosts.LevelOf(sigma, NormalLaw.Quantile(unit));
    }

    private sealed class DrawnClass
    {
        private readonly RiskClass _people;
        private readonly CostTable _costs;
        private readonly BinomialCount _counts;
        private readonly double _mean;
        private readonly double _deviation;
        private readonly double _third;

        public DrawnClass(RiskClass people, double threshold)
        {
            if (people.Deductible < threshold * people.Factor)
                throw new ArgumentOutOfRangeException(
                    nameof(threshold), threshold, "A deductible lies below the threshold.");
            _people = people;
            var passing = threshold == 0 ? 1 : people.Severity.Above(threshold);
            _costs = new CostTable(people.Severity, passing);
            _counts = new BinomialCount(people.Count, passing);
            if (passing == 1)
                return;
            var points = LossPoints.Of(people with { Factor = 1, Deductible = threshold }, threshold, 512);
            var rest = 1 - passing;
            _mean = (points.Mean - (threshold * passing)) / rest;
            var (square, cube) = (0.0, 0.0);
            for (var at = 0; at < points.Amounts.Length; at++)
            {
                var off = points.Amounts[at] - _mean;
                square += points.Masses[at] * off * off;
                cube += points.Masses[at] * off * off * off;
            }
            var top = threshold - _mean;
            var variance = (square - (passing * top * top)) / rest;
            _deviation = Math.Sqrt(variance);
            _third = (cube - (passing * top * top * top)) / rest / (variance * _deviation);
        }

        public double Draw(RandomStream random, double level)
        {
            var (factor, costly) = (_people.Factor * level, _counts.At(random.Uniform()));
            var normal = NormalLaw.Quantile(random.Uniform());
            var cost = 0.0;
            for (var person = 0; person < costly; person++)
                cost += Math.Min(factor * _costs.At(random.Uniform()), _people.Deductible);
            var others = _people.Count - costly;
            if (others == 0)
                return cost;
            var root = Math.Sqrt(others);
            var skewed = normal + (_third / root * ((normal * normal) - 1) / 6);
            return cost + (factor * ((others * _mean) + (root * _deviation * skewed)));
        }
    }
}
