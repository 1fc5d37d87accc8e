using Microsoft.AspNetCore.Routing;

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
        ProblemsResource.Map(group);
    }
}
