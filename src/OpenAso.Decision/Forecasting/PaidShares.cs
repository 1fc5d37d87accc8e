namespace OpenAso.Decision.Forecasting;

/// <summary>Which share of what is recognised the plan pays of small claims, by the week of their receipt: it grows
/// through the plan year as deductibles are met, and falls when a new one begins.</summary>
internal static class PaidShares
{
    /// <summary>A year.</summary>
    public const int WeeksOfYear = 52;

    private const int Around = 4;

    /// <summary>A share for each week that is known, and for those to come.</summary>
    /// <remarks>Smoothed over nine weeks. A week to come is as the last known one until the plan year turns; from then
    /// on as a year ago, and as the last known one where that is not known.</remarks>
    /// <param name="history">Of weeks.</param>
    /// <param name="horizon">How many weeks to come.</param>
    /// <param name="threshold">Claims above it are not small.</param>
    public static double[] Of(CashHistory history, int horizon, double threshold)
    {
        var weeks = history.Weeks;
        var (paid, allowed) = (new double[weeks], new double[weeks]);
        foreach (var row in history.Rows)
        {
            if (row.Amount > threshold)
                continue;
            paid[row.Received] += row.Amount;
            allowed[row.Received] += row.Allowed;
        }
        var shares = new double[weeks + horizon];
        for (var week = 0; week < weeks; week++)
        {
            var first = Math.Max(0, week - Around);
            var count = Math.Min(weeks, week + Around + 1) - first;
            var whole = allowed.AsSpan(first, count).ToArray().Sum();
            var part = paid.AsSpan(first, count).ToArray().Sum();
            shares[week] = whole > 0 && part > 0 ? Math.Min(part / whole, 1) : week > 0 ? shares[week - 1] : 1;
        }
        for (var week = weeks; week < shares.Length; week++)
        {
            var turned = history.WeekOfYear(week) < week - (weeks - 1);
            shares[week] = turned && week >= WeeksOfYear ? shares[week - WeeksOfYear] : shares[weeks - 1];
        }
        return shares;
    }
}
