using OpenAso.Disability.Benefits;
using OpenAso.Disability.Deciding;
using OpenAso.Kernel;

namespace OpenAso.Disability.Reserving;

/// <summary>What an open claim is still expected to cost.</summary>
/// <param name="ValuedOn">The last day that is paid.</param>
/// <param name="Table">The name of the table.</param>
/// <param name="Monthly">The net benefit of a month, as it stands.</param>
/// <param name="MonthsLeft">To the last day on which benefits can be paid, a part of a month counted as one.</param>
/// <param name="ExpectedMonths">Of benefits, in hundredths, rounded half up.</param>
/// <param name="ClosedWithinYear">The chance that the claim ends within twelve months, its longest duration
/// included.</param>
/// <param name="Reserve">The expected benefits, discounted; before what is open of an overpayment.</param>
public sealed record OpenClaimReserve(
    DateOnly ValuedOn,
    string Table,
    Money Monthly,
    int MonthsLeft,
    int ExpectedMonths,
    Percent ClosedWithinYear,
    Money Reserve)
{
    private const int MonthsOfYear = 12;

    /// <summary>The tabular reserve of a claim.</summary>
    /// <remarks>A month's benefit is weighted with the mean of the chances that the claim is open at its beginning and
    /// at its end, and discounted from its middle; the last month counts by its days of thirty. Rounded half up to the
    /// cent once.</remarks>
    /// <param name="assessment">The claim as decided.</param>
    /// <param name="table">How claims end.</param>
    /// <returns>Null where the claim is not open: not approved, ended, or the claimant's age is not known.</returns>
    public static OpenClaimReserve? Of(DisabilityAssessment assessment, TerminationTable table)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(table);
        if (assessment.Decision.Outcome != DecisionOutcome.Approved
            || assessment is not { Schedule: { } schedule, Course: { } course, Terms: { } terms }
            || course.Periods[^1] is not { LatestEnd: { } end } period
            || period.End is not (EndReason.None or EndReason.Duration or EndReason.Limitation)
            || assessment.Claim.Claimant.AgeOn(period.First) is not { } age)
            return null;
        var last = schedule.Payments.Items.Last(payment => payment.Period.IsCertified).Period;
        if (last.Through >= end || last.Disability != period.Number)
            return null;
        var rate = last.Rates[^1].Rate.Net;
        var monthly = terms.IsWeekly ? rate.Ratio(52, 12, Rounding.HalfUp) : rate;
        return Valued(last.Through, monthly, end, new Life(table, age, period.First));
    }

    /// <summary>How many of some open claims are expected to end within a year.</summary>
    /// <param name="reserves">The open claims.</param>
    /// <returns>In hundredths of a claim, rounded half up.</returns>
    public static int ExpectedClosures(IEnumerable<OpenClaimReserve> reserves)
    {
        ArgumentNullException.ThrowIfNull(reserves);
        return (int)decimal.Round(
            reserves.Sum(one => one.ClosedWithinYear.Fraction) * 100, MidpointRounding.AwayFromZero);
    }

    private sealed record Life(TerminationTable Table, int Age, DateOnly DisabledFrom);

    private static OpenClaimReserve Valued(DateOnly valuedOn, Money monthly, DateOnly end, Life life)
    {
        var discount = MonthlyDiscount(life.Table.Interest.Fraction);
        var middle = SquareRoot(discount);
        var (open, factor, months, present) = (1m, middle, 0m, 0m);
        var (count, openAfterYear) = (0, 0m);
        for (var first = valuedOn.AddDays(1); first <= end; first = valuedOn.AddDays(1).AddMonths(count))
        {
            count++;
            var month = Calendar.FullMonths(life.DisabledFrom, first) + 1;
            var next = open * life.Table.RateIn(life.Age, month).Complement.Fraction;
            var weight = (open + next) / 2 * PartOf(first, end);
            months += weight;
            present += weight * factor;
            (open, factor) = (next, factor * discount);
            if (count == MonthsOfYear)
                openAfterYear = valuedOn.AddDays(1).AddMonths(count) <= end ? open : 0;
        }
        return new OpenClaimReserve(
            valuedOn,
            life.Table.Id,
            monthly,
            count,
            (int)Rounded(months * 100),
            new Percent((int)Rounded((1 - openAfterYear) * 1_000_000)),
            new Money((long)Rounded(monthly.Cents * present)));
    }

    private static decimal Rounded(decimal value) => decimal.Round(value, MidpointRounding.AwayFromZero);

    private static decimal PartOf(DateOnly first, DateOnly end) => end >= first.AddMonths(1).AddDays(-1) ? 1
        : Math.Min(30, end.DayNumber - first.DayNumber + 1) / 30m;

    // The twelfth root of a year's discount is the square root of the square root of its third.
    private static decimal MonthlyDiscount(decimal interest) =>
        SquareRoot(SquareRoot(Root(1 / (1 + interest), 3)));

    private static decimal SquareRoot(decimal value) => Root(value, 2);

    // Newton's method: exact to 25 digits after six steps, for values near one.
    private static decimal Root(decimal value, int degree)
    {
        var root = 1m;
        for (var step = 0; step < 8; step++)
        {
            var power = 1m;
            for (var i = 1; i < degree; i++)
                power *= root;
            root += (value / power - root) / degree;
        }
        return root;
    }
}
