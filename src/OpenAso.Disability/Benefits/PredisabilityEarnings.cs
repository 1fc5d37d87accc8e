using OpenAso.Disability.Claims;
using OpenAso.Disability.Terms;
using OpenAso.Kernel;

namespace OpenAso.Disability.Benefits;

/// <summary>What somebody earned before the disability, in a year and in the benefit's week or month.</summary>
/// <param name="Yearly">Salary, and the average of commissions and bonuses made a year.</param>
/// <param name="ForPeriod">A fifty-second or a twelfth of it, rounded half up.</param>
/// <param name="PeriodsInYear">52 or 12.</param>
public sealed record PredisabilityEarnings(Money Yearly, Money ForPeriod, int PeriodsInYear)
{
    /// <summary>Earnings by the plan's definition for a class.</summary>
    /// <remarks>The salary in force on the last day of work; commissions and bonuses of the whole months before its
    /// month, divided by how many of them the class averages, a year rounded half up once.</remarks>
    /// <param name="earnings">As the employer stated them.</param>
    /// <param name="definition">The class's.</param>
    /// <param name="lastWorked">The last day of work.</param>
    /// <param name="weekly">Whether the benefit is weekly.</param>
    /// <returns>Null where anything that the definition asks for is not known.</returns>
    public static PredisabilityEarnings? Of(
        Earnings earnings, EarningsClass definition, DateOnly lastWorked, bool weekly)
    {
        ArgumentNullException.ThrowIfNull(earnings);
        ArgumentNullException.ThrowIfNull(definition);
        var salary = earnings.Salary.Items.LastOrDefault(entry => entry.From <= lastWorked);
        var commissions = Average(earnings.Commissions, definition.CommissionMonths, lastWorked);
        var bonuses = Average(earnings.Bonuses, definition.BonusMonths, lastWorked);
        if (salary is null || commissions is null || bonuses is null)
            return null;
        var yearly = salary.Pay.Amount.Ratio(salary.Pay.InYear, 1, Rounding.HalfUp) + commissions.Value + bonuses.Value;
        var periods = weekly ? 52 : 12;
        return new PredisabilityEarnings(yearly, yearly.Ratio(1, periods, Rounding.HalfUp), periods);
    }

    /// <summary>The share of a week's or month's earnings, rounded half up once.</summary>
    /// <param name="share">As the plan replaces.</param>
    public Money ShareOf(Percent share) =>
        Yearly.Ratio(share.Millionths, 1_000_000L * PeriodsInYear, Rounding.HalfUp);

    private static Money? Average(ValueList<MonthlyPay>? pay, int months, DateOnly lastWorked)
    {
        if (months == 0)
            return Money.Zero;
        if (pay is not { } known)
            return null;
        var until = Month.Of(lastWorked);
        var from = Month.Of(until.First.AddMonths(-months));
        return known.Items.Where(one => one.Month >= from && one.Month < until)
            .Total(one => one.Amount).Ratio(12, months, Rounding.HalfUp);
    }
}
