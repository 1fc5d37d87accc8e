using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.OwnRecords;
using OpenAso.Operations.Serving;
using OpenAso.Plans.Legal;
using OpenAso.Web.Access;

namespace OpenAso.Web.Pages.Members;

/// <summary>Explanations of benefits, as they are sent: a page of its own that can be read, printed and kept.</summary>
internal static class LetterDoor
{
    public static void Map(IEndpointRouteBuilder server) => server
        .MapGet("/employers/{employer}/own/explanations/{letter}", SendAsync)
        .RequireAuthorization(new NeedsAttribute(Right.SeeOwnRecords));

    private static async Task<Results<FileContentHttpResult, NotFound>> SendAsync(
        HttpContext request, string employer, string letter)
    {
        var services = request.RequestServices;
        var books = (ServedBooks)services.GetService(typeof(ServedBooks))!;
        var reads = (HealthReads)services.GetService(typeof(HealthReads))!;
        var visitors = (Visitors)services.GetService(typeof(Visitors))!;
        var procedure = (ClaimsProcedure)services.GetService(typeof(ClaimsProcedure))!;
        var whose = new EmployerId(employer);
        if (books.Terms(whose) is not { } terms || visitors.Of(request.User) is not { } account
            || RecordViewer.Of(account, whose) is not { } viewer
            || new OwnRecordsUseCase(books.Reading, procedure).Letter(terms, viewer, letter, reads.Today)
                is not { } written)
            return TypedResults.NotFound();
        await reads.EnterAsync(
            request, whose, AccessAction.SeePerson, $"{viewer.Family}-{written.Person}").ConfigureAwait(false);
        request.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        return TypedResults.File(
            Encoding.UTF8.GetBytes(written.Html), "text/html; charset=utf-8",
            request.Request.Query.ContainsKey("download") ? written.Name : null);
    }
}
