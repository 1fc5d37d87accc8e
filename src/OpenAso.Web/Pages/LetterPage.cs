using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace OpenAso.Web.Pages;

/// <summary>Sends a letter as a page of its own: it brings its style, and nothing else may be loaded into it.</summary>
internal static class LetterPage
{
    /// <summary>The answer.</summary>
    /// <param name="request">What is answered.</param>
    /// <param name="html">The letter.</param>
    /// <param name="name">Of the file it is saved as; null where it is shown.</param>
    public static FileContentHttpResult Send(HttpContext request, string html, string? name = null)
    {
        request.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        return TypedResults.File(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", name);
    }
}
