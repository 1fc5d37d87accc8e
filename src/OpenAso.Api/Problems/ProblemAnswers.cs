using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OpenAso.Access;
using OpenAso.Operations;
using OpenAso.Operations.Access;
using OpenAso.Operations.Deciding;
using OpenAso.Operations.Paying;
using OpenAso.Storage;

namespace OpenAso.Api.Problems;

/// <summary>Answers every call that fails in the one form, whatever made it fail.</summary>
internal static class ProblemAnswers
{
    private const string Header = "Request-Id";
    private const int RetrySeconds = 2;

    /// <summary>Lets a call run, and tells what went wrong.</summary>
    public static async Task AnswerAsync(HttpContext request, RequestDelegate next)
    {
        request.Response.Headers[Header] = Defects.IdOf(request);
        try
        {
            await next(request).ConfigureAwait(false);
            if (request.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null })
                await WriteAsync(request, new RefusedException(ProblemKind.Of(request.Response.StatusCode), ""))
                    .ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (request.RequestAborted.IsCancellationRequested)
        {
            if (!request.Response.HasStarted)
                await WriteAsync(request, new RefusedException(ProblemKind.TimedOut, "")).ConfigureAwait(false);
        }
        catch (Exception failure) when (!request.Response.HasStarted)
        {
            var refusal = Refusal(failure);
            if (refusal.Kind.Status >= StatusCodes.Status500InternalServerError)
                Defects.Tell(request, failure);
            await WriteAsync(request, refusal).ConfigureAwait(false);
        }
    }

    /// <summary>Whether nothing was done, as the exception says of itself.</summary>
    public static bool IsRefusal(Exception failure) => Refusal(failure).Kind.Status is >= 400 and < 500;

    /// <summary>What is to be told of an exception.</summary>
    public static RefusedException Refusal(Exception failure) => failure switch
    {
        RefusedException refused => refused,
        PreparedRunRefusedException { Refusal: PreparedRunRefusal.NoReason } => RefusedException.Invalid(
            "/reason", failure.Message),
        WorkRefusedException or FamilyChangedException => new RefusedException(ProblemKind.Refused, failure.Message),
        // Where the key is meant to be is told to whoever runs the server.
        KeyUnavailableException => new RefusedException(
            ProblemKind.Unavailable, "The server has no key to seal secrets by; whoever runs it names a file for one."),
        StorageException => new RefusedException(ProblemKind.Unavailable, failure.Message),
        BadHttpRequestException { InnerException: JsonException json } => Invalid(json),
        BadHttpRequestException bad => Invalid(bad),
        JsonException json => Invalid(json),
        // Neither its words nor its trace are shown: they may hold what files say of people.
        _ => new RefusedException(ProblemKind.Defect, ""),
    };

    private static RefusedException Invalid(JsonException failure)
    {
        var pointer = failure.Path is { Length: > 0 } path
            ? "/" + path.TrimStart('$').TrimStart('.').Replace('.', '/').Replace("[", "/", StringComparison.Ordinal)
                .Replace("]", "", StringComparison.Ordinal)
            : "body";
        var place = failure.LineNumber is { } line
            ? string.Create(CultureInfo.InvariantCulture, $" (line {line + 1})")
            : "";
        return RefusedException.Invalid(
            pointer,
            $"The body is one JSON object as the description of the address says{place}: this part is missing, "
            + "unknown, twice there, or of another type.");
    }

    private static RefusedException Invalid(BadHttpRequestException failure) => failure.StatusCode switch
    {
        StatusCodes.Status400BadRequest => new RefusedException(
            ProblemKind.Invalid,
            failure.Message.Contains("parameter", StringComparison.OrdinalIgnoreCase) ? failure.Message : ""),
        var status => new RefusedException(ProblemKind.Of(status), ""),
    };

    private static async Task WriteAsync(HttpContext request, RefusedException refused)
    {
        var (response, kind) = (request.Response, refused.Kind);
        var kept = response.Headers.WWWAuthenticate;
        var allow = response.Headers.Allow;
        var retry = response.Headers.RetryAfter;
        response.Clear();
        response.StatusCode = kind.Status;
        response.Headers[Header] = Defects.IdOf(request);
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        if (kind == ProblemKind.NotSignedIn)
            response.Headers.WWWAuthenticate = kept.Count > 0 ? kept : "Bearer realm=\"openaso\"";
        if (kind == ProblemKind.MethodNotAllowed)
            response.Headers.Allow = allow;
        if (kind == ProblemKind.InFlight || kind == ProblemKind.TooMany || kind == ProblemKind.Unavailable)
            response.Headers.RetryAfter =
                retry.Count > 0 ? retry : RetrySeconds.ToString(CultureInfo.InvariantCulture);
        await response.WriteAsJsonAsync(
            new ApiProblem(
                AddressOf(kind), kind.Title, kind.Status, refused.Message.Length > 0 ? refused.Message : kind.Meaning,
                kind.Code, Defects.IdOf(request))
            {
                Errors = refused.Errors,
                Acknowledgment = refused.Acknowledgment,
            },
            options: null, contentType: "application/problem+json", CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Where a kind of problem is described.</summary>
    public static string AddressOf(ProblemKind kind) => $"{ApiDoor.Root}/problems/{kind.Code}";
}
