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

    /// <summary>Who is covered by what an agreement says of each line.</summary>
    /// <param name="terms">Null where the agreement is not in force: who is enrolled is covered.</param>
    /// <param name="enrolled">By the lines that enrolment names.</param>
    /// <param name="employees">Everybody who is enrolled under any line, each once.</param>
    /// <returns>Ordered by line and tier. A line that covers every employee counts them alone, whatever enrolment says
    /// of it.</returns>
    public static ValueList<CensusCount> Covered(
        AgreementTerms? terms, IEnumerable<CensusCount> enrolled, int employees)
    {
        var everybody = (terms?.LinesOfEverybody ?? []).ToHashSet();
        return Sum(enrolled.Where(count => !everybody.Contains(count.Line))
            .Concat(everybody.Where(_ => employees > 0)
                .Select(line => new CensusCount(line, CoverageTier.EmployeeOnly, employees))));
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
