using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;

namespace OpenAso.StopLoss.Underwriting;

/// <summary>One row of a premium bordereau.</summary>
/// <param name="Month">The month of coverage.</param>
/// <param name="Coverage">Specific or aggregate.</param>
/// <param name="Line">The line of coverage under which units are counted.</param>
/// <param name="Tier">The carrier's own word for who is covered.</param>
/// <param name="Units">Below zero where an earlier month was billed for too many.</param>
/// <param name="Rate">For one unit in one month.</param>
/// <param name="Amount">Units times rate.</param>
public sealed record BordereauRow(
    Month Month, StopLossCoverage Coverage, LineOfCoverage Line, string Tier, int Units, Money Rate, Money Amount);

/// <summary>The stop-loss premium of a month, with what changed for months billed before.</summary>
/// <param name="Policy">The policy's number.</param>
/// <param name="Month">The month that is billed.</param>
/// <param name="Rows">Earlier months' changes first, then the month itself; by coverage, line and tier.</param>
/// <param name="DueOn">The day on which it is due.</param>
/// <param name="GraceThrough">The last day on which it may still be paid before cover ends.</param>
/// <param name="Findings">What is not known, so that the bill is too low.</param>
public sealed record PremiumBill(
    string Policy,
    Month Month,
    ValueList<BordereauRow> Rows,
    DateOnly DueOn,
    DateOnly GraceThrough,
    ValueList<Finding> Findings)
{
    /// <summary>What is to be paid; below zero for a credit.</summary>
    public Money Total => Rows.Total(row => row.Amount);

    /// <summary>The part of it that changes months billed before.</summary>
    public Money Retroactive => Rows.Items.Where(row => row.Month < Month).Total(row => row.Amount);

    /// <summary>The bill of a month.</summary>
    /// <param name="policy">With its premium.</param>
    /// <param name="month">Of the policy period.</param>
    /// <param name="census">Who is covered, as it is known now, for the month and all before it.</param>
    /// <param name="billed">Who was covered, as it was known when the months before were billed; a month that is not in
    /// it was not billed.</param>
    /// <returns>Null where the policy says nothing of premium.</returns>
    public static PremiumBill? Of(
        StopLossPolicy policy, Month month, IEnumerable<CensusUnits> census, IEnumerable<CensusUnits> billed)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(census);
        ArgumentNullException.ThrowIfNull(billed);
        if (policy.Premium is not { } premium)
            return null;
        var now = new UnitCount(census);
        var before = new UnitCount(billed);
        var rows = new List<BordereauRow>();
        for (var one = Month.Of(policy.Period.First); one <= month; one = one.Next)
            rows.AddRange(OfMonth(premium, one, one == month ? new UnitCount([]) : before, now));
        var due = month.First.AddDays(premium.DueDay - 1);
        return new PremiumBill(
            policy.Number, month, rows.ToValueList(), due, due.AddDays(premium.GraceDays),
            FindingsOf(premium, month, now).ToValueList());
    }

    private static IEnumerable<BordereauRow> OfMonth(
        PremiumTerms premium, Month month, UnitCount before, UnitCount now) =>
        from rate in premium.Rates.Items.OrderBy(rate => rate.Coverage).ThenBy(rate => rate.Line)
            .ThenBy(rate => rate.Tier, StringComparer.Ordinal)
        let units = now.Of(month, rate.Line, rate.Tier) - before.Of(month, rate.Line, rate.Tier)
        where units != 0
        select new BordereauRow(
            month, rate.Coverage, rate.Line, rate.Tier, units, rate.Monthly,
            rate.Monthly.Ratio(units, 1, Rounding.HalfUp));

    private static IEnumerable<Finding> FindingsOf(PremiumTerms premium, Month month, UnitCount now)
    {
        var covered = now.In(month).ToList();
        if (covered.Count == 0)
            yield return new Finding(StopLossCodes.NoUnits, Severity.Rejected, Place.None,
                $"Nobody says who is covered in {month}, so its premium is not known. Add its rows to the census.");
        foreach (var (coverage, line, tier) in Unpriced.Of(premium.Rates.Items, covered))
        {
            yield return new Finding(StopLossCodes.NoPremiumRate, Severity.Rejected, Place.None,
                $"The policy has no {Unpriced.Word(coverage)} rate for {StopLossLines.WordOf(line)} {tier}, so the bill"
                + " is too low. Add the rate, or correct the tier in the census.");
        }
    }

    /// <summary>A census with the rows of the same month, line and tier added up.</summary>
    private sealed class UnitCount(IEnumerable<CensusUnits> census)
    {
        private readonly Dictionary<(Month Month, LineOfCoverage Line, string Tier), int> _units = census
            .GroupBy(units => (units.Month, units.Line, units.Tier))
            .ToDictionary(same => same.Key, same => same.Sum(units => units.Units));

        public int Of(Month month, LineOfCoverage line, string tier) => _units.GetValueOrDefault((month, line, tier));

        public IEnumerable<(LineOfCoverage Line, string Tier, int Units)> In(Month month) => _units
            .Where(pair => pair.Key.Month == month)
            .Select(pair => (pair.Key.Line, pair.Key.Tier, pair.Value));
    }
}
