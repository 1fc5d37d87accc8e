using System.Data.Common;
using Dapper;
using OpenAso.Kernel;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Experiencing;

/// <summary>Reads what each person has cost the plan.</summary>
internal static class PersonCosts
{
    private const string Query =
        """
        select family, person, sum(amount) from (
          select c.family, c.person, case when c.payee_key is null then 0 else c.plan_paid end amount
          from claim c
          where c.tenant = @tenant and c.employer = @employer and c.received <= @day and c.status not in (2, 3)
            and c.first_service >= @first and c.first_service <= @last and (@line is null or c.line_of_coverage = @line)
          union all
          select o.family, o.person, -c.taken_back
          from claim c
          join claim o on o.tenant = c.tenant and o.employer = c.employer and o.claim = c.reverses
            and o.family = c.family
          where c.tenant = @tenant and c.employer = @employer and c.received <= @day and c.taken_back > 0
            and o.first_service >= @first and o.first_service <= @last
            and (@line is null or o.line_of_coverage = @line)) as costs
        group by family, person
        """;

    /// <summary>The cost of services of some days, as it was decided of claims received up to another, for each person
    /// who had any.</summary>
    public static IReadOnlyList<Money> Read(
        DbConnection connection, EmployerScope scope, LineOfCoverage? line, DateRange incurred, DateOnly day) =>
        [.. Rows(connection, scope, line, incurred, day).Select(row => row.Cost)];

    /// <summary>The same of medical services, person by person, in no order.</summary>
    public static IReadOnlyList<(string Family, long Person, Money Cost)> ByPerson(
        DbConnection connection, EmployerScope scope, DateRange incurred, DateOnly day) =>
        [.. Rows(connection, scope, LineOfCoverage.Medical, incurred, day)];

    private static IEnumerable<(string Family, long Person, Money Cost)> Rows(
        DbConnection connection, EmployerScope scope, LineOfCoverage? line, DateRange incurred, DateOnly day) =>
        connection.Query<(string Family, long Person, long Cents)>(Query, scope.Bound(new
        {
            day = Days.Text(day),
            first = Days.Text(incurred.First),
            last = Days.Text(incurred.Last),
            line = (long?)line,
        }))
        .Where(row => row.Cents > 0).Select(row => (row.Family, row.Person, new Money(row.Cents)));
}
