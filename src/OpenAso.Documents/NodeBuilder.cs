using System.Collections.Immutable;
using System.Globalization;
using OpenAso.Kernel;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OpenAso.Documents;

/// <summary>Builds nodes from the events of the YAML parser.</summary>
internal sealed class NodeBuilder(IParser parser, string file, DocumentFindings findings)
{
    private bool _stopped;

    /// <summary>The outermost map; null where there is none, with a finding.</summary>
    public DocumentMap? Build()
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            findings.Stop(
                DocumentCodes.NotAMap, new Place(file, 1, 1), "The file is empty; expected keys with values.");
            return null;
        }
        var root = Node(null, "", 0);
        if (_stopped)
            return null;
        parser.Consume<DocumentEnd>();
        if (parser.TryConsume<DocumentStart>(out var second))
        {
            findings.Stop(DocumentCodes.SeveralDocuments, At(second),
                "A second document begins here; a file holds one. Put it into a file of its own.");
        }
        if (root is DocumentMap map)
            return map;
        if (root is not null)
        {
            findings.Stop(DocumentCodes.NotAMap, root.Place with { Path = "" },
                $"The document is {root.Kind}; expected keys with values, each on its own line.");
        }
        return null;
    }

    private DocumentNode? Node(DocumentNode? parent, string key, int depth)
    {
        if (depth > DocumentReader.MaximumDepth)
        {
            findings.Stop(DocumentCodes.TooDeep, At(parser.Current!), string.Create(CultureInfo.InvariantCulture,
                $"Maps and lists stand more than {DocumentReader.MaximumDepth} deep here; no document needs that."));
            _stopped = true;
            return null;
        }
        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            Refuse(alias, $"'*{alias.Value}' refers to another place in the document. Write the value out here.");
            return null;
        }
        if (parser.Current is NodeEvent { Anchor.IsEmpty: false } anchored)
            Refuse(anchored, $"The anchor '&{anchored.Anchor.Value}' is not used in these documents. Leave it out.");
        if (parser.Current is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } } tagged)
            Refuse(tagged, $"The tag '{tagged.Tag.Value}' is not used in these documents. Leave it out.");
        if (parser.TryConsume<Scalar>(out var scalar))
            return Scalar(scalar, parent, key);
        if (parser.TryConsume<SequenceStart>(out var list))
            return List(list, parent, key, depth);
        return Map(parser.Consume<MappingStart>(), parent, key, depth);
    }

    private DocumentScalar Scalar(Scalar scalar, DocumentNode? parent, string key) =>
        new(parent, key, file, Line(scalar), Column(scalar), scalar.Value, scalar.Style != ScalarStyle.Plain);

    private DocumentList List(SequenceStart start, DocumentNode? parent, string key, int depth)
    {
        var list = new DocumentList(parent, key, file, Line(start), Column(start));
        var items = ImmutableArray.CreateBuilder<DocumentNode>();
        var number = 0;
        while (!_stopped && !parser.TryConsume<SequenceEnd>(out _))
        {
            number++;
            if (Node(list, string.Create(CultureInfo.InvariantCulture, $"[{number}]"), depth + 1) is { } item)
                items.Add(item);
        }
        list.Items = items.ToImmutable();
        return list;
    }

    private DocumentMap Map(MappingStart start, DocumentNode? parent, string key, int depth)
    {
        var map = new DocumentMap(parent, key, file, Line(start), Column(start));
        var entries = ImmutableArray.CreateBuilder<DocumentNode>();
        var places = new Dictionary<string, (int Line, int Column)>(StringComparer.Ordinal);
        while (!_stopped && !parser.TryConsume<MappingEnd>(out _))
        {
            var name = Key(map, depth);
            if (Node(map, name?.Value ?? "?", depth + 1) is not { } value || name is null)
                continue;
            if (places.TryAdd(name.Value, (name.Line, name.Column)))
                entries.Add(value);
            else
            {
                findings.Stop(DocumentCodes.DuplicateKey, value.Place with { Line = name.Line, Column = name.Column },
                    string.Create(CultureInfo.InvariantCulture,
                        $"The key '{name.Value}' stands here a second time, first on line {places[name.Value].Line}.")
                    + " Keep one of them.");
            }
        }
        map.Fill(entries.ToImmutable(), places);
        return map;
    }

    private DocumentScalar? Key(DocumentMap map, int depth)
    {
        var at = parser.Current!;
        var node = Node(map, "?", depth + 1);
        if (node is DocumentScalar { Value: "<<", Quoted: false })
        {
            Refuse(at, "The merge key '<<' is not used in these documents. Write the values out here.");
            return null;
        }
        if (node is DocumentScalar { IsEmpty: false } scalar)
            return scalar;
        if (!_stopped)
        {
            findings.Stop(DocumentCodes.KeyNotAWord, map.Place with { Line = Line(at), Column = Column(at) },
                "A key is a single word or text, followed by a colon.");
        }
        return null;
    }

    private void Refuse(ParsingEvent at, string message) => findings.Stop(DocumentCodes.Anchor, At(at), message);

    private Place At(ParsingEvent at) => new(file, Line(at), Column(at));

    private static int Line(ParsingEvent at) => (int)at.Start.Line;

    private static int Column(ParsingEvent at) => (int)at.Start.Column;
}
