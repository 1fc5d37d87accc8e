using OpenAso.Actuarial;

namespace OpenAso.Decision.Forecasting;

/// <summary>What is received in a week, by people covered: the many small claims by their level and its residuals, the
/// few large ones by how often they come and how large they are.</summary>
internal sealed class ReceiptModel
{
    // Half the weight of a week after so many others; a level is known after as many weeks as it takes to begin.
    private const double HalfLife = 8;
    private const int ToBegin = 8;
    private const double Ripe = 0.25;

    private readonly double[] _exposure;
    private readonly double[] _shared;
    private readonly int _weeks;
    private readonly double[] _residuals;
    private readonly double _level;
    private readonly int _behindLevel;

    private ReceiptModel(CashHistory history, int horizon)
    {
        _weeks = history.Weeks;
        Growth = GrowthOf(history);
        _exposure = Ripened(history, horizon, Growth);
        Large = LargeReceipts.Of(history, _exposure.Take(_weeks).Sum());
        var shares = PaidShares.Of(history, horizon, Large.Threshold);
        _shared = [.. _exposure.Zip(shares, (people, share) => people * share)];
        var small = new double[_weeks];
        foreach (var row in history.Rows)
            small[row.Received] += row.Amount > Large.Threshold ? 0 : row.Amount;
        (_level, _residuals, _behindLevel) = Levels(small);
    }

    /// <summary>By which share the people covered change each week.</summary>
    public double Growth { get; }

    /// <summary>The large ones.</summary>
    public LargeReceipts Large { get; }

    public static ReceiptModel Of(CashHistory history, int horizon) => new(history, horizon);

    /// <summary>The exposure that brings the receipts of a week to come.</summary>
    /// <param name="ahead">0 for the next week.</param>
    public double Exposure(int ahead) => _exposure[_weeks + ahead];

    /// <summary>How far the level itself may be off: the mean of as many residuals as there are behind it.</summary>
    public double DrawLevel(RandomStream random)
    {
        var sum = 0.0;
        for (var draw = 0; draw < _behindLevel; draw++)
            sum += DrawResidual(random);
        return sum / _behindLevel / _residuals.Average();
    }

    /// <summary>What small claims come to in a week to come.</summary>
    public double DrawSmall(int ahead, double level, RandomStream random) =>
        _level * level * _shared[_weeks + ahead] * DrawResidual(random);

    private double DrawResidual(RandomStream random) =>
        _residuals[(int)(random.Uniform() * _residuals.Length)];

    // Each week's level before the week was known, and what the week brought beside it.
    private (double Level, double[] Residuals, int Behind) Levels(double[] small)
    {
        var fading = Math.Pow(0.5, 1 / HalfLife);
        var ripe = Ripe * _shared.Max();
        var (amount, exposure, squares) = (0.0, 0.0, 0.0);
        List<double> residuals = [];
        for (var week = 0; week < _weeks; week++)
        {
            if (week >= ToBegin && amount > 0 && _shared[week] >= ripe)
                residuals.Add(small[week] * exposure / (amount * _shared[week]));
            amount = (amount * fading) + small[week];
            exposure = (exposure * fading) + _shared[week];
            squares = (squares * fading * fading) + (_shared[week] * _shared[week]);
        }
        return (
            exposure > 0 ? amount / exposure : 0, residuals.Count > 0 ? [.. residuals] : [1],
            squares > 0 ? Math.Max(1, (int)Math.Round(exposure * exposure / squares)) : 1);
    }

    // Services of a week come in over many: people covered then count by the share that comes after so many weeks.
    private static double[] Ripened(CashHistory history, int horizon, double growth)
    {
        var weeks = history.Weeks;
        var lags = LagShares(history);
        var covered = new double[weeks + horizon];
        for (var week = 0; week < covered.Length; week++)
            covered[week] = week < weeks ? history.Members[week] : covered[week - 1] * (1 + growth);
        var ripened = new double[covered.Length];
        for (var week = 0; week < covered.Length; week++)
        {
            for (var lag = 0; lag <= Math.Min(week, weeks - 1); lag++)
                ripened[week] += lags[lag] * covered[week - lag];
        }
        return ripened;
    }

    private static double[] LagShares(CashHistory history)
    {
        var weeks = history.Weeks;
        var amounts = new double[weeks];
        foreach (var row in history.Rows)
            amounts[Math.Max(0, row.Received - row.Incurred)] += row.Amount;
        var shares = new double[weeks];
        var covered = history.Members.Sum();
        for (var lag = 0; lag < weeks; lag++)
        {
            shares[lag] = covered > 0 ? Math.Max(0, amounts[lag] / covered) : 0;
            covered -= history.Members[weeks - 1 - lag];
        }
        var whole = shares.Sum();
        return whole > 0 ? [.. shares.Select(share => share / whole)] : shares;
    }

    private static double GrowthOf(CashHistory history)
    {
        const int Span = 26;
        const double Most = 0.01;
        var weeks = Math.Min(Span, history.Weeks - 1);
        var (now, before) = (history.Members[^1], history.Members[^(weeks + 1)]);
        return now > 0 && before > 0 && weeks > 0
            ? Math.Clamp(Math.Pow(now / before, 1.0 / weeks) - 1, -Most, Most)
            : 0;
    }
}
