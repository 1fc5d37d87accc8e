using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using OpenAso.Access;
using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.Reporting;
using OpenAso.Operations.Reporting.Tables;
using OpenAso.Operations.Serving;

namespace OpenAso.Web.Pages.Employer;

/// <summary>Reports by what their addresses say, as pages and files.</summary>
/// <param name="books">The books.</param>
/// <param name="visitors">Who is signed in.</param>
/// <param name="reads">Enter what is shown of people's health.</param>
public sealed class ReportDoor(SeenBooks books, Visitors visitors, HealthReads reads)
{
    /// <summary>The files' addresses.</summary>
    internal static void Map(IEndpointRouteBuilder server)
    {
        var needed = new NeedsAttribute(Right.SeePosition);
        server.MapGet("/employers/{employer}/reports/{report}.csv",
            async (string employer, string report, ReportDoor door, HttpContext request) => File(
                await door.OfAsync(request, employer, report, request.Request.Query["as-of"]).ConfigureAwait(false),
                employer))
            .RequireAuthorization(needed);
        server.MapGet("/employers/{employer}/amounts/{month}.csv",
            async (string employer, string month, ReportDoor door, HttpContext request) => File(
                await door.AmountsAsync(request, employer, month).ConfigureAwait(false) is { } amounts
                    ? AmountsReport.Of(amounts)
                    : null, employer))
            .RequireAuthorization(needed);
    }

    /// <summary>A report; null where there is none of the name. One that names payees, who may be members, is entered
    /// in the access log.</summary>
    /// <param name="request">Whose roles say whether payees are named.</param>
    /// <param name="employer">Whose.</param>
    /// <param name="name">Which.</param>
    /// <param name="asOf">Up to which day; null or empty for all there is.</param>
    public async Task<ReportTable?> OfAsync(HttpContext request, string employer, string name, string? asOf)
    {
        ArgumentNullException.ThrowIfNull(request);
        var whose = new EmployerId(employer);
        if (books.Terms(whose) is not { } terms)
            return null;
        var withPayees = visitors.Of(request.User)?.May(Right.PreparePayments, whose) == true;
        if (withPayees && name == ReportUseCase.Payments)
            await reads.EnterAsync(request, whose, AccessAction.SeeClaims, "payment register").ConfigureAwait(false);
        return new ReportUseCase(books.Reading).Show(terms, name, Reports.DayOf(asOf), withPayees);
    }

    /// <summary>What a month's claims cost is made of, claim by claim for those who may see claims, which is entered in
    /// the access log; null where there is no such month.</summary>
    /// <param name="request">Whose roles say whether claims are named.</param>
    /// <param name="employer">Whose.</param>
    /// <param name="month">Year and month.</param>
    public async Task<PaidAmounts?> AmountsAsync(HttpContext request, string employer, string month)
    {
        ArgumentNullException.ThrowIfNull(request);
        var whose = new EmployerId(employer);
        if (!DateOnly.TryParseExact(
                month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            || books.Terms(whose) is not { } terms)
            return null;
        var withClaims = visitors.Of(request.User)?.May(Right.SeeClaims, whose) == true;
        if (withClaims)
            await reads.EnterAsync(request, whose, AccessAction.SeeClaims, $"amounts {month}").ConfigureAwait(false);
        return new PaidAmountsUseCase(books.Reading).Show(terms, Month.Of(first), null, withClaims);
    }

    private static Results<FileContentHttpResult, NotFound> File(ReportTable? report, string employer) =>
        report is null
            ? TypedResults.NotFound()
            : TypedResults.File(
                Encoding.UTF8.GetBytes(ReportCsv.Of(report, new EmployerId(employer))), "text/csv; charset=utf-8",
                $"{employer}-{report.Name}-{report.AsOf:yyyy-MM-dd}.csv");
}
