using System.Data.Common;
using Dapper;
using OpenAso.Decision.Comparing;
using OpenAso.Edi.Csv;
using OpenAso.Kernel;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Insuring;
using OpenAso.Operations.Paying;
using OpenAso.Operations.Storing;
using OpenAso.StopLoss.Policies;
using OpenAso.Storage;

namespace OpenAso.Operations.Comparing;

/// <summary>What past plan years really brought, from the books or from another system's file.</summary>
public static class PastYearsUseCase
{
    /// <summary>The years of a file.</summary>
    /// <param name="rows">As read.</param>
    public static IEnumerable<PastYear> Of(IEnumerable<PastYearRow> rows) => rows.Select(row =>
        new PastYear(row.Year, row.MemberMonths, row.Claims, row.Pooled)
        {
            Fees = row.Fees,
            StopLossPremium = row.StopLossPremium,
            Recoveries = row.Recoveries,
        });

    /// <summary>The plan years of an employer: what was incurred in them and decided so far, fees and premium as
    /// billed, and what stop-loss owes.</summary>
    /// <remarks>A stop-loss policy belongs to the plan year in which it begins. A year whose last day is not a full
    /// year back is told as not complete: claims of it will still come.</remarks>
    /// <param name="books">Open for reading at least.</param>
    /// <param name="terms">Of the employer.</param>
    /// <param name="asOf">The day; nothing received or billed later counts. Null for all there is.</param>
    /// <param name="asked">Which lines of coverage, and the insurer's pooling level.</param>
    public static IReadOnlyList<PastYear> Of(Books books, EmployerTerms terms, DateOnly? asOf, PastQuestion asked)
    {
        ArgumentNullException.ThrowIfNull(books);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(asked);
        return books.Database.Read(connection =>
        {
            var day = asOf ?? LastDay(connection, terms.Scope) ?? terms.Agreement.Effective.First;
            return Years(connection, terms, day, asked);
        });
    }

    private static List<PastYear> Years(DbConnection connection, EmployerTerms terms, DateOnly day, PastQuestion asked)
    {
        var claims = connection
            .Query<(string Family, long Person, string Day, long Paid)>(
                ClaimsQuery(connection), Bound(terms.Scope, day, asked))
            .GroupBy(row => terms.Agreement.Year.Containing(Days.Parse(row.Day)))
            .ToDictionary(year => year.Key, year => year
                .GroupBy(row => (row.Family, row.Person), row => new Money(row.Paid))
                .Select(person => person.Total()).ToList());
        var spans = connection
            .Query<(string Family, long Person, string First, string Last)>(
                CoverageQuery(connection), Bound(terms.Scope, day, asked))
            .Select(row => ((row.Family, row.Person), Span: new DateRange(Days.Parse(row.First), Days.Parse(row.Last))))
            .ToList();
        var bills = FeeRows.Read(connection, terms.Scope, terms.Agreement);
        return [.. claims.Keys.OrderBy(year => year.First).Select(year =>
        {
            var people = claims[year];
            var (premium, recoveries) = StopLoss(connection, terms, year, day);
            return new PastYear(
                year.First.Year, MemberMonths(spans, year, day), people.Total(),
                people.Total(person => asked.Pooling is { } level ? Money.Min(person, level) : person))
            {
                Fees = bills.Where(bill => year.Contains(bill.Month.First) && bill.Month.First <= day)
                    .Total(bill => bill.Lines.Items
                        .Where(line => line.Fee.Line is not { } of || asked.Lines.Contains(of))
                        .Total(line => line.Amount)),
                StopLossPremium = premium,
                Recoveries = recoveries,
                IsComplete = year.Last.AddYears(1) <= day,
            };
        })];
    }

    private static (Money Premium, Money Recoveries) StopLoss(
        DbConnection connection, EmployerTerms terms, DateRange year, DateOnly day)
    {
        Money premium = Money.Zero, recoveries = Money.Zero;
        foreach (var policy in terms.Policies.Items.Where(policy => year.Contains(policy.Period.First)))
        {
            premium += PremiumRows.Billed(connection, terms.Scope, policy)
                .Where(bill => bill.Key.First <= day).Total(bill => bill.Value);
            recoveries += Owed(connection, terms, policy, day);
        }
        return (premium, recoveries);
    }

    private static Money Owed(DbConnection connection, EmployerTerms terms, StopLossPolicy policy, DateOnly day) =>
        RecoverableBooking.Of(StopLossBooks.FromScratch(connection, terms, policy, day).Position());

    // A person counts once in a month, whatever number of spans holds its first day.
    private static long MemberMonths(
        List<((string Family, long Person) Who, DateRange Span)> spans, DateRange year, DateOnly day)
    {
        var months = 0L;
        for (var month = Month.Of(year.First); month <= Month.Of(year.Last) && month.First <= day; month = month.Next)
            months += spans.Where(one => one.Span.Contains(month.First)).Select(one => one.Who).Distinct().LongCount();
        return months;
    }

    private static DateOnly? LastDay(DbConnection connection, EmployerScope scope) => connection.ExecuteScalar<string?>(
        "select max(received) from claim where tenant = @tenant and employer = @employer",
        scope.Bound()) is { } last ? Days.Parse(last) : null;

    private static string ClaimsQuery(DbConnection connection) =>
        $"""
        select family, person, first_service, sum(plan_paid) from claim
        where tenant = @tenant and employer = @employer and received <= @day and status = 0 and reversed_by is null
          and plan_paid <> 0 and coalesce(line_of_coverage, 0) {connection.Among("lines")}
        group by family, person, first_service
        """;

    private static string CoverageQuery(DbConnection connection) =>
        $"""
        select family, person, first_day, last_day from coverage
        where tenant = @tenant and employer = @employer and first_day <= @day and line {connection.Among("lines")}
        """;

    private static DynamicParameters Bound(EmployerScope scope, DateOnly day, PastQuestion asked) =>
        scope.Bound(new { day = Days.Text(day), lines = asked.Lines.Select(line => (long)line).ToArray() });
}

/// <summary>What of past years is asked.</summary>
/// <param name="Lines">Lines of coverage; at least one. Fees of no line count with them, stop-loss whole.</param>
/// <param name="Pooling">Above which a person's claims are not counted as experience; null for none.</param>
public sealed record PastQuestion(IReadOnlyList<LineOfCoverage> Lines, Money? Pooling);
