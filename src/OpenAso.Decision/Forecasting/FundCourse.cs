using OpenAso.Kernel;

namespace OpenAso.Decision.Forecasting;

/// <summary>What a fund holds, what it should hold, and what goes in and out of it beside claims, by week to
/// come.</summary>
/// <param name="Available">What it can give away now.</param>
/// <param name="Outstanding">What was asked for and is on its way.</param>
/// <param name="Target">What it should hold after all that is due has been paid.</param>
/// <param name="Costs">Fees and premium, for each week.</param>
/// <param name="Recoveries">What a stop-loss carrier is expected to pay, for each week.</param>
/// <param name="Calls">Whether the employer is asked for money, for each week.</param>
public sealed record FundPlan(
    double Available, double Outstanding, double Target, ValueList<double> Costs, ValueList<double> Recoveries,
    ValueList<bool> Calls);

/// <summary>A week of a fund.</summary>
/// <param name="BelowTarget">How likely the fund ends the week below its target, if nobody is asked for more.</param>
/// <param name="Empty">How likely it ends the week below zero, if nobody is asked for more.</param>
/// <param name="Call">What the employer is asked for; null where it is not asked in the week.</param>
public sealed record FundWeek(double BelowTarget, double Empty, CashDistribution? Call);

/// <summary>How a fund goes on.</summary>
/// <param name="Weeks">The next week first.</param>
public sealed record FundCourse(ValueList<FundWeek> Weeks)
{
    /// <summary>The first week, from 0, at whose end the fund is more likely than not below its target if nobody is
    /// asked for more; null for none.</summary>
    public int? BelowTargetIn => First(week => week.BelowTarget > 0.5);

    /// <summary>The same for a fund that is empty.</summary>
    public int? EmptyIn => First(week => week.Empty > 0.5);

    /// <summary>The week of the next call, from 0; null for none.</summary>
    public int? NextCallIn => First(week => week.Call is not null);

    /// <summary>Follows a fund through every course of a forecast.</summary>
    /// <remarks>A call asks for what is paid in its week and what the target then lacks, and arrives in it.</remarks>
    /// <param name="forecast">What is paid for claims.</param>
    /// <param name="plan">What else moves the fund, for each week of the forecast.</param>
    public static FundCourse Of(CashForecast forecast, FundPlan plan)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        ArgumentNullException.ThrowIfNull(plan);
        var weeks = forecast.Weeks;
        var (below, empty) = (new int[weeks], new int[weeks]);
        var calls = Enumerable.Range(0, weeks).Select(_ => new double[forecast.Courses]).ToArray();
        for (var course = 0; course < forecast.Courses; course++)
        {
            var (alone, called) = (plan.Available + plan.Outstanding, plan.Available + plan.Outstanding);
            for (var week = 0; week < weeks; week++)
            {
                var change = plan.Recoveries[week] - plan.Costs[week] - forecast.Paid(course, week);
                alone += change;
                called += change;
                below[week] += alone < plan.Target ? 1 : 0;
                empty[week] += alone < 0 ? 1 : 0;
                if (!plan.Calls[week])
                    continue;
                calls[week][course] = Math.Max(0, plan.Target - called);
                called += calls[week][course];
            }
        }
        return new FundCourse(Enumerable.Range(0, weeks).Select(week => new FundWeek(
            (double)below[week] / forecast.Courses, (double)empty[week] / forecast.Courses,
            plan.Calls[week] ? CashDistribution.Of(calls[week]) : null)).ToValueList());
    }

    private int? First(Func<FundWeek, bool> which)
    {
        var found = Weeks.Items.ToList().FindIndex(week => which(week));
        return found < 0 ? null : found;
    }
}
