using Microsoft.AspNetCore.Routing;

namespace OpenAso.Api.Resources;

/// <summary>Every resource.</summary>
internal static class ApiResources
{
    public static void Map(IEndpointRouteBuilder group)
    {
        EmployersResource.Map(new ApiRoutes(group, "Employers"));
        PlansResource.Map(new ApiRoutes(group, "Plans"));
        ClaimsResource.Map(new ApiRoutes(group, "Claims"));
        PendedResource.Map(new ApiRoutes(group, "Pended claims"));
        InventoryResource.Map(new ApiRoutes(group, "Pended claims"));
        ImportsResource.Map(new ApiRoutes(group, "Imports"));
        MembersResource.Map(new ApiRoutes(group, "Members"));
        OwnResource.Map(new ApiRoutes(group, "Own records"));
        WishesResource.Map(new ApiRoutes(group, "Own records"));
        PositionResource.Map(new ApiRoutes(group, "Position and reports"));
        FundingResource.Map(new ApiRoutes(group, "Funding"));
        PaymentsResource.Map(new ApiRoutes(group, "Payments"));
        PaymentRunsResource.Map(new ApiRoutes(group, "Payments"));
        PreparedRunsResource.Map(new ApiRoutes(group, "Payments"));
        DecisionResource.Map(new ApiRoutes(group, "Decision"));
        ComparisonResource.Map(new ApiRoutes(group, "Decision"));
        StopLossResource.Map(new ApiRoutes(group, "Stop-loss"));
        PoliciesResource.Map(new ApiRoutes(group, "Stop-loss"));
        FilingsResource.Map(new ApiRoutes(group, "Stop-loss"));
        AccessResource.Map(new ApiRoutes(group, "Access"));
        AccountsResource.Map(new ApiRoutes(group, "Accounts", ofAll: true));
        SessionsResource.Map(new ApiRoutes(group, "Accounts", ofAll: true));
        OwnSignInResource.Map(new ApiRoutes(group, "Own sign-in"));
        WebhooksResource.Map(new ApiRoutes(group, "Webhooks"));
        ProblemsResource.Map(group);
    }
}
