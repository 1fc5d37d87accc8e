using System.Data.Common;
using OpenAso.Kernel;
using OpenAso.Operations.Employers;

namespace OpenAso.Operations.Reserving;

/// <summary>Which triangle of the books is asked for.</summary>
public sealed record BooksLagQuestion
{
    /// <summary>One line of coverage; null for all together.</summary>
    public LineOfCoverage? Line { get; init; }

    /// <summary>The day; null for the last on which anything was received or paid.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>How long periods are.</summary>
    public ReserveGrid Grid { get; init; }

    /// <summary>By which day claims count.</summary>
    public TriangleBasis Basis { get; init; }
}

/// <summary>What the books tell of a reserve: a triangle, and claims that have come and are not paid.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="AsOf">The day that it was asked for.</param>
/// <param name="Triangle">As asked.</param>
/// <param name="Paid">By the month of the payment, whatever was asked: when a reserve is paid.</param>
/// <param name="Pended">Claims that wait, at the end of the triangle's last period.</param>
/// <param name="Decided">What is decided and not paid then.</param>
/// <param name="Since">What was paid from then to the day.</param>
public sealed record BooksLag(
    BooksLagQuestion Question, DateOnly AsOf, BooksTriangle Triangle, BooksTriangle Paid, PendedInventory Pended,
    Money Decided, Money Since)
{
    /// <summary>Months of service that the triangle knows.</summary>
    public int Months => Triangle.Table.Origins.Count * Triangle.Grid.Months();

    /// <summary>Reads it.</summary>
    /// <param name="connection">Open.</param>
    /// <param name="terms">Of the employer.</param>
    /// <param name="question">Which triangle.</param>
    /// <param name="asOf">The day.</param>
    /// <returns>Null where a finding says what stands against it.</returns>
    internal static Parsed<BooksLag?> Read(
        DbConnection connection, EmployerTerms terms, BooksLagQuestion question, DateOnly asOf)
    {
        var first = question.Grid.FirstDay(question.Grid.IndexOf(terms.Agreement.Effective.First));
        var last = question.Grid.LastDay(question.Grid.LastEnded(asOf));
        if (last < first)
            return Stop(new Finding(BooksReserveCodes.NoPeriod, Severity.Fatal, Place.None,
                $"No {question.Grid.ToString().ToLowerInvariant()} of the agreement, which is in force"
                + $" {terms.Agreement.Effective}, has ended by {asOf:yyyy-MM-dd}. Ask for a later day."));
        var days = new DateRange(first, last);
        var received = LagRows.Read(connection, terms.Scope, TriangleBasis.Received, question.Line, asOf);
        var paid = LagRows.Read(connection, terms.Scope, TriangleBasis.Paid, question.Line, asOf);
        var asked = Build(question.Basis, question.Grid, question.Basis == TriangleBasis.Paid ? paid : received);
        var monthly = Build(TriangleBasis.Paid, ReserveGrid.Month, paid);
        if (asked.Value is not { } triangle || monthly.Value is not { } payments)
            return new Parsed<BooksLag?>(null, asked.Value is null ? asked.Findings : monthly.Findings);
        return new Parsed<BooksLag?>(
            new BooksLag(
                question, asOf, triangle, payments, InventoryRows.Pended(connection, terms.Scope, question.Line, last),
                UpTo(received) - UpTo(paid), paid.Where(one => one.On > last).Total(one => one.Amount)),
            []);

        Parsed<BooksTriangle?> Build(TriangleBasis basis, ReserveGrid grid, IReadOnlyList<LagAmount> amounts) =>
            BooksTriangle.Of(basis, grid, days, amounts, [
                .. Enumerable.Range(grid.IndexOf(first), grid.IndexOf(last) - grid.IndexOf(first) + 1)
                    .Select(period => MemberMonths.Of(connection, terms.Scope, question.Line, grid, period)),
            ]);

        Money UpTo(IReadOnlyList<LagAmount> amounts) => amounts.Where(one => one.On <= last).Total(one => one.Amount);
    }

    private static Parsed<BooksLag?> Stop(Finding finding) => new(null, [finding]);
}
