using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpenAso.Api.Problems;

namespace OpenAso.Api.Requests;

/// <summary>What every call is held to before it is looked at.</summary>
internal static class CallGuards
{
    /// <summary>The header by which a caller names the version that it was written for.</summary>
    public const string Version = "OpenAso-Version";

    /// <summary>The header that another site cannot add to what a browser sends.</summary>
    public const string OwnRequest = "X-OpenAso-Request";

    private const int InMemory = 1024 * 1024;

    /// <summary>The body can be read twice, and the version is one that there is.</summary>
    public static Task Prepare(HttpContext request, RequestDelegate next)
    {
        var headers = request.Response.Headers;
        headers[Version] = ApiDoor.Dated;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        var asked = request.Request.Headers[Version].ToString();
        if (asked.Length > 0 && asked != ApiDoor.Dated)
            throw RefusedException.Invalid(
                Version, $"This server speaks the version of {ApiDoor.Dated}; leave the header out, or say so.");
        if (!HttpMethods.IsGet(request.Request.Method))
            request.Request.EnableBuffering(InMemory);
        // Where there is no such address, method or kind of body, nobody's rights matter.
        return request.GetEndpoint() switch
        {
            null => throw new RefusedException(ProblemKind.NotFound, ""),
            RouteEndpoint => next(request),
            { RequestDelegate: { } refusal } => refusal(request),
            _ => Task.CompletedTask,
        };
    }

    /// <summary>What a browser sends by itself changes nothing.</summary>
    public static ValueTask<object?> RefuseCrossSite(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext;
        var isByCookie = request.User.Identity?.AuthenticationType
            == CookieAuthenticationDefaults.AuthenticationScheme;
        return isByCookie && !HttpMethods.IsGet(request.Request.Method)
            && request.Request.Headers[OwnRequest].Count == 0
            ? throw new RefusedException(ProblemKind.CrossSite, "")
            : next(context);
    }
}
