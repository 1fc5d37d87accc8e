using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using OpenAso.Access;
using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.Insuring;
using OpenAso.Operations.Serving;

namespace OpenAso.Web.Pages.StopLoss;

/// <summary>Letters to carriers: pages of their own that can be read, printed and kept.</summary>
internal static class NoticeLetterDoor
{
    public static void Map(IEndpointRouteBuilder server) => server
        .MapGet("/employers/{employer}/stop-loss/notices/{notice}/letter", SendAsync)
        .RequireAuthorization(new NeedsAttribute(Right.WorkStopLoss));

    private static async Task<Results<FileContentHttpResult, NotFound>> SendAsync(
        string employer, string notice, SeenBooks books, HealthReads reads, HttpContext request)
    {
        var whose = new EmployerId(employer);
        if (books.Terms(whose) is not { } terms
            || new NoticeUseCase(books.Reading).Letter(terms, notice, reads.Today) is not { } letter)
            return TypedResults.NotFound();
        await reads.EnterAsync(request, whose, AccessAction.SeeClaimants, $"notice {notice}").ConfigureAwait(false);
        return LetterPage.Send(request, letter);
    }
}
