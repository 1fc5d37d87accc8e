using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace OpenAso.Cli.Tests;

/// <summary>Turns a YAML document into JSON, in the two ways in which tools do it.</summary>
internal static partial class SchemaYaml
{
    /// <summary>Every value stays the text that was written, as our own reader has it.</summary>
    public static JsonNode AsText(string yaml) => Node(Root(yaml), static scalar => JsonValue.Create(scalar.Value!));

    /// <summary>Bare digits become numbers, bare true and false booleans, as an editor has it (YAML 1.2
    /// core).</summary>
    public static JsonNode Typed(string yaml) => Node(Root(yaml), static scalar =>
        scalar.Style != ScalarStyle.Plain ? JsonValue.Create(scalar.Value!)
        : Number().IsMatch(scalar.Value!) ? JsonValue.Create(decimal.Parse(scalar.Value!, CultureInfo.InvariantCulture))
        : scalar.Value is "true" or "false" ? JsonValue.Create(scalar.Value == "true")
        : JsonValue.Create(scalar.Value!));

    private static YamlNode Root(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return stream.Documents[0].RootNode;
    }

    private static JsonNode Node(YamlNode node, Func<YamlScalarNode, JsonNode> scalar) => node switch
    {
        YamlScalarNode value => scalar(value),
        YamlSequenceNode list => new JsonArray([.. list.Select(item => Node(item, scalar))]),
        YamlMappingNode map => new JsonObject(map.Select(entry => KeyValuePair.Create(
            ((YamlScalarNode)entry.Key).Value!, (JsonNode?)Node(entry.Value, scalar)))),
        _ => throw new InvalidOperationException($"{node.NodeType} stands in no document of ours."),
    };

    [GeneratedRegex(@"^[-+]?[0-9]+(\.[0-9]*)?$")]
    private static partial Regex Number();
}
