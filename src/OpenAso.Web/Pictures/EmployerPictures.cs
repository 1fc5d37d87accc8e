using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using OpenAso.Access;
using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.Reporting;
using OpenAso.Operations.Serving;
using OpenAso.Web.Pages.Employer;

namespace OpenAso.Web.Pictures;

/// <summary>Pictures of an employer's plan, each a resource of its own that pages show by <c>img</c>.</summary>
internal static class EmployerPictures
{
    public static void Map(IEndpointRouteBuilder server) =>
        server.MapGet("/employers/{employer}/pictures/cost-fan.svg", CostFan)
            .RequireAuthorization(new NeedsAttribute(Right.SeePosition));

    /// <summary>Sends a picture, which may bring its own style and nothing else.</summary>
    public static ContentHttpResult Send(string svg, HttpContext request)
    {
        request.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        return TypedResults.Content(svg, "image/svg+xml; charset=utf-8");
    }

    private static Results<ContentHttpResult, NotFound> CostFan(
        string employer, SeenBooks books, [FromServices] Words words, HttpContext request)
    {
        if (books.Terms(new EmployerId(employer)) is not { } terms)
            return TypedResults.NotFound();
        var view = new CostViewUseCase(books.Reading).Show(terms, Reports.DayOf(request.Request.Query["as-of"]));
        return Send(view.Fan(words.Pictures).Draw(), request);
    }
}
