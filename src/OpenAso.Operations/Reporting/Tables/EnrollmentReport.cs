using System.Data.Common;
using OpenAso.Kernel;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Paying;

namespace OpenAso.Operations.Reporting.Tables;

/// <summary>Employees covered on the first day of each month, by line and tier.</summary>
internal static class EnrollmentReport
{
    private const int MostMonths = 24;

    public static ReportTable Of(DbConnection connection, EmployerTerms terms, DateOnly day)
    {
        var earliest = Month.Of(day.AddMonths(1 - MostMonths));
        var first = Month.Of(terms.Agreement.Effective.First);
        List<ReportRow> rows = [];
        for (var month = first > earliest ? first : earliest; month <= Month.Of(day); month = month.Next)
        {
            rows.AddRange(CensusRows.Count(connection, terms, month).Select(count => new ReportRow(
            [
                new ReportCell.OfMonth(month), new ReportCell.Word(Documents.Words.Of(count.Line.ToString())),
                new ReportCell.Word(Documents.Words.Of(count.Tier.ToString())), new ReportCell.Count(count.Employees),
            ])));
        }
        return new ReportTable(
            "enrollment", day,
            [
                new ReportColumn("month", IsFigure: false), new ReportColumn("line", IsFigure: false),
                new ReportColumn("tier", IsFigure: false), new ReportColumn("employees"),
            ],
            [.. rows]);
    }
}
