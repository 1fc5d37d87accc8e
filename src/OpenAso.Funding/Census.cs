using OpenAso.Kernel;

namespace OpenAso.Funding;

/// <summary>How many employees are covered on the first day of a month.</summary>
/// <param name="Line">Under this line of coverage.</param>
/// <param name="Tier">With these people.</param>
/// <param name="Employees">Employees, not members. Below zero in a difference between two counts.</param>
public sealed record CensusCount(LineOfCoverage Line, CoverageTier Tier, int Employees);

/// <summary>Counts of employees.</summary>
public static class Census
{
    /// <summary>What a later count adds to an earlier one of the same month, as when an enrolment comes late.</summary>
    /// <param name="billed">As it was billed.</param>
    /// <param name="now">As it is known now.</param>
    /// <returns>Only what differs, ordered by line and tier.</returns>
    public static ValueList<CensusCount> Difference(IEnumerable<CensusCount> billed, IEnumerable<CensusCount> now)
    {
        ArgumentNullException.ThrowIfNull(billed);
        ArgumentNullException.ThrowIfNull(now);
        return Sum(now.Concat(billed.Select(count => count with { Employees = -count.Employees })))
            .Items.Where(count => count.Employees != 0)
            .ToValueList();
    }

    /// <summary>One count for each line and tier.</summary>
    /// <param name="counts">In any order, several for one tier or none.</param>
    /// <returns>Ordered by line and tier.</returns>
    public static ValueList<CensusCount> Sum(IEnumerable<CensusCount> counts) =>
        counts.GroupBy(count => (count.Line, count.Tier))
            .OrderBy(group => group.Key)
            .Select(group => new CensusCount(group.Key.Line, group.Key.Tier, group.Sum(count => count.Employees)))
            .ToValueList();
}
