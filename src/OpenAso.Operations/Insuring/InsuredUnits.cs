using System.Data.Common;
using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Paying;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;

namespace OpenAso.Operations.Insuring;

/// <summary>Counts who was covered in the months of a policy, as it is known now.</summary>
internal static class InsuredUnits
{
    /// <summary>The units of each month of the period up to a day: of every line and tier that has a factor, none where
    /// nobody was covered.</summary>
    public static List<CensusUnits> Count(
        DbConnection connection, EmployerTerms terms, StopLossPolicy policy, DateOnly asOf)
    {
        List<CensusUnits> units = [];
        var last = policy.Period.Last < asOf ? policy.Period.Last : asOf;
        for (var month = Month.Of(policy.Period.First); month <= Month.Of(last); month = month.Next)
            units.AddRange(OfMonth(connection, terms, policy, month));
        return units;
    }

    /// <summary>The units of one month.</summary>
    public static IEnumerable<CensusUnits> OfMonth(
        DbConnection connection, EmployerTerms terms, StopLossPolicy policy, Month month)
    {
        var counts = CensusRows.Count(connection, terms, month)
            .Select(count => new CensusUnits(month, count.Line, Words.Of(count.Tier.ToString()), count.Employees))
            .ToList();
        var priced = (policy.Aggregate?.Factors.Items ?? []).Select(factor => (factor.Line, factor.Tier));
        return counts.Concat(priced
            .Where(pair => !counts.Exists(count => (count.Line, count.Tier) == pair))
            .Select(pair => new CensusUnits(month, pair.Line, pair.Tier, 0)));
    }
}
