using OpenAso.Kernel;

namespace OpenAso.Actuarial.Reserving;

/// <summary>When a reserve is paid.</summary>
public static class RunOutSchedule
{
    /// <summary>The payments that a reserve by month is expected to become.</summary>
    /// <remarks>An origin's reserve is divided as the completion factors go on from its latest age; the payments of an
    /// origin add up to its reserve, rounded once. What comes after the last age is put on the month after
    /// it.</remarks>
    /// <param name="triangle">Origins and ages are months; the first age is the month of service itself.</param>
    /// <param name="estimate">Its reserve; origins below zero, or whose development is over, are passed over.</param>
    /// <param name="first">The month of the first origin.</param>
    /// <param name="recoverable">Which share of the payments lies above a deductible.</param>
    /// <param name="rounding">How a fraction of a cent is settled.</param>
    public static ValueList<RunOutPayment> Of(
        Triangle triangle, ReserveEstimate estimate, Month first, Percent recoverable, Rounding rounding)
    {
        ArgumentNullException.ThrowIfNull(triangle);
        ArgumentNullException.ThrowIfNull(estimate);
        List<RunOutPayment> payments = [];
        for (var origin = 0; origin < triangle.Origins.Count; origin++)
        {
            var latest = triangle.LatestAge(origin);
            var ibnr = estimate.Origins[origin].Ibnr;
            var open = 1 - estimate.Pattern.Completion(latest);
            if (!(ibnr > 0) || !(open > 0))
                continue;
            var told = Money.Zero;
            for (var age = latest + 1; age <= triangle.Ages.Count; age++)
            {
                var share = age == triangle.Ages.Count
                    ? 1
                    : Math.Clamp((estimate.Pattern.Completion(age) - estimate.Pattern.Completion(latest)) / open, 0, 1);
                var cumulative = ReserveAmount.Of(ibnr * share, rounding);
                var amount = cumulative - told;
                told = cumulative;
                if (amount.IsPositive)
                    payments.Add(new RunOutPayment(
                        Days(first, origin), Days(first, origin + age), amount, amount.Times(recoverable, rounding)));
            }
        }
        return payments.ToValueList();
    }

    /// <summary>Which share of what a year of even incurral comes to in the end is incurred and paid within the windows
    /// of a contract.</summary>
    /// <remarks>Windows of 15/12 reach three months back, and can hold what was incurred before the year.</remarks>
    /// <param name="completion">The share that is paid up to each month after that of service; the first is its own;
    /// all
    /// is paid after the last.</param>
    /// <param name="incurredMonths">How many months of incurral count, ending with the twelfth of the year.</param>
    /// <param name="paidMonths">How many months of payment count, beginning with the first of the year.</param>
    public static double PaidShare(IReadOnlyList<double> completion, int incurredMonths, int paidMonths)
    {
        ArgumentNullException.ThrowIfNull(completion);
        var sum = 0.0;
        for (var month = 12 - incurredMonths; month < 12; month++)
            sum += Completed(paidMonths - 1 - month) - Completed(-1 - month);
        return sum / 12;

        double Completed(int lag) => lag < 0 ? 0 : lag < completion.Count ? completion[lag] : 1;
    }

    private static DateRange Days(Month first, int later)
    {
        var month = Month.Of(first.First.AddMonths(later));
        return new DateRange(month.First, month.Last);
    }
}
