using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using OpenAso.Access;
using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.Paying;
using OpenAso.Operations.Serving;

namespace OpenAso.Web.Pages.Payments;

/// <summary>The files that payment runs have sent: people, what they were treated for and what was paid stand in
/// them.</summary>
internal static class RunFiles
{
    public static void Map(IEndpointRouteBuilder server) => server
        .MapGet("/employers/{employer}/payments/runs/{number:int}/files/{name}", SendAsync)
        .RequireAuthorization(new NeedsAttribute(Right.PreparePayments));

    private static async Task<Results<FileContentHttpResult, NotFound>> SendAsync(
        string employer, int number, string name, SeenBooks books, HealthReads reads, HttpContext request)
    {
        if (books.Scope(new EmployerId(employer)) is not { } scope
            || new RunRegisterUseCase(books.Reading).File(scope, number, name) is not { } content)
            return TypedResults.NotFound();
        await reads.EnterAsync(request, scope.Employer, AccessAction.SeeClaims, name).ConfigureAwait(false);
        return TypedResults.File(content, "application/edi-x12", name);
    }
}
