using System.Collections.Immutable;

namespace OpenAso.Decision.Forecasting;

/// <summary>Claims in cash by week, counted back from a day: the last week ends with it.</summary>
/// <remarks>What had not been paid or received by then is not known to it.</remarks>
public sealed class CashHistory
{
    private const int NotYet = int.MaxValue;

    private readonly ImmutableArray<Row> _rows;

    private CashHistory(DateOnly last, DateOnly yearFirst, ImmutableArray<double> members, ImmutableArray<Row> rows)
    {
        Last = last;
        YearFirst = yearFirst;
        Members = members;
        _rows = rows;
    }

    /// <summary>The last day that is known.</summary>
    public DateOnly Last { get; }

    /// <summary>The first day of a plan year: deductibles begin anew on it and on its anniversaries.</summary>
    public DateOnly YearFirst { get; }

    /// <summary>People covered in each week, oldest first: one for each week that is known.</summary>
    public ImmutableArray<double> Members { get; }

    /// <summary>How many whole weeks are known.</summary>
    public int Weeks => Members.Length;

    internal ReadOnlySpan<Row> Rows => _rows.AsSpan();

    /// <summary>Puts claims in their weeks.</summary>
    /// <param name="last">The last day that is known.</param>
    /// <param name="yearFirst">The first day of any plan year.</param>
    /// <param name="members">People covered in each week, oldest first.</param>
    /// <param name="claims">In any order; those received after the last day are left out.</param>
    public static CashHistory Of(
        DateOnly last, DateOnly yearFirst, IEnumerable<double> members, IEnumerable<ClaimCash> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ImmutableArray<double> covered = [.. members];
        return new CashHistory(last, yearFirst, covered, [
            .. claims.Where(claim => claim.Received <= last).Select(claim => new Row(
                Week(claim.Incurred), Week(claim.Received),
                claim.Paid is { } paid && paid <= last ? Week(paid) : NotYet, claim.Amount, claim.Allowed)),
        ]);

        // What lies before the first whole week counts in it.
        int Week(DateOnly day) =>
            Math.Max(0, covered.Length - 1 - ((last.DayNumber - day.DayNumber) / 7));
    }

    /// <summary>What was known some weeks ago.</summary>
    /// <param name="weeks">At least zero, at most as many as are known.</param>
    public CashHistory Before(int weeks)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(weeks);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(weeks, Weeks);
        var known = Weeks - weeks;
        return new CashHistory(Last.AddDays(-7 * weeks), YearFirst, Members[..known], [
            .. _rows.Where(row => row.Received < known)
                .Select(row => row.Paid < known ? row : row with { Paid = NotYet }),
        ]);
    }

    /// <summary>What was paid in each week, oldest first.</summary>
    public double[] Paid()
    {
        var paid = new double[Weeks];
        foreach (var row in _rows)
        {
            if (row.IsPaid)
                paid[row.Paid] += row.Amount;
        }
        return paid;
    }

    /// <summary>What is decided and not paid.</summary>
    public double Unpaid => _rows.Where(row => !row.IsPaid).Sum(row => row.Amount);

    /// <summary>Whether a plan year begins in some weeks to come and no week of a year before tells what that
    /// does.</summary>
    /// <param name="weeks">How many weeks to come.</param>
    public bool TurnsUnknown(int weeks) => Weeks < PaidShares.WeeksOfYear
        && Enumerable.Range(Weeks, weeks).Any(week => WeekOfYear(week) < week - (Weeks - 1));

    /// <summary>How many weeks of its plan year lie before a week.</summary>
    /// <param name="week">Known or to come; 0 is the first that is known.</param>
    internal int WeekOfYear(int week)
    {
        var day = Last.AddDays(7 * (week - Weeks + 1));
        var turn = YearFirst.AddYears(day.Year - YearFirst.Year);
        return (day.DayNumber - (turn <= day ? turn : YearFirst.AddYears(day.Year - YearFirst.Year - 1)).DayNumber) / 7;
    }

    /// <summary>One claim, by the numbers of weeks.</summary>
    internal readonly record struct Row(int Incurred, int Received, int Paid, double Amount, double Allowed)
    {
        public bool IsPaid => Paid != NotYet;
    }
}
