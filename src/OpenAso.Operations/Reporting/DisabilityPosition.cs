using System.Data.Common;
using OpenAso.Disability.Deciding;
using OpenAso.Disability.Reserving;
using OpenAso.Kernel;
using OpenAso.Operations.DisabilityClaims;
using OpenAso.Operations.Employers;

namespace OpenAso.Operations.Reporting;

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
/// <param name="Overpaid">What claimants still owe.</param>
public sealed record DisabilityLinePosition(
    LineOfCoverage Line,
    int Approved,
    int Denied,
    int Pended,
    int Open,
    Money Paid,
    Money? Reserve,
    int? ExpectedClosures,
    Money Overpaid)
{
    /// <summary>By line; none where the employer has no disability plan.</summary>
    internal static ValueList<DisabilityLinePosition> Of(DbConnection connection, EmployerTerms terms, DateOnly day)
    {
        if (terms.Disability is not { } basis)
            return [];
        var claims = ClaimDecisions.On(connection, terms, day, through: day)
            .ToLookup(claim => basis.Plan(claim.Kept.Plan.Value)?.Wordings[0].Line);
        var paid = BookedBenefitRows.PaidByLine(connection, terms.Scope, day);
        return basis.Plans.Items.Select(plan => plan.Wordings[0].Line).Distinct()
            .Select(line => Of(line, [.. claims[line]], basis.Terminations, paid.GetValueOrDefault(line), day))
            .ToValueList();
    }

    private static DisabilityLinePosition Of(
        LineOfCoverage line, List<DecidedDisability> claims, TerminationTable? table, Money paid, DateOnly day)
    {
        var open = claims.Select(claim => claim.Assessment).OfType<DisabilityAssessment>()
            .Where(assessment => assessment.Course?.Periods[^1].End == Disability.Benefits.EndReason.None).ToList();
        var reserves = table is null ? null
            : open.Select(assessment => OpenClaimReserve.Of(assessment, table)).OfType<OpenClaimReserve>().ToList();
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
                .Total(row => row.Amounts.Found - row.Amounts.Recovery));

        int Count(DecisionOutcome outcome) => claims.Count(claim => claim.Outcome == outcome);
    }
}
