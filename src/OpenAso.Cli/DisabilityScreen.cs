using System.Globalization;
using OpenAso.Disability.Benefits;
using OpenAso.Disability.Deciding;
using OpenAso.Disability.Paying;
using OpenAso.Disability.Reserving;
using OpenAso.Disability.Terms;
using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.Operations;
using OpenAso.Operations.DisabilityClaims;
using OpenAso.Plans;
using static OpenAso.Cli.Figures;

namespace OpenAso.Cli;

/// <summary>A disability claim on one screen.</summary>
internal static class DisabilityScreen
{
    public static void Write(DisabilityPlan plan, ValueList<ExampleDifference> differences, Terminal terminal)
    {
        foreach (var difference in differences)
            terminal.Output.WriteLine($"{difference.Place}: {difference.Example}: {difference.What} is "
                + $"{difference.Actual}, the plan promises {difference.Expected}.");
        var wrong = differences.Items.Select(difference => difference.Example).Distinct().Count();
        terminal.Output.WriteLine(plan.Examples.Count == 0
            ? $"{plan.Wordings[0].Name}: has no worked examples; add some, so that everyone can see what it means."
            : $"{plan.Wordings[0].Name}: {plan.Examples.Count - wrong} of {plan.Examples.Count} worked examples"
                + " agree.");
    }

    public static void Write(DisabilityAssessment assessment, OpenClaimReserve? reserve, Terminal terminal)
    {
        var output = terminal.Output;
        var claim = assessment.Claim;
        output.WriteLine($"Claim {claim.Id}, {claim.Claimant.Name.First} {claim.Claimant.Name.Last}: "
            + $"{Spoken(assessment.Decision.Outcome.ToString())}"
            + (assessment.Terms is { } terms ? $" under {terms.Name} ({terms.Id}, version {terms.Version})" : ""));
        output.WriteLine(new string('─', 96));
        foreach (var reason in assessment.Decision.Reasons)
            output.WriteLine($"  {Spoken(reason.Reason.ToString())}{Cited(assessment.Terms, reason.Clause)}");
        if (assessment is { Schedule: { } schedule, Course: { } course })
        {
            foreach (var period in course.Periods)
                output.WriteLine(Period(period, assessment.Earnings[period.Number - 1]));
            WriteSchedule(schedule, output);
            WriteSteps(schedule, assessment.Terms!, output);
            WriteMoney(assessment, schedule, output);
        }
        DisabilityBesideScreen.Write(assessment, output);
        foreach (var clock in assessment.Clocks)
            output.WriteLine(Clock(clock));
        if (assessment.Letter is { } letter)
            output.WriteLine((letter == LetterKind.Extension ? "If it is not decided in time, a letter" : "A letter")
                + $" of {Spoken(letter.ToString()).ToLowerInvariant()} has "
                + $"{LetterContentRules.For(letter).Count} things that it must say (--json lists them).");
        if (reserve is not null)
            output.WriteLine($"Reserve ({reserve.Table} table, after {Day(reserve.ValuedOn)}): "
                + $"{Dollars(reserve.Reserve)} for {reserve.ExpectedMonths / 100m:0.00} expected of "
                + $"{reserve.MonthsLeft} months at {Dollars(reserve.Monthly)}; "
                + $"{reserve.ClosedWithinYear} likely to end within a year.");
    }

