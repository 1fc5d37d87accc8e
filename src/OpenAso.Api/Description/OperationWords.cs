using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;
using OpenAso.Access;
using OpenAso.Api.Problems;
using OpenAso.Api.Requests;

namespace OpenAso.Api.Description;

/// <summary>Says of each address what its handler alone does not: the employer, the key, the right, what may go
/// wrong.</summary>
internal static partial class OperationWords
{
    private static readonly Dictionary<string, string> Parameters = new()
    {
        ["employer"] = "The employer's id.",
        ["limit"] = "How many at most: 1 to 100, 20 if left out.",
        ["starting_after"] = "Those behind the one with this id.",
        ["ending_before"] = "Those in front of the one with this id, the nearest of them.",
    };

    // Of parts of a query that stand in a record: the handler's comment does not name them.
    private static readonly Dictionary<string, string> Unsaid = new()
    {
        ["account"] = "Who, by the whole name to sign in with; every account if left out.",
        ["action"] = "What was done, such as sign-in or keep-account; everything if left out.",
        ["day"] = "On which day, by the world's clock; every day if left out.",
        ["policy"] = "The policy's number; the one of the day if left out.",
        ["as_of"] = "The day; today if left out.",
    };

    private static readonly int[] Always = [400, 401, 403, 404, 429, 500, 503];
    private static readonly int[] WhereDone = [409, 413, 415, 422];

    public static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Parameters ??= [];
        operation.Responses ??= [];
        AddPath(operation, context.Description);
        var isOnce = metadata.OfType<OnceMetadata>().Any();
        if (isOnce)
            operation.Parameters.Add(Text(OnceFilter.Header, ParameterLocation.Header,
                "Made up by the caller, 1 to 200 printable characters: the same call again, with the same key, does "
                + "nothing twice and is answered as before, with Idempotent-Replayed: true."));
        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>())
            parameter.Description = OneLine(
                parameter.Name is { } name && Parameters.TryGetValue(name, out var words)
                    ? words
                    : parameter.Description is { Length: > 0 } said
                        ? said
                        : Unsaid.GetValueOrDefault(parameter.Name ?? ""));
        operation.Summary = OneLine(operation.Summary);
        operation.Description = OneLine($"{operation.Description} {Needed(metadata)}".Trim());
        if (operation.RequestBody is OpenApiRequestBody body && body.Description == "The call.")
            body.Description = null;
        foreach (var status in isOnce ? [.. Always, .. WhereDone] : Always)
            operation.Responses[status.ToString(CultureInfo.InvariantCulture)] = Problem(status, context);
        operation.OperationId = NameOf(metadata);
        OperationExamples.Add(operation, operation.OperationId);
        return Task.CompletedTask;
    }

    /// <summary>In one line, however the comment was broken.</summary>
    public static string? OneLine(string? text) => text is null ? null : Blanks().Replace(text, " ").Trim();

    private static void AddPath(OpenApiOperation operation, ApiDescription described)
    {
        foreach (Match match in Braces().Matches(described.RelativePath ?? ""))
        {
            var name = match.Groups[1].Value;
            if (operation.Parameters!.All(parameter => parameter.Name != name))
                operation.Parameters!.Insert(0, Text(name, ParameterLocation.Path, ""));
        }
    }

    private static OpenApiParameter Text(string name, ParameterLocation where, string words) => new()
    {
        Name = name,
        In = where,
        Required = true,
        Description = words,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static string Needed(IEnumerable<object> metadata) => metadata.OfType<NeedsAttribute>().FirstOrDefault()
        is { } needs
        ? $"Needs the right {Documents.Words.Of(needs.Right.ToString())}{(needs.OfAll ? " for every employer" : "")}."
        : metadata.OfType<PeopleAttribute>().Any()
            ? "Open to people who are signed in, for what is their own; a program's token opens nothing of it."
            : "Open to anybody.";

    private static OpenApiResponse Problem(int status, OpenApiOperationTransformerContext context) => new()
    {
        Description = string.Join(
            ' ', ProblemKind.All.Where(kind => kind.Status == status).Select(kind => $"{kind.Code}: {kind.Title}."))
            is { Length: > 0 } words ? words : ReasonPhrases.GetReasonPhrase(status),
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/problem+json"] = new()
            {
                Schema = new OpenApiSchemaReference(nameof(ApiProblem), context.Document),
            },
        },
    };

    private static string NameOf(IEnumerable<object> metadata)
    {
        var method = metadata.OfType<MethodInfo>().First();
        var resource = method.DeclaringType!.Name.Replace("Resource", "", StringComparison.Ordinal);
        var name = method.Name.Replace("Async", "", StringComparison.Ordinal);
        return char.ToLowerInvariant(resource[0]) + resource[1..] + name;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\{(\w+)")]
    private static partial Regex Braces();
}
