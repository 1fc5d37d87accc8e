using OpenAso.Actuarial.Reserving;
using OpenAso.Decision.Forecasting;
using OpenAso.Decision.Pictures;
using OpenAso.Kernel;

namespace OpenAso.Operations.Reporting;

/// <summary>The cumulative cost of a plan year by month: what it was, and how it may go on.</summary>
/// <remarks>What is to come is what is paid for claims, with the fees and premium of the months left in equal parts;
/// what stop-loss carriers may still pay is not taken off.</remarks>
/// <param name="Months">Of the plan year.</param>
/// <param name="Cost">At the end of each month so far, the last as far as it goes.</param>
/// <param name="Lines">How it may go on; empty where too little is known, or the year has ended.</param>
/// <param name="Budget">At the end of each month.</param>
public sealed record CostProjection(
    ValueList<Month> Months, ValueList<Money> Cost, ValueList<ProjectedCost> Lines, ValueList<Money> Budget)
{
    private static readonly double[] Probabilities = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// <summary>What the year can cost at most; null where nothing ends it.</summary>
    public Money? Maximum { get; init; }

    /// <summary>Budget of the year less its cost at a probability: a surplus above zero; null where it is not
    /// projected.</summary>
    /// <param name="probability">Of the cost not being higher: 0.05, 0.25, 0.5, 0.75 or 0.95.</param>
    public Money? Result(double probability) =>
        Lines.Items.FirstOrDefault(line => line.Probability == probability) is { Amounts.Count: > 0 } line
            ? Budget[^1] - line.Amounts[^1]
            : null;

    /// <summary>The picture.</summary>
    /// <param name="source">What it was made from, and as of when.</param>
    /// <param name="words">Its words.</param>
    public CostFan Fan(string source, PictureTexts words) => new(
        new PictureWords(words["cost.title"], source) { Texts = words },
        [.. Months.Items.Select(words.Month)],
        [.. Cost.Items.Select(Number)],
        [.. Lines.Items.Select(line => new FanLine(line.Probability, [.. line.Amounts.Items.Select(Number)]))])
    {
        Targets =
        [
            new FanTarget(words["cost.budget"], [.. Budget.Items.Select(Number)]),
            .. Maximum is { } most ? [new FanTarget(words["cost.maximum"], [Number(most)])] : (FanTarget[])[],
        ],
    };

    internal static CostProjection Of(
        DateRange year, DateOnly day, ValueList<MonthlyCost> costs, CostOutlook outlook, CashForecast? forecast)
    {
        List<Month> months = [];
        for (var month = Month.Of(year.First); month <= Month.Of(year.Last); month = month.Next)
            months.Add(month);
        var known = costs.Items.Where(month => month.Month >= months[0]).ToList();
        var left = months.Count - known.Count;
        var (cost, budget) = (Sums(known.Select(month => month.Net)), Sums(known.Select(month => month.Budget)));
        var budgeted = budget.LastOrDefault();
        var fixedLeft = outlook.Fixed - known.Total(month => month.Fixed);
        return new CostProjection(
            [.. months], [.. cost],
            forecast is null || left <= 0
                ? []
                : [.. Probabilities.Select(probability => new ProjectedCost(probability, [
                    .. months[^left..].Select((month, index) => cost.LastOrDefault()
                        + fixedLeft.Ratio(index + 1, left, Rounding.HalfUp)
                        + Whole(forecast.Between(0, Weeks(day, month, forecast)).Quantile(probability))),
                ]))],
            [
                .. budget, .. Enumerable.Range(1, Math.Max(left, 0)).Select(
                    ahead => budgeted + (outlook.Expected - budgeted).Ratio(ahead, left, Rounding.HalfUp)),
            ])
        {
            Maximum = outlook.Maximum,
        };
    }

    internal static Money Whole(double amount) => ReserveAmount.Of(amount, Rounding.HalfUp);

    private static int Weeks(DateOnly day, Month month, CashForecast forecast) =>
        Math.Clamp((month.Last.DayNumber - day.DayNumber + 3) / 7, 1, forecast.Weeks);

    private static List<Money> Sums(IEnumerable<Money> amounts)
    {
        List<Money> sums = [];
        foreach (var amount in amounts)
            sums.Add(sums.LastOrDefault() + amount);
        return sums;
    }

    private static double Number(Money amount) => amount.Cents / 100.0;
}

/// <summary>Cumulative cost that is not passed with a probability.</summary>
/// <param name="Probability">Of the cost not being higher.</param>
/// <param name="Amounts">At the end of each month to come.</param>
public sealed record ProjectedCost(double Probability, ValueList<Money> Amounts);
