using System.Data.Common;
using Dapper;
using OpenAso.Kernel;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Explaining;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Pending;

/// <summary>Claims that wait for one reason, by how long they have waited.</summary>
/// <param name="Reason">As <c>determination.json</c> writes it; a claim with several stands under each.</param>
/// <param name="Bands">How many, for each of <see cref="ClaimInventory.Bands"/>.</param>
/// <param name="Billed">What they bill.</param>
public sealed record InventoryRow(string Reason, ValueList<int> Bands, Money Billed)
{
    /// <summary>Of all ages.</summary>
    public int Claims => Bands.Items.Sum();
}

/// <summary>How many claims of a month were decided without a person.</summary>
/// <param name="Received">The month in which they arrived.</param>
/// <param name="Claims">Those that were decided or wait: without those that were rejected, and without corrections
/// that took the place of one.</param>
/// <param name="Waited">Those of them that waited for a person, whether they still do or not.</param>
public sealed record FirstPass(Month Received, int Claims, int Waited)
{
    /// <summary>The share that was decided at once; none where there were no claims. Rounded down.</summary>
    public Percent Rate => Claims == 0
        ? Percent.None
        : new Percent(checked((int)((long)(Claims - Waited) * 1_000_000 / Claims)));
}

/// <summary>What waits, by age and reason, and how much of what arrives is decided at once.</summary>
/// <param name="AsOf">The day from which ages are counted.</param>
/// <param name="Waiting">Claims that wait.</param>
/// <param name="Late">Those of them whose last day has passed.</param>
/// <param name="Rows">By reason, the most frequent first.</param>
/// <param name="Months">The newest twelve months with claims, oldest first.</param>
public sealed record ClaimInventory(
    DateOnly AsOf, int Waiting, int Late, ValueList<InventoryRow> Rows, ValueList<FirstPass> Months)
{
    /// <summary>The last calendar day of each band of ages; the last band has no end.</summary>
    public static ValueList<int?> Bands { get; } = [5, 10, 15, 30, null];

    /// <summary>All months together.</summary>
    public FirstPass? Total => Months.Count == 0
        ? null
        : new FirstPass(
            Months[0].Received, Months.Items.Sum(month => month.Claims), Months.Items.Sum(month => month.Waited));
}

/// <summary>Counts what waits and what does not need to.</summary>
/// <param name="books">Open for reading at least.</param>
/// <param name="decideWithinDays">How long the plan may take to decide a claim.</param>
public sealed class ClaimInventoryUseCase(Books books, int decideWithinDays)
{
    private const int Months = 12;

    /// <summary>The inventory of a day.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="day">From which ages are counted.</param>
    public ClaimInventory Show(EmployerTerms terms, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var waiting = new PendUseCase(books, decideWithinDays).Waiting(terms, day);
        var rows = waiting
            .SelectMany(claim => ClaimWords.Of(claim.Reasons).Select(reason => (reason, claim)))
            .GroupBy(one => one.reason)
            .Select(group => Row(group.Key, [.. group.Select(one => one.claim)]))
            .OrderByDescending(row => row.Claims).ThenBy(row => row.Reason, StringComparer.Ordinal);
        return new ClaimInventory(
            day, waiting.Count, waiting.Count(claim => claim.Age.DaysLeft < 0), [.. rows],
            books.Database.Read(connection => FirstPasses(connection, terms.Scope, day)));
    }

    private static InventoryRow Row(string reason, List<PendedClaim> claims)
    {
        var bands = new int[ClaimInventory.Bands.Count];
        foreach (var claim in claims)
            bands[Array.FindIndex([.. ClaimInventory.Bands], last => last is null || claim.Age.CalendarDays <= last)]++;
        return new InventoryRow(reason, [.. bands], claims.Total(claim => claim.Claim.Billed));
    }

    // A claim that waited stays as it was: the version that came of it is not counted beside it, and one that waited
    // for its enrolment has the same number in its family.
    private static ValueList<FirstPass> FirstPasses(DbConnection connection, EmployerScope scope, DateOnly day) =>
        [.. connection.Query<(string Month, long Claims, long Waited)>(
            """
            select substr(c.received, 1, 7), count(distinct c.claim),
              count(distinct case when c.status = 2 then c.claim end)
            from claim c
            where c.tenant = @tenant and c.employer = @employer and c.received between @first and @last
              and c.status in (0, 1, 2) and c.claim not in (
                select w.reversed_by from claim w where w.tenant = @tenant and w.employer = @employer
                  and w.status = 2 and w.reversed_by is not null and w.reversed_by <> w.claim)
            group by 1 order by 1
            """,
            scope.Bound(new
            {
                first = Days.Text(Month.Of(day.AddMonths(1 - Months)).First),
                last = Days.Text(day),
            })).Select(row => new FirstPass(
                Month.Parse(row.Month), checked((int)row.Claims), checked((int)row.Waited)))];
}
