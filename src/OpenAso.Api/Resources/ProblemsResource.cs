using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using OpenAso.Api.Problems;

namespace OpenAso.Api.Resources;

/// <summary>What can be wrong with a call.</summary>
internal static class ProblemsResource
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapGet("/problems/{code}", Explain).AllowAnonymous().WithTags("Problems");

    /// <summary>What a kind of problem means, and what its caller does next.</summary>
    /// <param name="code">As a problem names it.</param>
    public static Ok<ProblemKind> Explain(string code) =>
        TypedResults.Ok(ProblemKind.All.FirstOrDefault(kind => kind.Code == code)
            ?? throw RefusedException.NotFound("kind of problem"));
}
