using System.Globalization;
using OpenAso.Disability.Claims;
using OpenAso.Disability.Deciding;
using OpenAso.Disability.Leave;
using OpenAso.Disability.Paying;
using OpenAso.Disability.Terms;
using OpenAso.Documents;
using static OpenAso.Cli.Figures;

namespace OpenAso.Cli;

/// <summary>What stands beside the schedule of a disability claim: who pays, what others pay back, leave and the
/// return.</summary>
internal static class DisabilityBesideScreen
{
    public static void Write(DisabilityAssessment assessment, TextWriter output)
    {
        foreach (var one in assessment.Claim.Recoveries)
            output.WriteLine($"{Day(one.Asserted.Day)}: the plan claims {Dollars(one.Asserted.Amount)} from "
                + (one.From == RecoverySource.Carrier ? "the other carrier" : "the claimant's settlement"));
        if (assessment.Schedule is { } schedule)
            WriteThirdParties(schedule, output);
        if (assessment is { Schedule: not null, Terms: { } terms } && Payer(terms.Arrangement) is { } payer)
            output.WriteLine(payer);
        if (assessment.ReturnExpected is { } back)
            output.WriteLine(assessment.Claim.Work.Items.Any(spell => spell.IsFull && spell.Days.First == back)
                ? $"Back at work: {Day(back)}" : $"Expected back at work, unless more is certified: {Day(back)}");
        if (assessment.Leave is { } leave)
            WriteLeave(leave, output);
    }

    private static string? Payer(PaymentArrangement arrangement) => arrangement switch
    {
        PaymentArrangement.AdviceToPay => "The employer's payroll pays and withholds, as it is advised.",
        PaymentArrangement.Insured => "An insurer bears and pays the benefits, none of them the employer.",
        _ => null,
    };

    private static void WriteThirdParties(PaymentSchedule schedule, TextWriter output)
    {
        foreach (var entry in schedule.ThirdParties)
            output.WriteLine($"{Day(entry.Day)}: {Told(entry)}");
        if (!schedule.OwedByOthers.IsZero)
            output.WriteLine($"Other carriers and settlements still owe {Dollars(schedule.OwedByOthers)}.");
    }

    private static string Told(ThirdPartyEntry entry) => entry.Step switch
    {
        ThirdPartyStep.Agreed => $"others agreed to pay back {Dollars(entry.Amount)}, which the claimant owes no more",
        ThirdPartyStep.Received => $"others paid back {Dollars(entry.Amount)}",
        ThirdPartyStep.Forgiven =>
            $"the plan bears {Dollars(entry.Amount)}: its share of attorneys' fees, and what it gave up",
        _ => $"others paid {Dollars(entry.Amount)} more than was owed, to be sent back",
    };

    private static void WriteLeave(LeaveCount leave, TextWriter output)
    {
        if (leave.Standing != LeaveStanding.Protected)
        {
            output.WriteLine((leave.Standing == LeaveStanding.NotEligible
                ? "No job-protected leave: " : "Job-protected leave cannot be counted: ")
                + string.Join(", ", leave.Reasons.Items.Select(reason =>
                    Words.Of(reason.ToString()).Replace('-', ' '))) + ".");
            return;
        }
        if (leave.Days.Count == 0)
            return;
        output.WriteLine($"Job-protected leave: {Weeks(leave.WeeksTaken)} weeks taken from {Day(leave.Days[0].Day)}, "
            + $"{Weeks(leave.Days[^1].Left.Weeks)} left after {Day(leave.Days[^1].Day)}"
            + (leave.ExhaustedOn is { } exhausted ? $", used up with {Day(exhausted)}" : "") + ".");
        if (leave.ProtectedThrough is { } last)
            output.WriteLine($"  The health premium goes on at the rate of active employees through {Day(last)}.");
        if (leave.NewYearFrom is { } year)
            output.WriteLine($"  From {Day(year)} on other twelve months run: look at eligibility anew.");
    }

    private static string Weeks(decimal weeks) => weeks.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
