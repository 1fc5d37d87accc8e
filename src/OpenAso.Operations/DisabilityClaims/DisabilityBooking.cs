using OpenAso.Disability.Deciding;
using OpenAso.Disability.Terms;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.DisabilityClaims;

/// <summary>Books the disability benefits that have become due.</summary>
internal static class DisabilityBooking
{
    /// <summary>Decides every claim again and books what is certified through a day, and what newer versions
    /// change. A claim that waits for something stays as it was booked.</summary>
    /// <param name="session">Of the database.</param>
    /// <param name="terms">Of the employer.</param>
    /// <param name="day">Periods that end by it are due.</param>
    /// <param name="arrangement">Who pays: the plan, or the employer's payroll as advised.</param>
    /// <returns>What was booked.</returns>
    public static IReadOnlyList<BookedBenefit> BookThrough(
        WriteSession session, EmployerTerms terms, DateOnly day,
        PaymentArrangement arrangement = PaymentArrangement.EmployersAgent)
    {
        if (terms.Disability is not { } basis)
            return [];
        var claims = ClaimDecisions.On(session.Connection, terms, day, through: null).Where(claim =>
            claim.Assessment is { Terms: { } plan, Decision.Outcome: not DecisionOutcome.Pended }
            && plan.Arrangement == arrangement
            // Booked on a later day already: that day knows more.
            && !claim.Booked.Any(row => row.Day > day) && !claim.Recoveries.Any(row => row.Day > day)).ToList();
        if (claims.Count == 0)
            return [];
        var paid = BookedBenefitRows.Paid(session.Connection, terms.Scope);
        var rows = claims.SelectMany(claim => Rows(claim, basis, paid, day)).ToList();
        foreach (var row in rows)
            BookedBenefitRows.Keep(session, terms.Scope, row);
        var recovered = claims.SelectMany(claim => Recovered(claim, basis, day)).ToList();
        foreach (var row in recovered)
            BookedRecoveryRows.Keep(session, terms.Scope, row);
        TransferRows.Post(session, terms.Scope,
        [
            .. rows.SelectMany(row => BenefitTransfers.Of(row, terms.Scope)),
            .. recovered.SelectMany(row => row.Transfers(terms.Scope)),
        ]);
        return rows;
    }

    private static IEnumerable<BookedBenefit> Rows(
        DecidedDisability claim, DisabilityBasis basis, HashSet<(string Claim, BenefitKey Key)> paid, DateOnly day)
    {
        if (claim is not { Family: { } family, Assessment: { Terms: { } terms } assessment })
            yield break;
        var number = claim.Booked.Count;
        foreach (var (key, amounts, through) in BenefitBooking.Differences(
            BenefitBooking.Due(assessment, day), claim.Booked, key => paid.Contains((claim.Kept.Claim, key))))
        {
            number++;
            yield return new BookedBenefit
            {
                Claim = claim.Kept.Claim,
                Number = number,
                Key = key,
                Through = through,
                Version = claim.Kept.Version,
                Plan = terms.Id,
                PlanHash = terms.Version,
                LawHash = basis.LawHash,
                Family = family,
                Line = terms.Line,
                Day = day,
                IsAdvice = terms.Arrangement == PaymentArrangement.AdviceToPay,
                Amounts = amounts,
            };
        }
    }

    private static IEnumerable<BookedRecovery> Recovered(DecidedDisability claim, DisabilityBasis basis, DateOnly day)
    {
        if (claim.Assessment is not { Terms: { } terms } assessment)
            return [];
        return RecoveryBooking.Differences(RecoveryBooking.Due(assessment, day), claim.Recoveries)
            .Select((change, index) => new BookedRecovery(
                claim.Kept.Claim, claim.Recoveries.Count + index + 1, change.Step, change.On, claim.Kept.Version,
                terms.Version, basis.LawHash, terms.Line, day, change.Amount));
    }
}
