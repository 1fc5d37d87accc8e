using OpenAso.Kernel;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Reserving;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Reporting.Tables;

/// <summary>Makes the reports of an employer's monthly package.</summary>
/// <param name="books">Open for reading at least.</param>
public sealed class ReportUseCase(Books books)
{
    /// <summary>The register of payments, which may name payees.</summary>
    public const string Payments = "payments";

    /// <summary>The reports there are, in the order in which they are read.</summary>
    public static ValueList<string> Names { get; } =
        ["monthly", Payments, "aggregate", "specific", "lag", "lag-paid", "enrollment", "projection", "insured"];

    /// <summary>One of them.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="name">Which.</param>
    /// <param name="asOf">Everything up to this day; null for the last on which anything was received or paid.</param>
    /// <param name="withPayees">Whether payees are named, which an employer may not know.</param>
    /// <returns>Null where there is no report of the name.</returns>
    public ReportTable? Show(EmployerTerms terms, string name, DateOnly? asOf, bool withPayees)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var day = asOf ?? books.Database.Read(connection => PositionUseCase.DayOf(connection, terms));
        return name switch
        {
            "monthly" => CostReports.Monthly(new CostViewUseCase(books).Months(terms, day), day),
            Payments => books.Database.Read(connection =>
                PaymentReport.Of(connection, terms.Scope, day, withPayees)),
            "aggregate" => StopLossReports.Aggregate(new PositionUseCase(books).Show(terms, day)),
            "specific" => StopLossReports.Specific(new PositionUseCase(books).Show(terms, day)),
            "lag" => LagReport.Of(new BooksReserveUseCase(books), terms, day, TriangleBasis.Received),
            "lag-paid" => LagReport.Of(new BooksReserveUseCase(books), terms, day, TriangleBasis.Paid),
            "enrollment" => books.Database.Read(connection => EnrollmentReport.Of(connection, terms, day)),
            "projection" => CostReports.Projection(new CostViewUseCase(books).Show(terms, day)),
            "insured" => InsuredReport.Of(books, terms, day),
            _ => null,
        };
    }
}
