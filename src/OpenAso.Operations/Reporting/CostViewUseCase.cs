using OpenAso.Operations.Employers;
using OpenAso.Operations.Forecasting;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Reporting;

/// <summary>Shows an employer what its plan costs now, and how that may go on.</summary>
/// <param name="books">Open for reading at least.</param>
public sealed class CostViewUseCase(Books books)
{
    private const int FewestWeeks = 6;
    private const int MostWeeks = 52;

    /// <summary>The view at the end of a day.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="asOf">The day; null for the last day on which anything was received or paid.</param>
    public CostView Show(EmployerTerms terms, DateOnly? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var position = new PositionUseCase(books).Show(terms, asOf);
        var day = position.AsOf;
        var year = terms.Agreement.Year.Containing(day);
        var weeks = Math.Clamp((year.Last.DayNumber - day.DayNumber + 6) / 7, FewestWeeks, MostWeeks);
        var cash = new CashForecastUseCase(books).Show(
            terms, new CashQuestion(day, weeks, BackTest: false, Seed: 1));
        var months = Months(terms, day);
        return new CostView(position, cash, months, year)
        {
            Projection = CostProjection.Of(year, day, months, position.Outlook, cash.Claims),
        };
    }

    /// <summary>The months of the agreement up to a day, newest last; 24 at most.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="day">The day.</param>
    public Kernel.ValueList<MonthlyCost> Months(EmployerTerms terms, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return books.Database.Read(connection => MonthlyCosts.Read(connection, terms, day));
    }
}
