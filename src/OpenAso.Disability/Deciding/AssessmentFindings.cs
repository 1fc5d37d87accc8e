using System.Globalization;
using OpenAso.Disability.Paying;
using OpenAso.Kernel;

namespace OpenAso.Disability.Deciding;

/// <summary>What an examiner should look at.</summary>
internal static class AssessmentFindings
{
    public static ValueList<Finding> Of(DisabilityAssessment assessment)
    {
        var place = new Place("", 0, 0, $"claim {assessment.Claim.Id}");
        var findings = new List<Finding>();
        foreach (var clock in assessment.Clocks.Items.Where(clock => clock.IsMissed))
            findings.Add(new Finding(AssessmentCodes.ClockMissed, Severity.Warning, place,
                $"The time for '{clock.Name}' was not kept: it began on {Day(clock.Begun)}"
                + $"{(clock.Due is { } due ? $" and ended on {Day(due)}" : "")}. Review what follows from it."));
        if (assessment.LongTerm is { IsDue: true } transition)
            findings.Add(new Finding(AssessmentCodes.LongTermDue, Severity.Warning, place,
                $"Short-term benefits end on {Day(transition.ShortTermEnds)} at the latest, and disability is certified"
                + $" beyond {Day(transition.NoticeOn)}. Begin the long-term claim."));
        if (assessment.Terms is { IsWeekly: true, CountsTowardAggregate: null } && assessment.Schedule is not null)
            findings.Add(new Finding(AssessmentCodes.StopLossUnknown, Severity.Information, place,
                "The plan does not say whether weekly income counts under the aggregate stop-loss. "
                + "Write 'aggregate-stop-loss: yes' or 'no' as the policy has it."));
        if (assessment.Schedule is { Open.Count: > 0 } schedule)
            findings.Add(new Finding(AssessmentCodes.OverpaymentOpen, Severity.Warning, place,
                $"{schedule.Open.Items.Total(year => year.Amount)} of overpaid benefits are still open. Ask for them "
                + "back, or go on taking them from later benefits."));
        if (assessment.Schedule is { } paid && paid.Of(ThirdPartyStep.TooMuch) is { IsPositive: true } tooMuch)
            findings.Add(new Finding(AssessmentCodes.MoreThanOwed, Severity.Warning, place,
                $"Others paid {tooMuch} more than was owed: benefits, the claimant or they themselves had paid it back "
                + "before. Send it back; it is not booked."));
        if (assessment.Leave is { ExhaustedOn: { } exhausted } leave)
            findings.Add(new Finding(AssessmentCodes.LeaveUsedUp, Severity.Information, place,
                $"Job-protected leave is used up with {Day(exhausted)}; the last protected day is "
                + $"{(leave.ProtectedThrough is { } last ? Day(last) : "none")}. Tell the employer, who decides what "
                + "becomes of job and coverage afterwards."));
        findings.AddRange(Taxes.TaxFindings.Of(assessment, place));
        return findings.ToValueList();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
