using System.Globalization;
using OpenAso.Actuarial.Distributions;
using OpenAso.Actuarial.Simulation;
using OpenAso.Decision.Distributions;
using OpenAso.Kernel;

namespace OpenAso.Decision.Stressing;

/// <summary>A plan under some scenarios, beside the same people to whom nothing happens.</summary>
/// <param name="Terms">Under which it lives.</param>
/// <param name="Settings">How much was drawn.</param>
/// <param name="Base">Without any scenario.</param>
/// <param name="Scenarios">In the order asked for.</param>
/// <param name="Findings">What should be known of the result.</param>
public sealed record StressReport(
    StressTerms Terms, StressSettings Settings, StressOutcome Base, ValueList<StressOutcome> Scenarios,
    ValueList<Finding> Findings)
{
    private const double Worth = 0.005;

    /// <summary>Computes it.</summary>
    /// <remarks>Every scenario is told the same people as the base.</remarks>
    /// <param name="risk">Who is covered by what specific.</param>
    /// <param name="terms">Under which terms.</param>
    /// <param name="rules">What is usual where the terms say nothing.</param>
    /// <param name="scenarios">What may happen.</param>
    /// <param name="settings">How much to draw: at least one run.</param>
    public static StressReport Of(
        RiskDocument risk, StressTerms terms, StressScenarios rules, IReadOnlyList<StressScenario> scenarios,
        StressSettings settings)
    {
        ArgumentNullException.ThrowIfNull(risk);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(settings);
        var findings = new List<Finding>();
        var told = scenarios.Where(scenario => Applies(scenario, terms, findings)).ToList();
        var months = terms.Of(risk, rules);
        PlanStress[] stresses = [PlanStress.None, .. told.Select(scenario => scenario.Stress)];
        var runs = MonthlyYears.Of(risk.Group, months, stresses, settings.Runs, settings.Seed);
        var usual = ClaimantYears.Of(risk.Group, StressSettings.Years(risk.Group.People), settings.Seed)
            .Select(year => year.Gross).Order().ToArray();
        var outcomes = new StressOutcome[stresses.Length];
        for (var index = 0; index < outcomes.Length; index++)
            outcomes[index] = Outcome(index == 0 ? null : told[index - 1], runs[index], runs[0], terms) with
            {
                Rarity = Rarity(runs[index], runs[0], usual),
            };
        Windows(months, terms, findings);
        DryFund(outcomes, findings);
        return new StressReport(
            terms, settings, outcomes[0], outcomes.Skip(1).ToValueList(), findings.ToValueList());
    }

    /// <summary>The number that a share of sorted numbers do not pass.</summary>
    internal static double Quantile(double[] sorted, double share) =>
        sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];

    private static bool Applies(StressScenario scenario, StressTerms terms, List<Finding> findings)
    {
        if (scenario.Stress.Lasers is null || terms.Years > 1)
            return true;
        findings.Add(new Finding(DecisionCodes.NoRenewal, Severity.Information, Place.None,
            $"'{scenario.Id}' is left out: there is no renewal in one year. Set 'years' to 2 or more in the terms."));
        return false;
    }

    private static StressOutcome Outcome(
        StressScenario? scenario, PlanMonths[] runs, PlanMonths[] basis, StressTerms terms)
    {
        var more = runs.Zip(basis, (run, same) => run.Retained - same.Retained).ToArray();
        var mean = more.Average();
        var cost = new StressCost(
            runs.Average(run => run.Gross),
            runs.Average(run => run.Years.Items.Sum(year => year.Specific)),
            runs.Average(run => run.Years.Items.Sum(year => year.Aggregate)),
            runs.Average(run => run.PaidAfter),
            runs.Average(run => run.ReceivedAfter))
        {
            RetainedMore = mean,
            RetainedMoreError = Math.Sqrt(more.Average(one => (one - mean) * (one - mean)) / more.Length),
            Retained95 = Quantile([.. runs.Select(run => run.Retained).Order()], 0.95),
        };
        return new StressOutcome(
            scenario, StressMonth.Of(runs, basis), cost, Cash(runs, basis), Profit(runs, basis, terms, mean));
    }

    private static StressCash Cash(PlanMonths[] runs, PlanMonths[] basis)
    {
        var calls = runs.Select(run => run.LargestCall).Order().ToArray();
        var lowest = runs.Select(run => run.LowestBalance).Order().ToArray();
        var peaks = runs.Zip(basis, (run, same) => Peak(run.Months.Items.Zip(
            same.Months.Items, (month, other) => month.Cash - other.Cash))).ToArray();
        return new StressCash(
            peaks.Average(peak => peak.Amount),
            peaks.Where(peak => peak.Month > 0).CountBy(peak => peak.Month).OrderByDescending(month => month.Value)
                .ThenBy(month => month.Key).FirstOrDefault().Key,
            calls.Average(), Quantile(calls, 0.95), runs.Average(run => run.Calls), lowest.Average())
        {
            LowestBalance05 = Quantile(lowest, 0.05),
        };
    }

    // Less than a cent is rounding.
    private static (double Amount, int Month) Peak(IEnumerable<double> more)
    {
        var (sum, peak, at) = (0.0, 0.0, 0);
        foreach (var (index, month) in more.Index())
        {
            sum += month;
            if (sum > peak + 0.01)
                (peak, at) = (sum, index + 1);
        }
        return (peak, at);
    }

    private static StressProfit? Profit(PlanMonths[] runs, PlanMonths[] basis, StressTerms terms, double more)
    {
        if (terms.OperatingProfit is not { } given)
            return null;
        var (profit, expected) = (given * terms.Years, basis.Average(run => run.Retained));
        return new StressProfit(
            profit - more, -more, runs.Average(run => profit - (run.Retained - expected) < 0 ? 1.0 : 0));
    }

    private static double? Rarity(PlanMonths[] runs, PlanMonths[] basis, double[] usual)
    {
        var gross = runs.Average(run => run.Years[0].Gross);
        if (Math.Abs(gross - basis.Average(run => run.Years[0].Gross)) < 0.01)
            return null;
        var found = Array.BinarySearch(usual, gross);
        return (double)(usual.Length - (found >= 0 ? found : ~found)) / usual.Length;
    }

    private static void Windows(PlanMonthTerms months, StressTerms terms, List<Finding> findings)
    {
        var first = terms.First.Months;
        var left = 1 - ContractShare.Of(months.Completion.Items, 0, first.RunOut);
        var caught = terms.Years > 1 ? Math.Min(left, ContractShare.Of(months.Completion.Items, 0,
            Math.Min(terms.Renewal.Months.RunIn, 60)) - ContractShare.Of(months.Completion.Items, 0, 0)) : 0;
        if (left - caught > Worth)
            findings.Add(new Finding(DecisionCodes.OutsideWindows, Severity.Information, Place.None, string.Create(
                CultureInfo.InvariantCulture,
                $"{left - caught:P1} of the first year's claims are paid after the windows of its {terms.First.Text}")
                + (terms.Years > 1
                    ? $" contract and are not caught by the {terms.Renewal.Text} that follows: stop-loss bears nothing"
                        + " of them."
                    : " contract: stop-loss bears nothing of them unless the contract that follows has a run-in.")));
    }

    private static void DryFund(StressOutcome[] outcomes, List<Finding> findings)
    {
        var dry = outcomes.Where(outcome => outcome.Cash.LowestBalance05 < 0).Select(outcome => string.Create(
            CultureInfo.InvariantCulture,
            $"{-outcome.Cash.LowestBalance05:N0} ({outcome.Scenario?.Id ?? "base"})")).ToList();
        if (dry.Count > 0)
            findings.Add(new Finding(DecisionCodes.FundRunsDry, Severity.Information, Place.None,
                "In one of twenty runs the fund lacks at least so much before the employer can fill it:"
                + $" {string.Join(", ", dry)}. Until then claims wait, or the administrator advances them."));
    }
}
