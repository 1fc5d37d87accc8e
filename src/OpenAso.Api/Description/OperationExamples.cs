using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace OpenAso.Api.Description;

/// <summary>Examples of calls, each of which is made by a test: what is sent and what is answered.</summary>
internal static class OperationExamples
{
    private const string Resource = "OpenAso.Api.Description.examples.json";

    private static readonly JsonObject All = Read();

    /// <summary>Adds the example of an operation, where there is one.</summary>
    public static void Add(OpenApiOperation operation, string name)
    {
        if (All[name] is not JsonObject example)
            return;
        var kind = (string?)example["contentType"] ?? "application/json";
        if (example["body"] is { } body && operation.RequestBody?.Content?.TryGetValue(kind, out var sent) == true)
            sent.Example = body.DeepClone();
        var status = ((int)example["status"]!).ToString(CultureInfo.InvariantCulture);
        if (example["answer"] is { } answer && operation.Responses!.TryGetValue(status, out var response)
            && response.Content?.TryGetValue("application/json", out var answered) == true)
            answered.Example = answer.DeepClone();
    }

    private static JsonObject Read()
    {
        using var stream = typeof(OperationExamples).Assembly.GetManifestResourceStream(Resource)!;
        return (JsonObject)JsonNode.Parse(stream)!;
    }
}
