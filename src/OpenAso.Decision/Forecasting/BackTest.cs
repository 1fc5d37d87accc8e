using OpenAso.Kernel;

namespace OpenAso.Decision.Forecasting;

/// <summary>How forecasts of the past came out, each made from what was known then.</summary>
/// <param name="Horizon">Weeks ahead.</param>
/// <param name="Forecasts">How many were made, a week apart; those of several weeks overlap.</param>
/// <param name="Within90">The share that lay between the 5 % and the 95 % quantile.</param>
/// <param name="Within50">The share that lay between the 25 % and the 75 % quantile.</param>
/// <param name="Error">The mean absolute error.</param>
/// <param name="Bias">The mean of forecast less outcome; above zero where too much was expected.</param>
/// <param name="PlainError">The mean absolute error of the mean of the last thirteen weeks.</param>
/// <param name="PlainBias">Its mean of forecast less outcome.</param>
/// <param name="Outcome">The mean of what was paid.</param>
public sealed record BackTest(
    int Horizon, int Forecasts, double Within90, double Within50, double Error, double Bias, double PlainError,
    double PlainBias, double Outcome)
{
    private const int PlainWeeks = 13;

    /// <summary>Goes through the week-ends of a history.</summary>
    /// <param name="history">All that is known now.</param>
    /// <param name="horizons">Weeks ahead, each at least one.</param>
    /// <param name="courses">How many courses each forecast has.</param>
    /// <param name="seed">Where chance comes from.</param>
    /// <returns>One for each horizon for which at least one outcome is known.</returns>
    public static ValueList<BackTest> Of(
        CashHistory history, IReadOnlyList<int> horizons, int courses = 1_000, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(horizons);
        var paid = history.Paid();
        var outcomes = horizons.ToDictionary(horizon => horizon, _ => new List<Known>());
        for (var known = CashForecast.FewestWeeks; known < history.Weeks; known++)
        {
            var ahead = horizons.Where(horizon => known + horizon <= history.Weeks).ToList();
            var then = history.Before(history.Weeks - known);
            if (ahead.Count == 0 || !CashForecast.IsEnough(then))
                continue;
            var forecast = CashForecast.Of(then, ahead.Max(), courses, seed);
            var plain = paid.AsSpan(known - PlainWeeks, PlainWeeks).ToArray().Average();
            foreach (var horizon in ahead)
                outcomes[horizon].Add(new Known(
                    forecast.Between(0, horizon), plain * horizon, paid.AsSpan(known, horizon).ToArray().Sum()));
        }
        return horizons.Where(horizon => outcomes[horizon].Count > 0)
            .Select(horizon => Summary(horizon, outcomes[horizon])).ToValueList();
    }

    private static BackTest Summary(int horizon, List<Known> outcomes) => new(
        horizon, outcomes.Count,
        outcomes.Average(one => one.IsWithin(0.05) ? 1.0 : 0),
        outcomes.Average(one => one.IsWithin(0.25) ? 1.0 : 0),
        outcomes.Average(one => Math.Abs(one.Forecast.Mean - one.Paid)),
        outcomes.Average(one => one.Forecast.Mean - one.Paid),
        outcomes.Average(one => Math.Abs(one.Plain - one.Paid)),
        outcomes.Average(one => one.Plain - one.Paid),
        outcomes.Average(one => one.Paid));

    private sealed record Known(CashDistribution Forecast, double Plain, double Paid)
    {
        public bool IsWithin(double tail) =>
            Paid >= Forecast.Quantile(tail) && Paid <= Forecast.Quantile(1 - tail);
    }
}
