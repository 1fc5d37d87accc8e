using System.Data.Common;
using OpenAso.Actuarial.Reserving;
using OpenAso.Decision.Forecasting;
using OpenAso.Kernel;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Reporting;
using OpenAso.Operations.Reserving;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Forecasting;

/// <summary>Forecasts what an employer will pay week by week, and what its fund makes of it.</summary>
/// <param name="books">Open for reading at least.</param>
public sealed class CashForecastUseCase(Books books)
{
    // A trillion dollars: nobody pays as much, and sums of it still are money.
    private const double MostOfACourse = 1e12;

    /// <summary>The weeks ahead that are always told.</summary>
    public static ValueList<int> Horizons { get; } = [1, 4, 13];

    /// <summary>The forecast.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="question">What is asked.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one week is asked for, or more than 52.</exception>
    public CashOutlook Show(EmployerTerms terms, CashQuestion question)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentOutOfRangeException.ThrowIfLessThan(question.Weeks, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(question.Weeks, 52);
        return books.Database.Read(connection => Show(
            connection, terms, question, question.AsOf ?? PositionUseCase.DayOf(connection, terms)));
    }

    private static CashOutlook Show(
        DbConnection connection, EmployerTerms terms, CashQuestion question, DateOnly day)
    {
        var history = CashRows.Read(connection, terms, day);
        var pended = InventoryRows.Pended(connection, terms.Scope, null, day);
        var reading = new CashScheduleReading(connection, terms, day, question.Weeks);
        var schedule = reading.Read(ReserveAmount.Of(history.Unpaid, Rounding.HalfUp));
        var claims = CashForecast.IsEnough(history)
            ? Bounded(CashForecast.Of(history, question.Weeks, seed: question.Seed))
            : null;
        return new CashOutlook(
            day, history.Weeks, schedule, pended, claims,
            claims is not null && terms.Agreement.PayingOn(day) is not null
                ? FundCourse.Of(claims, PlanOf(schedule))
                : null,
            question.BackTest ? BackTest.Of(history, Horizons, seed: question.Seed) : [],
            [.. Findings(history, pended, question.Weeks, claims is not null), .. reading.Findings]);
    }

    private static FundPlan PlanOf(CashSchedule schedule) => new(
        Number(schedule.Available), Number(schedule.Outstanding), Number(schedule.Target),
        schedule.Costs.Select(Number).ToValueList(),
        schedule.Recoveries.Items.Select(Number).ToValueList(), schedule.Calls);

    // Where next to nothing came in for months, the level of what follows has no bounds: that is no forecast.
    private static CashForecast? Bounded(CashForecast forecast) => Enumerable.Range(0, forecast.Courses).All(course =>
        Enumerable.Range(0, forecast.Weeks).Sum(week => forecast.Paid(course, week)) < MostOfACourse)
            ? forecast
            : null;

    private static IEnumerable<Finding> Findings(
        CashHistory history, PendedInventory pended, int weeks, bool isForecast)
    {
        if (CashForecast.IsEnough(history) && !isForecast)
            yield return new Finding(ForecastCodes.TooShort, Severity.Warning, Place.None,
                "Claims cannot be forecast: so little came in during the weeks that the books know that no bound of"
                + " what follows can be told. Only what is known is told.");
        else if (!CashForecast.IsEnough(history))
            yield return new Finding(ForecastCodes.TooShort, Severity.Warning, Place.None,
                $"Claims cannot be forecast: the books know {Counted.Of(history.Weeks, "week", "weeks")}"
                + $" {(history.Paid().Any(paid => paid > 0) ? "" : "and no payment ")}of the agreement, and"
                + $" {CashForecast.FewestWeeks} with payments and people covered are needed. Only what is known is"
                + " told.");
        else if (history.TurnsUnknown(weeks))
            yield return new Finding(ForecastCodes.YearTurns, Severity.Information, Place.None,
                "A plan year begins within the forecast, and deductibles with it; the books have not seen a year's"
                + " first weeks a year ago, so that the first weeks of the new one are likely to cost less than told.");
        if (pended.Claims > 0)
            yield return new Finding(ForecastCodes.Pended, Severity.Information, Place.None,
                $"{Counted.Of(pended.Claims, "claim waits", "claims wait")} for a person, of"
                + $" {pended.Billed} billed; decided at once they would cost about"
                + $" {pended.Billed.Times(pended.PaidShare, Rounding.HalfUp)} more than told.");
    }

    private static double Number(Money amount) => amount.Cents / 100.0;
}
