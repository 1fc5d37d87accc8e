using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using OpenAso.Api.Requests;
using OpenAso.Kernel;

namespace OpenAso.Api.Description;

/// <summary>Describes the addresses for programs (OpenAPI 3.1), from the addresses themselves.</summary>
internal static class DescriptionDoor
{
    private const string Document = "v1";
    private const string Token = "token";

    private const string Lead =
        "Runs self-funded benefit plans: claims are decided at once and explained to the cent, money is asked for and "
        + "paid, and every number drills down. Money is text with two digits, days are 2026-01-31, moments are UTC. "
        + "Ids begin with what they name and sort as their list does; lists are walked with limit, starting_after and "
        + "ending_before. Calls that move claims or money carry an Idempotency-Key and come to something once: the "
        + "answer is kept for 30 days, and payments are recognised for ever. What goes wrong is told as "
        + "application/problem+json (RFC 9457). Within a version, things are added and nothing is taken away: ignore "
        + "what you do not know.";

    public static IServiceCollection AddDescription(this IServiceCollection services) =>
        services.AddOpenApi(Document, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = described => described.RelativePath?.StartsWith(
                ApiDoor.Root.TrimStart('/'), StringComparison.Ordinal) == true;
            options.AddDocumentTransformer((document, _, _) => Describe(document));
            options.AddOperationTransformer((operation, context, _) => OperationWords.Describe(operation, context));
            options.AddSchemaTransformer((schema, context, _) => Describe(schema, context));
        });

    public static void MapDescription(this IEndpointRouteBuilder server) =>
        server.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();

    private static Task Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "OpenASO",
            Version = ApiDoor.Dated,
            Description = Lead,
            License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
        };
        // Where it is served is the reader's to know, and no part of what it says.
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Token] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A token of a program, from 'openaso account token make'. People's browsers use their "
                    + $"cookie instead, with {CallGuards.OwnRequest} where something is changed.",
            },
        };
        document.Security =
            [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Token, document)] = [] }];
        return Task.CompletedTask;
    }

    private static Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        var type = context.JsonTypeInfo.Type;
        if (type == typeof(Money) || type == typeof(Money?))
        {
            schema.Type = JsonSchemaType.String;
            schema.Pattern = "^-?(0|[1-9][0-9]*)[.][0-9]{2}$";
            schema.Description = "An amount in the agreement's currency, with two digits behind the point.";
        }
        // What is sent is read strictly; to what is answered, members may be added.
        if (!type.Name.EndsWith("Body", StringComparison.Ordinal) && type.Name != "DesignSettings")
            schema.AdditionalPropertiesAllowed = true;
        schema.Description = OperationWords.OneLine(schema.Description);
        return Task.CompletedTask;
    }
}
