using System.Data.Common;
using OpenAso.Actuarial.Reserving;
using OpenAso.Operations.Employers;

namespace OpenAso.Operations.Reserving;

/// <summary>What an employer must set aside for services already incurred, all lines of coverage together.</summary>
/// <param name="Months">Months of service that have ended and are known.</param>
/// <param name="Through">The end of the last of them; null where none has ended.</param>
/// <param name="Statement">The reserve at that day, by receipt and Benktander's method; null where the books hold too
/// few months, or nothing can be developed.</param>
/// <param name="Why">Why there is none; empty where there is one.</param>
public sealed record ReservePosition(int Months, DateOnly? Through, ReserveStatement? Statement, string Why)
{
    /// <summary>The reserve at the end of the last month that has ended by a day.</summary>
    internal static ReservePosition Of(DbConnection connection, EmployerTerms terms, DateOnly day)
    {
        var (lag, against) = BooksLag.Read(connection, terms, new BooksLagQuestion(), day);
        if (lag is null)
            return new ReservePosition(0, null, null, against[0].Message);
        var through = lag.Triangle.Through;
        if (lag.Months < BooksReserveUseCase.FewestMonths)
            return new ReservePosition(lag.Months, through, null,
                $"too few months: {Counted.Of(lag.Months, "has", "have")} ended, and"
                + $" {BooksReserveUseCase.FewestMonths} are needed");
        var (reserve, reasons) = BooksReserveUseCase.Estimate(connection, terms, lag, new BooksReserveTerms());
        return reserve is null
            ? new ReservePosition(lag.Months, through, null, reasons[0].Message)
            : new ReservePosition(lag.Months, through, reserve.Statement, "");
    }
}
