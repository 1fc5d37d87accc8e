using System.Data.Common;
using Dapper;
using OpenAso.Kernel;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Reserving;

/// <summary>Counts people covered: each once, under however many plans and lines.</summary>
internal static class MemberMonths
{
    private const string Query =
        """
        select count(*) from (
          select distinct family, person from coverage
          where tenant = @tenant and employer = @employer and first_day <= @day and last_day >= @day
            and (@line is null or line = @line)) as covered
        """;

    /// <summary>Everybody covered on a day.</summary>
    public static int On(DbConnection connection, EmployerScope scope, LineOfCoverage? line, DateOnly day) =>
        checked((int)connection.ExecuteScalar<long>(
            Query, scope.Bound(new { day = Days.Text(day), line = (long?)line })));

    /// <summary>Member months of a period: who is covered on the first day of a month counts for the month.</summary>
    public static int Of(
        DbConnection connection, EmployerScope scope, LineOfCoverage? line, ReserveGrid grid, int period) =>
        Enumerable.Range(0, grid.Months()).Sum(month =>
            On(connection, scope, line, grid.FirstDay(period).AddMonths(month)));
}
