using Microsoft.AspNetCore.Http;
using OpenAso.Operations.Serving;

namespace OpenAso.Api.Requests;

/// <summary>An answer that is given as it is kept.</summary>
/// <param name="answer">The answer.</param>
internal sealed class KeptAnswerResult(KeptAnswer answer) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = answer.Status;
        if (answer.ContentType.Length > 0)
            response.ContentType = answer.ContentType;
        if (answer.Location.Length > 0)
            response.Headers.Location = answer.Location;
        if (answer.Body.Length > 0)
            await response.Body.WriteAsync(answer.Body).ConfigureAwait(false);
    }

    /// <summary>Takes down what a result would send.</summary>
    public static async Task<KeptAnswer> CaptureAsync(HttpContext request, object? result)
    {
        var response = request.Response;
        var wire = response.Body;
        using var body = new MemoryStream();
        response.Body = body;
        try
        {
            await ((IResult)result!).ExecuteAsync(request).ConfigureAwait(false);
            await response.BodyWriter.FlushAsync().ConfigureAwait(false);
        }
        finally
        {
            response.Body = wire;
        }
        return new KeptAnswer(
            response.StatusCode, response.ContentType ?? "", response.Headers.Location.ToString(), body.ToArray());
    }
}
