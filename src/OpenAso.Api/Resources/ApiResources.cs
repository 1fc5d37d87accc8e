using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using OpenAso.Api.Problems;

namespace OpenAso.Api.Resources;

/// <summary>Every resource.</summary>
internal static class ApiResources
{
    public static void Map(IEndpointRouteBuilder group)
    {
        EmployersResource.Map(new ApiRoutes(group, "Employers"));
        ClaimsResource.Map(new ApiRoutes(group, "Claims"));
        PendedResource.Map(new ApiRoutes(group, "Pended claims"));
        ImportsResource.Map(new ApiRoutes(group, "Imports"));
        MembersResource.Map(new ApiRoutes(group, "Members"));
        PositionResource.Map(new ApiRoutes(group, "Position and reports"));
        FundingResource.Map(new ApiRoutes(group, "Funding"));
        PaymentsResource.Map(new ApiRoutes(group, "Payments"));
        DecisionResource.Map(new ApiRoutes(group, "Decision"));
        StopLossResource.Map(new ApiRoutes(group, "Stop-loss"));
        AccessResource.Map(new ApiRoutes(group, "Access"));
        WebhooksResource.Map(new ApiRoutes(group, "Webhooks"));
        group.MapGet("/problems/{code}", Explain).AllowAnonymous().WithTags("Problems");
    }

    /// <summary>What a kind of problem means, and what its caller does next.</summary>
    /// <param name="code">As a problem names it.</param>
    public static Ok<ProblemKind> Explain(string code) =>
        TypedResults.Ok(ProblemKind.All.FirstOrDefault(kind => kind.Code == code)
            ?? throw RefusedException.NotFound("kind of problem"));
}
