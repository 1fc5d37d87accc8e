using System.Data.Common;
using System.Globalization;
using Dapper;
using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.Paying;

/// <summary>Counts covered employees, and keeps what was counted when a month was billed.</summary>
internal static class CensusRows
{
    private static readonly BulkInsert<(EmployerScope Scope, Month Month, CensusCount Count, string Hash)> Insert = new(
        "census",
        ["tenant", "employer", "month", "line", "tier", "employees", "hash"],
        OnConflict.Update("tenant", "employer", "month", "line", "tier"),
        (row, binder) =>
        {
            binder.Bind(1, row.Scope.Tenant.Value);
            binder.Bind(2, row.Scope.Employer.Value);
            binder.Bind(3, row.Month.ToString());
            binder.Bind(4, (long)row.Count.Line);
            binder.Bind(5, (long)row.Count.Tier);
            binder.Bind(6, (long)row.Count.Employees);
            binder.Bind(7, row.Hash);
        });

    /// <summary>Employees covered on the first day of a month, as it is known now, by what the agreement says of each
    /// line.</summary>
    public static IReadOnlyList<CensusCount> Count(DbConnection connection, EmployerTerms terms, Month month)
    {
        var enrolled = Counts(connection,
            """
            select line, tier, count(*) from coverage
            where tenant = @tenant and employer = @employer and person = 1 and first_day <= @day and last_day >= @day
            group by line, tier order by line, tier
            """,
            terms.Scope.Bound(new { day = Days.Text(month.First) }));
        return terms.Agreement.For(month) is { } agreed && agreed.LinesOfEverybody.Any()
            ? [.. Census.Covered(agreed, enrolled, Employees(connection, terms.Scope, month))]
            : enrolled;
    }

    /// <summary>Employees covered on the first day of a month under any line, each once.</summary>
    public static int Employees(DbConnection connection, EmployerScope scope, Month month) =>
        checked((int)connection.ExecuteScalar<long>(
            """
            select count(distinct family) from coverage where tenant = @tenant and employer = @employer
              and person = 1 and first_day <= @day and last_day >= @day
            """, scope.Bound(new { day = Days.Text(month.First) })));

    /// <summary>Who was counted when the month was billed or corrected last.</summary>
    public static IReadOnlyList<CensusCount> Billed(DbConnection connection, EmployerScope scope, Month month) =>
        Counts(connection,
        "select line, tier, employees from census "
            + "where tenant = @tenant and employer = @employer and month = @month order by line, tier",
        scope.Bound(new { month = month.ToString() }));

    /// <summary>Keeps what was counted.</summary>
    /// <param name="session">Of the database.</param>
    /// <param name="scope">Whose.</param>
    /// <param name="month">Which month.</param>
    /// <param name="counts">Of every line and tier that was ever kept for the month.</param>
    public static void Keep(
        WriteSession session, EmployerScope scope, Month month, IReadOnlyCollection<CensusCount> counts)
    {
        var hash = HashOf(month.ToString(), counts.Select(
            count => ((long)count.Line, (long)count.Tier, (long)count.Employees)));
        session.Insert(Insert, counts.Select(count => (scope, month, count, hash)));
    }

    /// <summary>The months whose rows have a hash: what it was when they were kept, in every row, and what it is
    /// now.</summary>
    public static IEnumerable<(string Month, IReadOnlyList<string> Kept, string Now)> Hashes(
        DbConnection connection, EmployerScope scope) => connection
        .Query<(string Month, long Line, long Tier, long Employees, string Hash)>(
            "select month, line, tier, employees, hash from census "
                + "where tenant = @tenant and employer = @employer order by month, line, tier", scope.Bound())
        .GroupBy(row => row.Month)
        .Select(month => (
            month.Key,
            (IReadOnlyList<string>)[.. month.Select(row => row.Hash).Where(hash => hash.Length > 0).Distinct()],
            HashOf(month.Key, month.Select(row => (row.Line, row.Tier, row.Employees)))))
        .Where(month => month.Item2.Count > 0);

    private static string HashOf(string month, IEnumerable<(long Line, long Tier, long Employees)> counts) =>
        ContentHash.Of(string.Create(
            CultureInfo.InvariantCulture, $"{month}|{string.Join('|', counts.Order())}")).ToString();

    private static List<CensusCount> Counts(DbConnection connection, string sql, object parameters) => connection
        .Query<(long Line, long Tier, long Employees)>(sql, parameters)
        .Select(row => new CensusCount((LineOfCoverage)row.Line, (CoverageTier)row.Tier, checked((int)row.Employees)))
        .ToList();
}
