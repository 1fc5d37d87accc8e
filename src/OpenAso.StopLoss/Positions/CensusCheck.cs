using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;

namespace OpenAso.StopLoss.Positions;

/// <summary>Whether the census says who was covered in each month so far.</summary>
internal static class CensusCheck
{
    /// <summary>Adds a finding for each month without a census, and for units that no factor prices.</summary>
    /// <returns>Whether every attachment so far is known. Where one is not, nothing is claimed, because it would be too
    /// much.</returns>
    public static bool Run(
        StopLossPolicy policy, DateOnly asOf, Attachment attachment, IReadOnlyList<CensusUnits> census,
        List<Finding> findings)
    {
        var before = findings.Count;
        var month = attachment.First;
        for (var index = 0; index < attachment.MonthsThrough(asOf); index++, month = month.Next)
        {
            if (attachment.ByMonth[index] is null)
                findings.Add(new Finding(StopLossCodes.NoCensus, Severity.Rejected, Place.None,
                    $"Nobody says who was covered in {month}, so its aggregate attachment is not known and nothing is"
                    + " claimed under the aggregate. Add its rows to the census."));
            else if (attachment.ByMonth[index] is { IsNegative: true })
                findings.Add(new Finding(StopLossCodes.NegativeCensus, Severity.Rejected, Place.None,
                    $"The units covered in {month} come to less than nothing. Correct its rows in the census."));
        }
        var aggregate = policy.Aggregate!;
        var unpriced = census
            .Where(units => units.Units != 0 && aggregate.Lines.Items.Contains(units.Line)
                && !aggregate.Factors.Items.Any(factor => factor.Line == units.Line && factor.Tier == units.Tier))
            .Select(units => (units.Line, units.Tier)).Distinct();
        foreach (var (line, tier) in unpriced)
        {
            findings.Add(new Finding(StopLossCodes.NoFactor, Severity.Rejected, Place.None,
                $"The policy has no aggregate factor for {StopLossLines.WordOf(line)} {tier}, so its attachment is not"
                + " known and nothing is claimed under the aggregate. Add the factor, or correct the tier in the"
                + " census."));
        }
        return findings.Count == before;
    }
}
