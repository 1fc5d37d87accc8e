using System.Text.Json.Nodes;
using NJsonSchema;

namespace OpenAso.Cli.Tests;

/// <summary>A schema as <c>openaso schema NAME</c> prints it.</summary>
internal sealed class SchemaFile
{
    private static readonly Dictionary<string, SchemaFile> Known =
        Names().ToDictionary(name => name, name => new SchemaFile(Cli.Run("schema", name).Output));

    private readonly JsonSchema _schema;

    private SchemaFile(string text)
    {
        Root = JsonNode.Parse(text)!.AsObject();
        // The validator knows the definitions of a schema by their older name only.
        _schema = JsonSchema.FromJsonAsync(text.Replace(
            "$defs", "definitions", StringComparison.Ordinal)).GetAwaiter().GetResult();
    }

    public JsonObject Root { get; }

    public static SchemaFile Of(string name) => Known[name];

    public static string[] Names() =>
        Cli.Run("schema").Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What is wrong, with the place; empty where the document is valid.</summary>
    public IReadOnlyList<string> Problems(JsonNode document) => Problems(document.ToJsonString());

    /// <summary>What is wrong, with the place; empty where the document is valid.</summary>
    public IReadOnlyList<string> Problems(string json) =>
        [.. _schema.Validate(json).Select(problem => $"{problem.Path}: {problem.Kind}")];

    /// <summary>The definition of a name.</summary>
    public JsonObject Definition(string name) =>
        Root["$defs"]![name] as JsonObject ?? throw new KeyNotFoundException($"There is no definition '{name}'.");

    /// <summary>The words of an enumeration, by the path of its schema below the definitions.</summary>
    public string[] Words(string path) =>
        [.. path.Split('/').Aggregate(Root["$defs"]!, (node, part) => node[part]!)["enum"]!.AsArray()
            .Select(word => word!.ToString())];

    /// <summary>The object schema that a schema leads to, through references and alternatives; null for a
    /// value.</summary>
    public JsonObject? ObjectAt(JsonNode? schema)
    {
        if (schema is not JsonObject node)
            return null;
        if (node["$ref"]?.ToString() is { } reference)
            return ObjectAt(Definition(reference["#/$defs/".Length..]));
        if (node["properties"] is not null || node["additionalProperties"] is JsonObject
            || node["patternProperties"] is not null)
            return node;
        return node["anyOf"]?.AsArray().Select(ObjectAt).FirstOrDefault(found => found is not null);
    }

    /// <summary>The schema of a list's items; null where there is no list.</summary>
    public static JsonNode? ItemsOf(JsonNode? schema) =>
        schema?["items"] ?? schema?["anyOf"]?.AsArray().Select(ItemsOf).FirstOrDefault(found => found is not null);
}
