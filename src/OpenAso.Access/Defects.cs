using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenAso.Storage;

namespace OpenAso.Access;

/// <summary>Tells whoever runs the server what a request met that nobody expected: where it was, and which exception.
/// Never the exception's message, nor a value of the request: they may hold what files say of people.</summary>
public static partial class Defects
{
    /// <summary>The category of the log under which they are told.</summary>
    public const string Category = "OpenAso.Defects";

    private const string RetrySeconds = "2";
    private const string NoAddress = "(no address of the server)";

    /// <summary>Names a request: in its answer, and in what is told of it.</summary>
    /// <param name="request">The request.</param>
    public static string IdOf(HttpContext request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return "req_" + request.TraceIdentifier.Replace(":", "", StringComparison.Ordinal).ToLowerInvariant();
    }

    /// <summary>Tells of one.</summary>
    /// <param name="request">What met it.</param>
    /// <param name="defect">What it was.</param>
    public static void Tell(HttpContext request, Exception defect)
    {
        ArgumentNullException.ThrowIfNull(request);
        var log = request.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(Category);
        var route = (request.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? NoAddress;
        Write(log, IdOf(request), request.Request.Method, route, TypesOf(defect), StackOf(defect));
    }

    /// <summary>Lets a request run. Where it meets a defect, that is told, and the answer is that it failed, or that
    /// it may be tried again where the books cannot be reached; an answer that has begun is cut off, so that nobody
    /// takes it for whole.</summary>
    /// <param name="request">The request.</param>
    /// <param name="next">Answers it.</param>
    public static async Task AnswerAsync(HttpContext request, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(next);
        try
        {
            await next(request).ConfigureAwait(false);
        }
        catch (BadHttpRequestException bad) when (!request.Response.HasStarted)
        {
            Answer(request, bad.StatusCode);
        }
        // Whoever has gone is told nothing, and it is nobody's defect.
        catch (Exception defect) when (!request.RequestAborted.IsCancellationRequested)
        {
            Tell(request, defect);
            if (request.Response.HasStarted)
                request.Abort();
            else if (defect is StorageException { Problem: not (StorageProblem.Duplicate or StorageProblem.Refused) })
                AnswerLater(request);
            else
                Answer(request, StatusCodes.Status500InternalServerError);
        }
    }

    /// <summary>The types of an exception and of those within it, the outermost first.</summary>
    /// <param name="defect">The exception.</param>
    public static string TypesOf(Exception defect) =>
        string.Join(" > ", Within(defect).Select(one => one.GetType().FullName));

    /// <summary>Where an exception was thrown, and then where those within it were.</summary>
    /// <param name="defect">The exception.</param>
    public static string StackOf(Exception defect) => string.Join(
        '\n', Within(defect).Select(one => one.StackTrace ?? "   (thrown nowhere)"));

    private static IEnumerable<Exception> Within(Exception defect)
    {
        for (var one = defect; one is not null; one = one.InnerException)
            yield return one;
    }

    private static void AnswerLater(HttpContext request)
    {
        Answer(request, StatusCodes.Status503ServiceUnavailable);
        request.Response.Headers.RetryAfter = RetrySeconds;
    }

    private static void Answer(HttpContext request, int status)
    {
        request.Response.Clear();
        request.Response.StatusCode = status;
    }

    [LoggerMessage(
        Level = LogLevel.Error, EventName = "Defect", Message = "{RequestId} {Method} {Route} {Types}\n{Stack}")]
    private static partial void Write(
        ILogger log, string requestId, string method, string route, string types, string stack);
}
