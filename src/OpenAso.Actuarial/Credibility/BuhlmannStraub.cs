using OpenAso.Kernel;

namespace OpenAso.Actuarial.Credibility;

/// <summary>Credibility of groups that differ in size from year to year (Bühlmann and Straub); with all weights alike
/// it is Bühlmann's.</summary>
public static class BuhlmannStraub
{
    private const int MostSteps = 10_000;

    /// <summary>Bühlmann's model: every year of every group weighs the same.</summary>
    /// <param name="years">Of each group, as many for all: at least two groups and two years.</param>
    /// <exception cref="ArgumentException">There are fewer, or groups have different years.</exception>
    public static CredibilityModel Unweighted(IReadOnlyList<IReadOnlyList<double>> years)
    {
        ArgumentNullException.ThrowIfNull(years);
        if (years.Any(group => group.Count != years[0].Count))
            throw new ArgumentException(
                "Groups have different numbers of years; give each year a weight.", nameof(years));
        return Estimate(
            [.. years.Select(group => group.Select(value => new WeightedYear(value, 1)).ToList())],
            VarianceEstimator.Unbiased);
    }

    /// <summary>The model of Bühlmann and Straub.</summary>
    /// <param name="groups">At least two, one of which with two years; years of no weight are left out.</param>
    /// <param name="estimator">Of the variance between groups.</param>
    /// <exception cref="ArgumentException">There are fewer, or a weight is negative.</exception>
    public static CredibilityModel Estimate(
        IReadOnlyList<IReadOnlyList<WeightedYear>> groups, VarianceEstimator estimator)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var known = groups.Select(Group.Of).ToList();
        var (count, years) = (known.Count, known.Sum(group => group.Years));
        if (count < 2 || years <= count || known.Exists(group => group.Weight == 0))
            throw new ArgumentException(
                "Two groups with a weight each, and a second year of one of them, are needed.", nameof(groups));
        var within = known.Sum(group => group.Squares) / (years - count);
        var between = Unbiased(known, within);
        if (estimator == VarianceEstimator.Iterative && between > 0)
            between = Iterated(known, within, between);
        return Model(known, within, Math.Max(between, 0));
    }

    private static double Unbiased(List<Group> groups, double within)
    {
        var weight = groups.Sum(group => group.Weight);
        var mean = groups.Sum(group => group.Weight * group.Mean) / weight;
        var spread = groups.Sum(group => group.Weight * (group.Mean - mean) * (group.Mean - mean));
        return weight * (spread - ((groups.Count - 1) * within))
            / ((weight * weight) - groups.Sum(group => group.Weight * group.Weight));
    }

    private static double Iterated(List<Group> groups, double within, double between)
    {
        for (var step = 0; step < MostSteps && between > 0; step++)
        {
            var current = between;
            var total = groups.Sum(group => Credibility(group, within, current));
            var mean = groups.Sum(group => Credibility(group, within, current) * group.Mean) / total;
            between = groups.Sum(group => Credibility(group, within, current) * (group.Mean - mean)
                * (group.Mean - mean)) / (groups.Count - 1);
            if (Math.Abs(between - current) <= current * 1e-15)
                break;
        }
        return between;
    }

    private static double Credibility(Group group, double within, double between) =>
        between == 0 ? 0 : group.Weight / (group.Weight + (within / between));

    private static CredibilityModel Model(List<Group> groups, double within, double between)
    {
        var shares = groups.Select(group => Credibility(group, within, between)).ToList();
        // Where groups do not differ, each counts by its weight.
        var weights = between == 0 ? groups.Select(group => group.Weight).ToList() : shares;
        var collective = groups.Zip(weights, (group, weight) => group.Mean * weight).Sum() / weights.Sum();
        return new CredibilityModel(collective, between, within, groups
            .Zip(shares, (group, share) => new CredibleGroup(
                group.Mean, share, (share * group.Mean) + ((1 - share) * collective)))
            .ToValueList());
    }

    private sealed record Group(double Weight, double Mean, double Squares, int Years)
    {
        public static Group Of(IReadOnlyList<WeightedYear> years)
        {
            if (years.Any(year => !(year.Weight >= 0)))
                throw new ArgumentException("A weight is negative.", nameof(years));
            var weight = years.Sum(year => year.Weight);
            var mean = weight == 0 ? 0 : years.Sum(year => year.Weight * year.Value) / weight;
            return new Group(
                weight, mean, years.Sum(year => year.Weight * (year.Value - mean) * (year.Value - mean)),
                years.Count(year => year.Weight > 0));
        }
    }
}

/// <summary>A year of a group.</summary>
/// <param name="Value">Cost for each unit of weight.</param>
/// <param name="Weight">Zero or more: members, member months.</param>
public readonly record struct WeightedYear(double Value, double Weight);
