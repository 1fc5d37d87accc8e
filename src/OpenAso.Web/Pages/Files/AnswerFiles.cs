using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using OpenAso.Access;
using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.Importing;
using OpenAso.Operations.Serving;

namespace OpenAso.Web.Pages.Files;

/// <summary>The answers that were given to files (999): what is wrong by segment, and nobody's name.</summary>
internal static class AnswerFiles
{
    public static void Map(IEndpointRouteBuilder server) => server
        .MapGet("/employers/{employer}/files/answers/{name}", Send)
        .RequireAuthorization(new NeedsAttribute(Right.TakeInFiles));

    private static Results<FileContentHttpResult, NotFound> Send(string employer, string name, SeenBooks books) =>
        books.Scope(new EmployerId(employer)) is { } scope
        && new ImportRegisterUseCase(books.Reading).Answer(scope, name) is { } content
            ? TypedResults.File(content, "application/edi-x12", name)
            : TypedResults.NotFound();
}
