using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using OpenAso.Access;
using OpenAso.Kernel;
using OpenAso.Operations;
using OpenAso.Operations.Access;
using OpenAso.Operations.Serving;
using OpenAso.Web.Pages.Employer;

namespace OpenAso.Web.Pages.Administration;

/// <summary>The access log as files, by the same filter as its pages.</summary>
internal static class AccessLogFiles
{
    public static void Map(IEndpointRouteBuilder server)
    {
        server.MapGet(
            "/administration/access-log.csv",
            (SeenBooks books, WebSettings settings, HttpContext request) => Send(
                books, AccessLog.OfAdministrator(settings.Tenant), "accounts", request))
            .RequireAuthorization(new NeedsAttribute(Right.SeeAccessLog, ofAll: true));
        server.MapGet(
            "/employers/{employer}/access-log.csv",
            (string employer, SeenBooks books, WebSettings settings, HttpContext request) => Send(
                books, new EmployerScope(settings.Tenant, new EmployerId(employer)), employer, request))
            .RequireAuthorization(new NeedsAttribute(Right.SeeAccessLog));
    }

    /// <summary>Which entries an address asks for; what it says that cannot be is left out.</summary>
    public static AccessFilter Asked(IQueryCollection query) => new(
        query["account"].ToString().Trim() is { Length: > 0 } account ? account : null,
        Enum.TryParse<AccessAction>(query["action"], out var action) && Enum.IsDefined(action) ? action : null,
        Reports.DayOf(query["day"]));

    private static FileContentHttpResult Send(
        SeenBooks books, EmployerScope scope, string name, HttpContext request) => TypedResults.File(
        Encoding.UTF8.GetBytes(AccessLogCsv.Of(new AccessLog(books.Reading), scope, Asked(request.Request.Query))),
        "text/csv; charset=utf-8", $"{name}-access-log.csv");
}
