using Dapper;
using OpenAso.Kernel;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Reporting;

/// <summary>Shows what a month's claims cost is made of.</summary>
/// <param name="books">Open for reading at least.</param>
public sealed class PaidAmountsUseCase(Books books)
{
    /// <summary>The parts of a month.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="month">Of the payments.</param>
    /// <param name="line">One line of coverage; null for all.</param>
    /// <param name="withClaims">Whether each part says its claim, which an employer may not know.</param>
    public PaidAmounts Show(EmployerTerms terms, Month month, LineOfCoverage? line, bool withClaims = false)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var rows = Read(terms.Scope, month, line, withClaims);
        var people = rows.Select(row => row.Pseudonym).Distinct(StringComparer.Ordinal).Count();
        var all = new PaidAmounts(month, line, people, rows.Total(row => row.Amount), [.. rows])
        {
            NamesClaims = withClaims,
        };
        return all.IsSuppressed ? all with { Rows = [] } : all;
    }

    private List<PaidAmount> Read(EmployerScope scope, Month month, LineOfCoverage? line, bool withClaims) =>
        books.Database.Read(connection => connection
            .Query<(string Day, string Payment, string Family, long Person, long? Line, string Claim, long Amount)>(
                $"""
                select p.day, p.payment, c.family, c.person, c.line_of_coverage,
                  {(withClaims ? "c.claim" : "''")} as claim, sum(i.amount) as amount from payment_item i
                join payment p on p.tenant = i.tenant and p.employer = i.employer and p.payment = i.payment
                join claim c on c.tenant = i.tenant and c.employer = i.employer and c.claim = i.claim
                  and c.family = i.family
                where i.tenant = @tenant and i.employer = @employer and i.live = 1 and i.amount <> 0
                  and p.day >= @first and p.day <= @last and (@line is null or c.line_of_coverage = @line)
                group by 1, 2, 3, 4, 5, 6
                """,
                scope.Bound(new
                {
                    first = Days.Text(month.First),
                    last = Days.Text(month.Last),
                    line = (long?)line,
                }))
            .Select(row => new PaidAmount(
                Days.Parse(row.Day), row.Payment, Pseudonyms.Of(scope, row.Family, row.Person),
                (LineOfCoverage?)row.Line, new Money(row.Amount))
            { Claim = row.Claim })
            .OrderBy(row => row.Day).ThenBy(row => row.Pseudonym, StringComparer.Ordinal)
            .ThenBy(row => row.Payment, StringComparer.Ordinal).ThenBy(row => row.Claim, StringComparer.Ordinal)
            .ToList());
}
