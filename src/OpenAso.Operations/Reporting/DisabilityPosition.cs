using System.Data.Common;
using OpenAso.Disability.Deciding;
using OpenAso.Disability.Paying;
using OpenAso.Disability.Reserving;
using OpenAso.Disability.Terms;
using OpenAso.Kernel;
using OpenAso.Operations.DisabilityClaims;
using OpenAso.Operations.Employers;

namespace OpenAso.Operations.Reporting;

/// <summary>What stands beside a line's own benefits.</summary>
/// <param name="OwedByOthers">Agreed by other carriers and settlements, and not paid yet.</param>
/// <param name="Advised">What payroll was advised to pay under advice-to-pay plans, before tax: in no funding
/// request.</param>
/// <param name="PaidByPayroll">The part of it of which payroll told that it is paid.</param>
/// <param name="Insured">Claims decided for an insurer: nothing of them is the employer's money, nor in the
/// reserve.</param>
public sealed record DisabilityBeside(Money OwedByOthers, Money Advised, Money PaidByPayroll, int Insured);

/// <summary>Where disability stands on a day, for one line.</summary>
/// <param name="Line">Short-term or long-term disability.</param>
/// <param name="Approved">Claims approved, ended ones included.</param>
/// <param name="Denied">Claims denied.</param>
/// <param name="Pended">Claims that wait for something.</param>
/// <param name="Open">Approved claims for which benefits can still be paid.</param>
/// <param name="Paid">To claimants, and to the tax authority for them, up to the day.</param>
/// <param name="Reserve">The tabular reserve of the open claims; null without a table of terminations.</param>
/// <param name="ExpectedClosures">How many of the open claims are expected to end within twelve months, in hundredths
/// of a claim; null without a table.</param>
/// <param name="Overpaid">What claimants still owe, also of what payroll paid as advised.</param>
/// <param name="Beside">What is not the plan's to pay, and what others owe it.</param>
public sealed record DisabilityLinePosition(
    LineOfCoverage Line,
    int Approved,
    int Denied,
    int Pended,
    int Open,
    Money Paid,
    Money? Reserve,
    int? ExpectedClosures,
    Money Overpaid,
    DisabilityBeside Beside)
{
    /// <summary>By line; none where the employer has no disability plan.</summary>
    internal static ValueList<DisabilityLinePosition> Of(DbConnection connection, EmployerTerms terms, DateOnly day)
    {
        if (terms.Disability is not { } basis)
            return [];
        var claims = ClaimDecisions.On(connection, terms, day, through: day)
            .ToLookup(claim => basis.Plan(claim.Kept.Plan.Value)?.Wordings[0].Line);
        var paid = BookedBenefitRows.PaidByLine(connection, terms.Scope, day);
        var payrolls = BookedBenefitRows.PaidPayrolls(connection, terms.Scope, day);
        return basis.Plans.Items.Select(plan => plan.Wordings[0].Line).Distinct()
            .Select(line => Of(
                line, [.. claims[line]], basis.Terminations, paid.GetValueOrDefault(line), day, payrolls))
            .ToValueList();
    }

    private static DisabilityLinePosition Of(
        LineOfCoverage line, List<DecidedDisability> claims, TerminationTable? table, Money paid, DateOnly day,
        HashSet<DateOnly> payrolls)
    {
        // Those that the employer's own money pays, whether by the plan or by payroll.
        var own = claims.Where(claim =>
            claim.Assessment?.Terms?.Arrangement is not PaymentArrangement.Insured).ToList();
        var open = own.Where(claim => claim.Outcome == DecisionOutcome.Approved)
            .Select(claim => claim.Assessment).OfType<DisabilityAssessment>()
            .Where(assessment => assessment.Course?.Periods[^1].End == Disability.Benefits.EndReason.None).ToList();
        var reserves = table is null ? null
            : open.Select(assessment => OpenClaimReserve.Of(assessment, table)).OfType<OpenClaimReserve>().ToList();
        var recovered = claims.SelectMany(claim => claim.Recoveries).Where(row => row.Day <= day).ToList();
        var advised = claims.SelectMany(claim => claim.Booked).Where(row => row.IsAdvice && row.Day <= day).ToList();
        return new DisabilityLinePosition(
            line,
            Count(DecisionOutcome.Approved),
            Count(DecisionOutcome.Denied),
            Count(DecisionOutcome.Pended),
            open.Count,
            paid,
            reserves?.Total(reserve => reserve.Reserve),
            reserves is null ? null : OpenClaimReserve.ExpectedClosures(reserves),
            claims.SelectMany(claim => claim.Booked).Where(row => row.Day <= day)
                .Total(row => row.Amounts.Found - row.Amounts.Recovery)
                - recovered.Where(row => row.Step != ThirdPartyStep.Received).Total(row => row.Amount),
            new DisabilityBeside(
                recovered.Where(row => row.Step == ThirdPartyStep.Agreed).Total(row => row.Amount)
                    - recovered.Where(row => row.Step == ThirdPartyStep.Received).Total(row => row.Amount),
                advised.Total(row => row.Payable),
                advised.Where(row => payrolls.Contains(row.Day)).Total(row => row.Payable),
                claims.Count - own.Count));

        int Count(DecisionOutcome outcome) => claims.Count(claim => claim.Outcome == outcome);
    }
}
