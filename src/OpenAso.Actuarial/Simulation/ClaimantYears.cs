using OpenAso.Actuarial.Distributions;

namespace OpenAso.Actuarial.Simulation;

/// <summary>Years of a group drawn at random in which each claimant's cost is drawn by itself: for questions that need
/// what was retained and what it came from at once.</summary>
/// <remarks>How many of a class cost anything follows the binomial distribution; each of them draws a cost from a table
/// of some two thousand straight lines that keep its mean. A year's draws follow from seed and year alone, so that
/// the same seed tells the same story under any deductible. The numbers are the same on any machine.</remarks>
public static class ClaimantYears
{
    /// <summary>What each year costs.</summary>
    /// <param name="risk">The group.</param>
    /// <param name="years">How many.</param>
    /// <param name="seed">Any.</param>
    /// <returns>By year.</returns>
    public static YearCost[] Of(GroupRisk risk, int years, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(risk);
        ArgumentOutOfRangeException.ThrowIfNegative(years);
        var tables = new Dictionary<ClaimSeverity, OctaveTable>(ReferenceEqualityComparer.Instance);
        var classes = new Drawn[risk.Classes.Count];
        for (var index = 0; index < classes.Length; index++)
        {
            var people = risk.Classes[index];
            if (!tables.TryGetValue(people.Severity, out var table))
                tables[people.Severity] = table = new OctaveTable(people.Severity);
            classes[index] = new Drawn(people, table, new BinomialCount(people.Count, table.Chance));
        }
        var costs = new YearCost[years];
        for (var year = 0; year < years; year++)
            costs[year] = Draw(classes, risk.GroupSigma, new RandomStream(seed, (ulong)year));
        return costs;
    }

    private static YearCost Draw(Drawn[] classes, double sigma, RandomStream random)
    {
        var level = ConditionalYears.Level(sigma, random);
        var lanes = new ClaimantLanes(random);
        var (gross, retained) = (0.0, 0.0);
        foreach (var (people, table, count) in classes)
        {
            var factor = people.Factor * level;
            var (all, kept) = lanes.Draw(
                table, count.At(random.Uniform()), (float)(people.Deductible / factor));
            gross += factor * all;
            retained += factor * kept;
        }
        return new YearCost(gross, retained);
    }

    private readonly record struct Drawn(RiskClass People, OctaveTable Table, BinomialCount Count);
}

/// <summary>What a year came to.</summary>
/// <param name="Gross">Before any deductible.</param>
/// <param name="Retained">Of it, within the deductibles.</param>
public readonly record struct YearCost(double Gross, double Retained)
{
    /// <summary>Borne by the specific.</summary>
    public double Excess => Gross - Retained;
}