    private static void WriteSchedule(PaymentSchedule schedule, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"  {"from",-12}{"through",-13}{"days",4}{"gross",10}{"offsets",10}{"net",10}{"corrected",11}"
            + $"{"paid",10}{"taxable",10}{"FICA",10}{"FICA tax",10}{"withheld",10}");
        foreach (var payment in schedule.Payments)
        {
            var period = payment.Period;
            output.WriteLine($"  {Day(period.From),-12}{Day(period.Through) + (period.IsCertified ? "" : " *"),-13}"
                + $"{period.Days,4}{Dollars(period.Gross),10}{Dollars(period.Gross - period.Net),10}"
                + $"{Dollars(period.Net),10}{Dollars(payment.Adjustment - payment.Recovery),11}"
                + $"{Dollars(payment.Paid),10}{Dollars(payment.Taxable),10}{Dollars(payment.FicaTaxable),10}"
                + $"{(payment.Fica is { } fica ? Dollars(fica.Withheld.Total) : Unknown(payment)),10}"
                + $"{(payment.Withheld is { } withheld ? Dollars(withheld) : "payroll"),10}");
        }
        output.WriteLine();
        if (schedule.Payments.Items.Any(payment => !payment.Period.IsCertified))
            output.WriteLine("* Not certified yet: a preview, not payable.");
    }

    private static string Unknown(BenefitPayment payment) => payment.Withheld is null ? "payroll" : "unknown";

    // How the first benefit in each set of circumstances came about.
    private static void WriteSteps(PaymentSchedule schedule, DisabilityTerms terms, TextWriter output)
    {
        var seen = new HashSet<BenefitRate>();
        var cited = new HashSet<ClauseNumber>();
        foreach (var payment in schedule.Payments)
        {
            if (!payment.Period.Rates.Items.Any(rated => seen.Add(rated.Rate)))
                continue;
            var rated = payment.Period.Rates[^1];
            output.WriteLine($"{Day(payment.Period.From)}..{Day(payment.Period.Through)}: earnings "
                + $"{Dollars(rated.Rate.Earnings)}, {rated.Rate.Share} of them {Dollars(rated.Rate.BeforeMaximum)}, "
                + $"full benefit {Dollars(rated.Rate.Gross)}, least {Dollars(rated.Rate.Least)}; "
                + $"{rated.Weight} of {rated.Whole} days");
            var balance = Money.Zero;
            foreach (var step in ScheduleWords.StepsOf(payment, terms))
            {
                balance += step.Amount;
                output.WriteLine($"  {step.Name,-26}{Dollars(step.Amount),12}{Dollars(balance),12}"
                    + (cited.Add(step.Clause) ? Cited(terms, step.Clause) : $"  [{terms[step.Clause].Id}]"));
            }
            foreach (var step in TaxWords.StepsOf(payment))
            {
                balance += step.Amount;
                output.WriteLine($"  {step.Name,-26}{Dollars(step.Amount),12}{Dollars(balance),12}  {step.Basis}");
            }
        }
        output.WriteLine();
    }

    private static void WriteMoney(DisabilityAssessment assessment, PaymentSchedule schedule, TextWriter output)
    {
        foreach (var overpayment in schedule.Overpayments)
            output.WriteLine($"Overpaid, known on {Day(overpayment.Since)}: {Dollars(overpayment.Amount)} "
                + $"({string.Join(", ", overpayment.ByYear.Items.Select(Year))})");
        if (schedule.Repaid.IsPositive)
            output.WriteLine($"Repaid: {Dollars(schedule.Repaid)}");
        if (schedule.Open.Count > 0)
            output.WriteLine($"Still open: {string.Join(", ", schedule.Open.Items.Select(Year))}. Income tax on years "
                + "before that of the repayment is not undone; their FICA wages are.");
        if (schedule.AdjustmentDue.IsPositive)
            output.WriteLine($"Owed for periods that are over: {Dollars(schedule.AdjustmentDue)}");
        if (schedule.Survivor is { } survivor)
            output.WriteLine($"Survivor benefit: {Dollars(survivor.Amount)}, less {Dollars(survivor.Recovery)} overpaid"
                + Cited(assessment.Terms, assessment.Terms!.Survivor!.Clause));
        foreach (var year in assessment.TaxYears)
            output.WriteLine($"{year.Year}: paid {Dollars(year.Paid)}, taxable {Dollars(year.Taxable)}, not taxable "
                + $"{Dollars(year.NotTaxable)}, FICA wages {Dollars(year.FicaTaxable)}, withheld "
                + Dollars(year.Withheld)
                + (year.FicaWithheld is { } fica ? $", FICA tax {Dollars(fica.Total)}" : ""));
        foreach (var one in schedule.Corrections.Items.Where(one => !one.FicaWages.IsZero))
            output.WriteLine($"{Dollars(one.Amount)} of {one.Year} came back on {Day(one.Day)}, before tax: FICA wages "
                + $"of {one.Year} are less by {Dollars(one.FicaWages)}, the employee's tax by "
                + $"{Dollars(one.Employee.Total)}.");
        if (assessment.LongTerm is { } transition)
            output.WriteLine($"Short-term benefits end on {Day(transition.ShortTermEnds)} at the latest; begin the "
                + $"long-term claim by {Day(transition.NoticeOn)}.");
    }

    private static string Period(DisabilityPeriod period, PredisabilityEarnings earnings)
    {
        var text = $"Disability {period.Number}: {Words.Of(period.Cause.ToString())} since {Day(period.First)}, "
            + $"earnings {Dollars(earnings.Yearly)} a year";
        if (period.BenefitsFrom is { } from)
            text += $", benefits from {Day(from)} to {Day(period.LatestEnd!.Value)} at the latest";
        if (period.AnyOccupationFrom is { } any)
            text += $", any occupation from {Day(any)}";
        return period.End == EndReason.None ? text : $"{text}; {Spoken(period.End.ToString()).ToLowerInvariant()}";
    }

    private static string Clock(ClaimClock clock) => $"Clock '{clock.Name}': from {Day(clock.Begun)}"
        + (clock.Due is { } due ? $" to {Day(due)}" : "")
        + (clock.AnswerBy is { } answer ? $", stopped for an answer by {Day(answer)}" : "")
        + (clock.DaysStopped > 0 ? $", {Counted.Of(clock.DaysStopped, "day", "days")} stopped" : "")
        + (clock.IsMissed ? ", missed" : "");

    private static string Cited(DisabilityTerms? terms, ClauseNumber clause) =>
        terms is null || clause == ClauseNumber.None ? "" : $"  [{terms[clause].Id}] {terms[clause].Text}";

    private static string Year(YearAmount year) => $"{Dollars(year.Amount)} of {year.Year}";

    private static string Spoken(string name)
    {
        var words = Words.Of(name).Replace('-', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
