using System.Data.Common;
using OpenAso.Actuarial.Reserving;
using OpenAso.Kernel;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Reporting;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Reserving;

/// <summary>Makes of an employer's books what must be set aside.</summary>
/// <param name="books">Open for reading at least.</param>
public sealed class BooksReserveUseCase(Books books)
{
    /// <summary>The months of service below which nothing is said of how claims develop, unless it is asked
    /// for.</summary>
    public const int FewestMonths = 6;

    /// <summary>What the books tell: a triangle, and what has come and is not paid.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="question">Which triangle.</param>
    /// <returns>Null where a finding says what stands against it.</returns>
    public Parsed<BooksLag?> Read(EmployerTerms terms, BooksLagQuestion question)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(question);
        return books.Database.Read(connection => BooksLag.Read(
            connection, terms, question, question.AsOf ?? PositionUseCase.DayOf(connection, terms)));
    }

    /// <summary>The reserve.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="lag">What the books tell.</param>
    /// <param name="how">How the triangle is developed.</param>
    /// <returns>Null where a finding says what stands against it.</returns>
    public Parsed<BooksReserve?> Estimate(EmployerTerms terms, BooksLag lag, BooksReserveTerms how)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(lag);
        ArgumentNullException.ThrowIfNull(how);
        return books.Database.Read(connection => Estimate(connection, terms, lag, how));
    }

    internal static Parsed<BooksReserve?> Estimate(
        DbConnection connection, EmployerTerms terms, BooksLag lag, BooksReserveTerms how)
    {
        var (report, against) = ReserveUseCase.Estimate(lag.Triangle.Table, AmountKind.Incremental, how.Method);
        if (report is null)
            return new Parsed<BooksReserve?>(null, against);
        var reported = Reported(lag, how);
        var left = ReserveAmount.Of(Math.Max(0, report.Estimate.Ibnr), Rounding.HalfUp);
        var plain = lag.Triangle.Basis == TriangleBasis.Paid
            ? ReserveStatement.OfPaid(left, reported)
            : ReserveStatement.OfReceived(left, reported);
        var credit = StopLossCredits.Of(connection, terms, lag, plain.Ibnr + reported.Pended);
        var statement = plain with { StopLossCredit = Money.Min(credit.Total, plain.Gross) };
        statement = statement with { Margin = statement.Net.Times(how.Margin, Rounding.HalfUp) };
        return new Parsed<BooksReserve?>(
            new BooksReserve(lag, report, reported, credit, statement, [.. Findings(terms, lag, how, credit)]), []);
    }

    // Claims are decided when they are read: none is received and neither decided nor pended.
    private static ReportedNotPaid Reported(BooksLag lag, BooksReserveTerms how) => ReportedNotPaid.Of(
        [
            new InventoryAmount(InventoryState.Pended, lag.Pended.Billed),
            new InventoryAmount(InventoryState.Decided, lag.Decided),
        ],
        new InventoryShares(Percent.None, how.PendedShare ?? lag.Pended.PaidShare), Rounding.HalfUp);

    private static IEnumerable<Finding> Findings(
        EmployerTerms terms, BooksLag lag, BooksReserveTerms how, StopLossCredit credit)
    {
        if (lag.Months < FewestMonths)
            yield return new Finding(BooksReserveCodes.FewMonths, Severity.Warning, Place.None,
                $"The books know {Counted.Of(lag.Months, "month", "months")} of service that {(lag.Months == 1
                    ? "has" : "have")} ended; below {FewestMonths} what they say of how claims develop is chance. Ask"
                + " again later, or take a reserve of so many months of the budget.");
        if (how.PendedShare is null && lag.Pended.Claims > 0)
            yield return Note(BooksReserveCodes.PendedValued,
                $"{Counted.Of(lag.Pended.Claims, "claim waits", "claims wait")} and bill{(lag.Pended.Claims == 1
                    ? "s" : "")} {lag.Pended.Billed}; of what decided claims bill the plan pays"
                + $" {lag.Pended.PaidShare}, and so much is reserved for them. --pended-share gives another share.");
        if (credit.Total.IsZero && terms.Policies.Count > 0)
            yield return Note(BooksReserveCodes.NoCredit,
                "No credit for stop-loss: no policy pays back in the run-out, or none has paid back anything by which"
                + " to expect it.");
        if (terms.Agreement.PayingOn(lag.AsOf) is not null)
            yield return Note(BooksReserveCodes.NoRunOutFee,
                $"The agreement pays claims for {Counted.Of(terms.Agreement.RunOutMonths, "month", "months")} after its"
                + " end and names no fee for it, so that nothing is set aside for one.");
    }

    private static Finding Note(string code, string message) => new(code, Severity.Information, Place.None, message);
}
