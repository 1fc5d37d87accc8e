using OpenAso.Decision.Comparing;
using OpenAso.Kernel;
using OpenAso.Operations.Comparing;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Reporting.Tables;

/// <summary>Self-funded against insured, as far as the books know: what each plan year cost, and the premium at which
/// an insured plan would have cost the same.</summary>
internal static class InsuredReport
{
    // What a health insurer would have insured: incomes are another contract.
    private static readonly PastQuestion Health = new(
        [LineOfCoverage.Medical, LineOfCoverage.Dental, LineOfCoverage.Vision, LineOfCoverage.Pharmacy], null);

    public static ReportTable Of(Books books, EmployerTerms terms, DateOnly day) => new(
        "insured", day,
        [
            new ReportColumn("plan-year", IsFigure: false), new ReportColumn("complete-year", IsFigure: false),
            new ReportColumn("member-months"), new ReportColumn("incurred"), new ReportColumn("fees"),
            new ReportColumn("premium"), new ReportColumn("recoverable"), new ReportColumn("own-cost"),
            new ReportColumn("break-even"),
        ],
        [.. PastYearsUseCase.Of(books, terms, day, Health).Select(Row)]);

    private static ReportRow Row(PastYear year) => new(
    [
        new ReportCell.Text(year.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        new ReportCell.Word(year.IsComplete ? "yes" : "no"), new ReportCell.Count(year.MemberMonths),
        new ReportCell.Amount(year.Claims), new ReportCell.Amount(year.Fees),
        new ReportCell.Amount(year.StopLossPremium), new ReportCell.Amount(year.Recoveries),
        new ReportCell.Amount(year.OwnCost), new ReportCell.Amount(BreakEven(year)),
    ]);

    // A month of a member; half a cent up. Blank where nobody was covered.
    private static Money? BreakEven(PastYear year) =>
        year.MemberMonths > 0 ? year.OwnCost.Ratio(1, year.MemberMonths, Rounding.HalfUp) : null;
}
