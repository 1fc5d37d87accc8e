using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace OpenAso.Api.Description;

/// <summary>Describes the addresses for programs (OpenAPI 3.1), from the addresses themselves.</summary>
internal static class DescriptionDoor
{
    private const string Document = "v1";

    public static IServiceCollection AddDescription(this IServiceCollection services) =>
        services.AddOpenApi(Document, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = described => described.RelativePath?.StartsWith(
                ApiDoor.Root.TrimStart('/'), StringComparison.Ordinal) == true;
        });

    public static void MapDescription(this IEndpointRouteBuilder server) =>
        server.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
}
