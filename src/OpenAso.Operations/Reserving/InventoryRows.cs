using System.Data.Common;
using Dapper;
using OpenAso.Plans;
using OpenAso.Kernel;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Reserving;

/// <summary>Claims that wait for a person, and what decided claims say of what they may cost.</summary>
/// <param name="Claims">How many wait.</param>
/// <param name="Billed">What they bill.</param>
/// <param name="DecidedBilled">What decided claims billed.</param>
/// <param name="DecidedPaid">What the plan pays of it.</param>
public sealed record PendedInventory(int Claims, Money Billed, Money DecidedBilled, Money DecidedPaid)
{
    /// <summary>What the plan pays of what decided claims bill, rounded down; none where nothing was decided.</summary>
    public Percent PaidShare => InventoryRows.PaidShare(DecidedBilled, DecidedPaid);
}

/// <summary>Reads what waits.</summary>
internal static class InventoryRows
{
    // A claim of which no line of coverage is known belongs to that of its form.
    private const string OfLine =
        """
        (@line is null or coalesce(c.line_of_coverage, case when c.form = @dentalForm then @dental else @medical end)
          = @line)
        """;

    // A claim that was decided or replaced later had not been on the day.
    private const string StandsOnDay =
        """
        (c.reversed_by is null or exists (select 1 from claim r
          where r.tenant = c.tenant and r.employer = c.employer and r.family = c.family and r.claim = c.reversed_by
            and r.received > @day))
        """;

    private const int Newest = 250;

    /// <summary>What the plan pays of what the newest 250 claims bill that were decided and stand; none where there
    /// are none.</summary>
    // PERF: that a claim does not stand under its own number is said so that the index of the list serves.
    public static Percent RecentShare(DbConnection connection, EmployerScope scope)
    {
        var (billed, paid) = connection.QuerySingle<(long Billed, long Paid)>(
            """
            select coalesce(sum(billed), 0), coalesce(sum(plan_paid), 0) from (
              select billed, plan_paid from claim
              where tenant = @tenant and employer = @employer and status in (0, 1) and reversed_by is null
                and coalesce(reversed_by, '') <> claim
              order by import desc, claim desc limit @newest) as recent
            """,
            scope.Bound(new { newest = (long)Newest }));
        return PaidShare(new Money(billed), new Money(paid));
    }

    /// <summary>A part of what is billed, rounded down; none where nothing is billed or paid.</summary>
    public static Percent PaidShare(Money billed, Money paid) => billed.IsPositive && paid.IsPositive
        ? new Percent((int)Math.Min(
            (long)((Int128)paid.Cents * 1_000_000 / billed.Cents), Percent.Whole.Millionths))
        : Percent.None;

    /// <summary>What waits at the end of a day.</summary>
    public static PendedInventory Pended(
        DbConnection connection, EmployerScope scope, LineOfCoverage? line, DateOnly day)
    {
        var rows = connection.Query<(long Pended, long Claims, long Billed, long Paid)>(
            $"""
            select case when c.status = 2 then 1 else 0 end, count(*), sum(c.billed), sum(c.plan_paid) from claim c
            where c.tenant = @tenant and c.employer = @employer and c.received <= @day and c.status in (0, 1, 2)
              and {OfLine} and {StandsOnDay}
            group by 1
            """,
            scope.Bound(new
            {
                day = Days.Text(day),
                line = (long?)line,
                dentalForm = (long)ClaimForm.Dental,
                dental = (long)LineOfCoverage.Dental,
                medical = (long)LineOfCoverage.Medical,
            })).ToDictionary(row => row.Pended);
        var (pended, decided) = (rows.GetValueOrDefault(1), rows.GetValueOrDefault(0));
        return new PendedInventory(
            checked((int)pended.Claims), new Money(pended.Billed), new Money(decided.Billed), new Money(decided.Paid));
    }
}
