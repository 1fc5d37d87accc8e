using System.Globalization;
using OpenAso.Kernel;

namespace OpenAso.Actuarial.Reserving;

/// <summary>What stands against estimating a reserve as it is asked for.</summary>
internal static class TermsCheck
{
    private const int MostIterations = 10_000_000;
    private const double LargestTail = 1_000;

    public static IEnumerable<Finding> Of(Triangle triangle, ReserveTerms terms)
    {
        if (!(terms.Trend > -1) || double.IsInfinity(terms.Trend))
            yield return Bad($"The trend is {Number(terms.Trend)}; it must be above -1, such as 0.07 for 7 % a year.");
        if (!(terms.Decay is >= 0 and <= 1))
            yield return Bad($"The decay is {Number(terms.Decay)}; it must be from 0 to 1, where 1 is none.");
        if (terms.APriori is { } expected && !(expected >= 0 && double.IsFinite(expected)))
            yield return Bad($"The a-priori is {Number(expected)}; it must be a number that is not below zero.");
        if (terms.Iterations is < 1 or > MostIterations)
            yield return Bad($"Ask for 1 to {MostIterations:N0} iterations.");
        if (terms.Average.Last is < 1)
            yield return Bad("Ask for at least the last one ratio of each age.");
        if (terms.Average.Tail is { Kind: TailKind.Given } tail && !(tail.Factor > 0 && double.IsFinite(tail.Factor)))
            yield return Bad($"The tail is {Number(tail.Factor)}; it must be a factor above zero, where 1 is none.");
        foreach (var choice in terms.Average.Chosen.Items
            .Where(one => !(one.Factor > 0 && double.IsFinite(one.Factor))))
            yield return Bad($"A chosen factor is {Number(choice.Factor)}; it must be above zero.");
        if (terms.YoungestByCost < 0 || (terms.YoungestByCost > 0 && terms.YoungestByCost >= triangle.Origins.Count))
            yield return Bad(
                $"{terms.YoungestByCost} of {triangle.Origins.Count} origins cannot be given by their cost: older ones "
                + "must remain, from which the cost is taken.");
        else if (terms.NeedsExposure && Exposure(triangle, terms) is { } finding)
            yield return finding;
    }

    /// <summary>What only the factors tell.</summary>
    public static IEnumerable<Finding> Of(Triangle triangle, ReserveTerms terms, DevelopmentPattern pattern)
    {
        if (terms.Average.Tail.Kind != TailKind.Given && !(pattern.Tail.Factor <= LargestTail))
            yield return new Finding(ReserveCodes.EndlessTail, Severity.Fatal, Place.None,
                $"The factor after the last age would be {Number(pattern.Tail.Factor)}: the factors fall so slowly "
                + "that their curve does not end. Give the tail as a factor.");
        if (!terms.NeedsExposure)
            yield break;
        for (var age = 0; age < triangle.Ages.Count; age++)
        {
            if (!(pattern.ToUltimate(age) > 0))
            {
                yield return new Finding(ReserveCodes.NothingRemains, Severity.Fatal, Place.None,
                    $"Of what stood at age '{triangle.Ages[age]}' nothing remains later, so that no share of it is "
                    + "complete: exclude the ratios of zero, or use chain-ladder.");
                yield break;
            }
        }
    }

    private static Finding? Exposure(Triangle triangle, ReserveTerms terms)
    {
        if (terms.Exposure.Count == 0)
            return new Finding(ReserveCodes.NoExposure, Severity.Fatal, Place.None,
                "The method expects from an exposure and there is none: add a column member_months to the triangle, "
                + "give the exposure of each origin, or use chain-ladder, completion or bootstrap.");
        if (terms.Exposure.Count != triangle.Origins.Count)
            return BadExposure(
                $"There is exposure for {terms.Exposure.Count} origins, and the triangle has "
                + $"{triangle.Origins.Count}.");
        if (terms.Exposure.Items.Any(exposure => !(exposure >= 0 && double.IsFinite(exposure))))
            return BadExposure("An exposure is below zero, or no number.");
        var counted = terms.YoungestByCost > 0
            ? terms.Exposure.Items[..^terms.YoungestByCost].TakeLast(12)
            : terms.Exposure.Items;
        return counted.Sum() > 0 ? null : BadExposure("The exposure is zero in sum: nothing can be told from it.");
    }

    private static Finding BadExposure(string message) =>
        new(ReserveCodes.BadExposure, Severity.Fatal, Place.None, message);

    private static Finding Bad(string message) => new(ReserveCodes.BadTerm, Severity.Fatal, Place.None, message);

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
