using System.Data.Common;
using System.Globalization;
using OpenAso.Disability.Claims;
using OpenAso.Disability.Taxes;
using OpenAso.Kernel;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.DisabilityClaims.Statements;

/// <summary>Tells what was paid as sick pay in a calendar year, from the books.</summary>
/// <remarks>Amounts are those that were booked; what the employer paid besides, and what came back, is taken from the
/// newest version of each claim.</remarks>
/// <param name="books">Open.</param>
public sealed class SickPayUseCase(Books books)
{
    /// <summary>The statements of a year.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="year">The calendar year.</param>
    /// <returns>Without statements where nothing was paid.</returns>
    public SickPayReport Show(EmployerTerms terms, int year)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return books.Database.Read(connection => Show(connection, terms, year));
    }

    private static SickPayReport Show(DbConnection connection, EmployerTerms terms, int year)
    {
        if (terms.Disability is not { } basis)
            return new SickPayReport(terms.Scope.Employer, terms.Agreement.Segments[^1].Employer.Name, year, [], []);
        var findings = new List<Finding>();
        var statements = ClaimDecisions.On(connection, terms, DateOnly.MaxValue, through: null)
            .Select(claim => BookedSickPay.Of(claim, basis, year)).OfType<BookedSickPay>()
            .GroupBy(one => (one.Claim.Claimant.MemberId, one.Terms))
            .OrderBy(group => group.Key.MemberId, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Terms.EmployerTaxes)
            .Select(group => Statement([.. group], basis, year, findings))
            .ToValueList();
        return new SickPayReport(terms.Scope.Employer, terms.Agreement.Segments[^1].Employer.Name, year, statements,
        [
            .. statements.Items.SelectMany(statement => statement.Findings.Items),
            .. findings,
            .. PaidOtherwise(connection, terms.Scope, year),
        ]);
    }

    private static SickPayStatement Statement(
        List<BookedSickPay> claims, DisabilityBasis basis, int year, List<Finding> findings)
    {
        var last = claims.OrderBy(one => one.Claim.Received).Last().Claim;
        return SickPayStatement.Of(
            new SickPayee(last.Claimant.MemberId, last.Claimant.Name, claims.Select(one => one.Claim.Id).ToValueList()),
            claims.Select(one => one.Figures).Aggregate((all, one) => all.With(one)),
            claims[0].Terms,
            Besides([.. claims.Select(one => one.Claim)], year, findings),
            basis.Law);
    }

    // The claim that was received last wins.
    private static YearWages? Besides(List<DisabilityClaim> claims, int year, List<Finding> findings)
    {
        var told = claims.OrderBy(claim => claim.Received)
            .SelectMany(claim => claim.Wages.Items.Where(one => one.Year == year)).ToList();
        if (told.Distinct().Skip(1).Any())
            findings.Add(new Finding(
                SickPayCodes.WagesDiffer, Severity.Warning, Place(claims[0].Claimant.MemberId, year),
                $"The claims {string.Join(", ", claims.Select(claim => claim.Id))} say different wages that the "
                    + "employer paid besides. The claim received last counts; write the same into all."));
        return told.LastOrDefault();
    }

    // Sick pay belongs to the year in which it is paid.
    private static IEnumerable<Finding> PaidOtherwise(DbConnection connection, EmployerScope scope, int year) =>
        BookedPaymentYears.Of(connection, scope, year).Select(one => new Finding(
            SickPayCodes.PaidInAnotherYear, Severity.Warning, Place(one.Member, year),
            $"{one.Amount} of benefits for periods that ended in {Text(one.Ended)} "
                + (one.Paid is { } paid ? $"were paid in {Text(paid)}" : "are not paid yet")
                + ": they are sick pay of the year in which they are paid. Move them before the statement is sent."));

    private static Place Place(string member, int year) => new("", 0, 0, $"claimant {member}, {Text(year)}");

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
