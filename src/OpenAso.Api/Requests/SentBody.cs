using Microsoft.AspNetCore.Http;
using OpenAso.Api.Problems;

namespace OpenAso.Api.Requests;

/// <summary>Reads bodies that are files.</summary>
internal static class SentBody
{
    /// <summary>Most bytes of a claim.</summary>
    public const int LargestClaim = 4 * 1024 * 1024;

    /// <summary>Most bytes of a file that is imported.</summary>
    public const int LargestFile = 64 * 1024 * 1024;

    /// <summary>Most bytes of anything else.</summary>
    public const int LargestForm = 1024 * 1024;

    /// <summary>What an X12 file may call itself.</summary>
    public static IReadOnlyList<string> X12 { get; } = ["application/edi-x12", "text/plain"];

    /// <summary>All of the body.</summary>
    /// <exception cref="RefusedException">It is empty, of another kind, or too large.</exception>
    public static async Task<byte[]> ReadAsync(HttpContext request, IReadOnlyList<string> kinds, int most)
    {
        var kind = (request.Request.ContentType ?? "").Split(';')[0].Trim();
        if (!kinds.Contains(kind, StringComparer.OrdinalIgnoreCase))
            throw new RefusedException(
                ProblemKind.UnsupportedMedia, $"Content-Type is '{kind}'; expected is {string.Join(" or ", kinds)}.");
        if (request.Request.ContentLength > most)
            throw new RefusedException(ProblemKind.TooLarge, "");
        request.Request.Body.Position = 0;
        using var body = new MemoryStream();
        var buffer = new byte[81_920];
        while (await request.Request.Body.ReadAsync(buffer, request.RequestAborted).ConfigureAwait(false)
            is > 0 and var read)
        {
            if (body.Length + read > most)
                throw new RefusedException(ProblemKind.TooLarge, "");
            body.Write(buffer, 0, read);
        }
        return body.Length > 0 ? body.ToArray() : throw RefusedException.Invalid("body", "The body is empty.");
    }
}
