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

/// <summary>The packs that were filed, as they were sent.</summary>
internal static class FilingFiles
{
    public static void Map(IEndpointRouteBuilder server) => server
        .MapGet("/employers/{employer}/stop-loss/filings/{filing}/files/{name}", SendAsync)
        .RequireAuthorization(new NeedsAttribute(Right.WorkStopLoss));

    private static async Task<Results<FileContentHttpResult, NotFound>> SendAsync(
        HttpContext request, string employer, string filing, string name, SeenBooks books, HealthReads reads)
    {
        var whole = $"{filing}/{name}";
        if (books.Terms(new EmployerId(employer)) is not { } terms
            || new FilingUseCase(books.Reading).Files(terms).FirstOrDefault(file => file.Name == whole)
                is not { Content: { } content })
            return TypedResults.NotFound();
        await reads.EnterAsync(request, terms.Scope.Employer, AccessAction.SeeClaimants, whole).ConfigureAwait(false);
        var type = name.EndsWith(".csv", StringComparison.Ordinal) ? "text/csv; charset=utf-8"
            : name.EndsWith(".json", StringComparison.Ordinal) ? "application/json"
            : "application/octet-stream";
        return TypedResults.File(content, type, $"{filing}-{name}");
    }
}
