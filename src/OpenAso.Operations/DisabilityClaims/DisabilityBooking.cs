using OpenAso.Operations.Employers;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.DisabilityClaims;

/// <summary>Books the disability benefits that have become due.</summary>
internal static class DisabilityBooking
{
    /// <summary>Decides every claim again and books what is certified through a day, and what newer versions
    /// change.</summary>
    /// <param name="session">Of the database.</param>
    /// <param name="terms">Of the employer.</param>
    /// <param name="day">Periods that end by it are due.</param>
    /// <returns>What was booked.</returns>
    public static IReadOnlyList<BookedBenefit> BookThrough(WriteSession session, EmployerTerms terms, DateOnly day)
    {
        if (terms.Disability is not { } basis)
            return [];
        var claims = ClaimDecisions.On(session.Connection, terms, day, through: null);
        if (claims.Count == 0)
            return [];
        var paid = BookedBenefitRows.Paid(session.Connection, terms.Scope);
        var rows = claims.SelectMany(claim => Rows(claim, basis, paid, day)).ToList();
        foreach (var row in rows)
            BookedBenefitRows.Keep(session, terms.Scope, row);
        TransferRows.Post(
            session, terms.Scope, [.. rows.SelectMany(row => BenefitTransfers.Of(row, terms.Scope))]);
        return rows;
    }

    private static IEnumerable<BookedBenefit> Rows(
        DecidedDisability claim, DisabilityBasis basis, HashSet<(string Claim, BenefitKey Key)> paid, DateOnly day)
    {
        if (claim is not { Family: { } family, Assessment: { } assessment })
            yield break;
        // Booked on a later day already: that day knows more.
        if (assessment.Terms is not { } terms || claim.Booked.Any(row => row.Day > day))
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
                Amounts = amounts,
            };
        }
    }
}
