using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;

namespace OpenAso.StopLoss.Positions;

/// <summary>The aggregate attachment of each month of a period: covered units times their factors.</summary>
/// <param name="First">The first month of the period.</param>
/// <param name="ByMonth">From the first month on; null where nobody knows who was covered.</param>
/// <param name="FirstMonthUnits">Units covered in the first month.</param>
/// <param name="Minimum">The least that the attachment of the period can be.</param>
public sealed record Attachment(Month First, ValueList<Money?> ByMonth, long FirstMonthUnits, Money Minimum)
{
    /// <summary>The attachments of a policy's months.</summary>
    /// <param name="policy">With an aggregate.</param>
    /// <param name="census">In any order; months outside the period, and lines or tiers without a factor, add
    /// nothing.</param>
    [Source("Public aggregate wordings: units of each month and tier times the monthly factor, and a minimum")]
    public static Attachment Of(StopLossPolicy policy, IEnumerable<CensusUnits> census)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(census);
        var terms = policy.Aggregate ?? throw new ArgumentException("The policy has no aggregate.", nameof(policy));
        var factors = terms.Factors.Items.ToDictionary(factor => (factor.Line, factor.Tier), factor => factor.Monthly);
        var first = Month.Of(policy.Period.First);
        var months = new Money?[policy.Months];
        var firstMonthUnits = 0L;
        foreach (var units in census)
        {
            var index = IndexOf(first, units.Month);
            if (index < 0 || index >= months.Length || !factors.TryGetValue((units.Line, units.Tier), out var monthly))
                continue;
            months[index] = (months[index] ?? Money.Zero) + monthly.Ratio(units.Units, 1, Rounding.HalfUp);
            firstMonthUnits += index == 0 ? units.Units : 0;
        }
        var minimum = terms.Minimum.For(months[0] ?? Money.Zero, firstMonthUnits, months.Length);
        return new Attachment(first, months.ToValueList(), firstMonthUnits, minimum);
    }

    /// <summary>Months that lie from the first month up to a day, at most those of the period.</summary>
    /// <param name="asOf">Any day.</param>
    public int MonthsThrough(DateOnly asOf) => Math.Clamp(IndexOf(First, Month.Of(asOf)) + 1, 0, ByMonth.Count);

    /// <summary>The sum of the first months; unknown ones add nothing.</summary>
    /// <param name="months">How many.</param>
    public Money Through(int months) => ByMonth.Items.Take(months).Total(month => month ?? Money.Zero);

    /// <summary>What the months come to if those to come are like the last one known.</summary>
    /// <param name="months">How many months have passed.</param>
    public Money Projected(int months)
    {
        var last = ByMonth.Items.Take(months).LastOrDefault(month => month is not null) ?? Money.Zero;
        var total = Through(months);
        for (var month = months; month < ByMonth.Count; month++)
            total += ByMonth[month] ?? last;
        return total;
    }

    /// <summary>The attachment of the whole period: the months' sum or the minimum, whichever is more, and what a
    /// terminal liability option adds where it is exercised.</summary>
    /// <param name="sum">Of the months.</param>
    /// <param name="option">Null for none.</param>
    [Source("Public terminal liability wording: the annual attachment and the sum of the last three policy months'")]
    public Money OfPeriod(Money sum, TerminalLiability? option)
    {
        var annual = Money.Max(sum, Minimum);
        if (option is not { IsExercised: true })
            return annual;
        return annual + ByMonth.Items.TakeLast(option.AddedMonths).Total(month => month ?? Money.Zero);
    }

    internal static int IndexOf(Month first, Month month) =>
        ((month.Year - first.Year) * 12) + month.Number - first.Number;
}
