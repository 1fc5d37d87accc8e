using OpenAso.Actuarial.Simulation;
using OpenAso.Kernel;

namespace OpenAso.Decision.Stressing;

/// <summary>How a plan fares under a scenario, as means over all runs.</summary>
/// <param name="Scenario">Null for the base, to which nothing happens.</param>
/// <param name="Months">The months of all years.</param>
/// <param name="Cost">What claims cost, and who bears them.</param>
/// <param name="Cash">What the employer must have ready.</param>
/// <param name="Profit">What becomes of operating profit; null where it is not given.</param>
public sealed record StressOutcome(
    StressScenario? Scenario, ValueList<StressMonth> Months, StressCost Cost, StressCash Cash, StressProfit? Profit)
{
    /// <summary>The probability that a base year has claims as dear as the first year has here; null where the scenario
    /// leaves claims as they are.</summary>
    public double? Rarity { get; init; }
}

/// <summary>What claims cost, and who bears them.</summary>
/// <param name="Gross">Claims incurred in these years.</param>
/// <param name="Specific">Borne by the specific, whenever it pays.</param>
/// <param name="Aggregate">Borne by the aggregate.</param>
/// <param name="PaidAfter">Of the claims, paid after the last month.</param>
/// <param name="ReceivedAfter">Of what the carrier bears, received after the last month.</param>
public sealed record StressCost(
    double Gross, double Specific, double Aggregate, double PaidAfter, double ReceivedAfter)
{
    /// <summary>What the employer bears of claims.</summary>
    public double Retained => Gross - Specific - Aggregate;

    /// <summary>By how much that is more than in the base, run by run.</summary>
    public double RetainedMore { get; init; }

    /// <summary>The standard error of <see cref="RetainedMore"/>; zero where it is the same in each run.</summary>
    public double RetainedMoreError { get; init; }

    /// <summary>What is not passed in nineteen of twenty runs.</summary>
    public double Retained95 { get; init; }
}

/// <summary>What the employer must have ready.</summary>
/// <param name="PeakNeed">The most that has been paid in beyond the base by the end of any month, run by run.</param>
/// <param name="PeakMonth">The month by which that is so in most runs; 0 where it is never more.</param>
/// <param name="LargestCall">The largest call of a run.</param>
/// <param name="LargestCall95">The largest call that is not passed in nineteen of twenty runs.</param>
/// <param name="Calls">How many calls there are.</param>
/// <param name="LowestBalance">The least that the fund holds in a run.</param>
public sealed record StressCash(
    double PeakNeed, int PeakMonth, double LargestCall, double LargestCall95, double Calls, double LowestBalance)
{
    /// <summary>The least that the fund holds in the worst of twenty runs.</summary>
    public double LowestBalance05 { get; init; }
}

/// <summary>What becomes of operating profit.</summary>
/// <param name="Expected">Of all years together: what was given, less what the employer bears more than in the
/// base.</param>
/// <param name="Effect">The scenario's part of it; below zero where it costs.</param>
/// <param name="LossProbability">The probability that there is a loss.</param>
public sealed record StressProfit(double Expected, double Effect, double LossProbability);

/// <summary>A month, as means over all runs.</summary>
/// <param name="Month">From 1 on, through all years.</param>
/// <param name="Paid">Claims paid from the fund.</param>
/// <param name="Received">What the carrier pays into it, less what it takes back.</param>
/// <param name="Cash">What the employer pays into it.</param>
/// <param name="Cash95">What the employer pays in at most in nineteen of twenty runs.</param>
/// <param name="CashMore">By how much the employer pays in more than in the base.</param>
public sealed record StressMonth(
    int Month, double Paid, double Received, double Cash, double Cash95, double CashMore)
{
    internal static ValueList<StressMonth> Of(PlanMonths[] runs, PlanMonths[] basis) =>
        Enumerable.Range(0, runs[0].Months.Count).Select(month =>
        {
            var cash = runs.Select(run => run.Months[month].Cash).Order().ToArray();
            return new StressMonth(
                month + 1,
                runs.Average(run => run.Months[month].Paid),
                runs.Average(run => run.Months[month].Received),
                cash.Average(),
                StressReport.Quantile(cash, 0.95),
                cash.Average() - basis.Average(run => run.Months[month].Cash));
        }).ToValueList();
}
