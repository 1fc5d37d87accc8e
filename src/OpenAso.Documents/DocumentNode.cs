using System.Collections.Immutable;
using OpenAso.Kernel;

namespace OpenAso.Documents;

/// <summary>A map, a list or a scalar of a document, with the place where it stands.</summary>
/// <remarks>Immutable once read.</remarks>
public abstract class DocumentNode
{
    private protected DocumentNode(DocumentNode? parent, string key, string file, int line, int column)
    {
        Parent = parent;
        Key = key;
        File = file;
        Line = line;
        Column = column;
    }

    /// <summary>The map or list that holds it; null for the outermost map.</summary>
    public DocumentNode? Parent { get; }

    /// <summary>Its key in the map, or its number in the list in brackets, from 1; empty for the outermost
    /// map.</summary>
    public string Key { get; }

    /// <summary>The file's name as the user gave it.</summary>
    public string File { get; }

    /// <summary>1-based.</summary>
    public int Line { get; }

    /// <summary>1-based.</summary>
    public int Column { get; }

    /// <summary>The keys from the outermost map to here, with points between: <c>benefits.office.copay</c>,
    /// <c>amendments[2].first</c>.</summary>
    public string Path => Parent is null ? Key
        : Key.StartsWith('[') || Parent.Path.Length == 0 ? Parent.Path + Key : $"{Parent.Path}.{Key}";

    /// <summary>The clause that the nearest enclosing map cites under the key <c>clause</c>; null where there is
    /// none.</summary>
    public string? Clause
    {
        get
        {
            for (var node = this; node is not null; node = node.Parent)
            {
                if (node is DocumentMap map && map["clause"] is DocumentScalar { Value.Length: > 0 } clause)
                    return clause.Value;
            }
            return null;
        }
    }

    /// <summary>File, line, column and keys, with the clause where there is one, for a finding.</summary>
    public Place Place => new(File, Line, Column, Clause is { } clause ? $"{Path} (clause {clause})" : Path);

    /// <summary>What it is, in the words of a message: a map, a list, a value.</summary>
    internal abstract string Kind { get; }
}

/// <summary>A single value: a word, a number, a date, a text.</summary>
public sealed class DocumentScalar : DocumentNode
{
    internal DocumentScalar(
        DocumentNode? parent, string key, string file, int line, int column, string value, bool quoted)
        : base(parent, key, file, line, column)
    {
        Value = value;
        Quoted = quoted;
    }

    /// <summary>Its characters as written, without quotes; nothing is converted, so 0450 stays 0450.</summary>
    public string Value { get; }

    /// <summary>Whether it stood in quotes or in a block of text.</summary>
    public bool Quoted { get; }

    /// <summary>Whether nothing stands behind the key: no characters, <c>~</c> or <c>null</c>.</summary>
    public bool IsEmpty => Value.Length == 0 || (!Quoted && Value is "~" or "null" or "Null" or "NULL");

    internal override string Kind => "a single value";
}

/// <summary>Items in order.</summary>
public sealed class DocumentList : DocumentNode
{
    internal DocumentList(DocumentNode? parent, string key, string file, int line, int column)
        : base(parent, key, file, line, column)
    {
    }

    /// <summary>In the order of the document.</summary>
    public ImmutableArray<DocumentNode> Items { get; internal set; } = [];

    internal override string Kind => "a list";
}

/// <summary>Keys with their values, in the order of the document; each key once.</summary>
public sealed class DocumentMap : DocumentNode
{
    private Dictionary<string, DocumentNode> _byKey = [];
    private Dictionary<string, (int Line, int Column)> _keyPlaces = [];

    internal DocumentMap(DocumentNode? parent, string key, string file, int line, int column)
        : base(parent, key, file, line, column)
    {
    }

    /// <summary>In the order of the document. An entry's place is that of its value; <see cref="KeyPlace"/> has the
    /// key's.</summary>
    public ImmutableArray<DocumentNode> Entries { get; private set; } = [];

    /// <summary>The value behind a key; null where the map has no such key.</summary>
    /// <param name="key">Compared letter by letter.</param>
    public DocumentNode? this[string key] => _byKey.GetValueOrDefault(key);

    internal override string Kind => "a map of keys and values";

    /// <summary>Where a key of this map stands.</summary>
    /// <param name="key">A key of the map.</param>
    public Place KeyPlace(string key)
    {
        var node = _byKey[key];
        var (line, column) = _keyPlaces[key];
        return node.Place with { Line = line, Column = column };
    }

    internal (int Line, int Column) KeyPosition(string key) => _keyPlaces[key];

    internal DocumentMap With(
        ImmutableArray<DocumentNode> entries, Dictionary<string, (int Line, int Column)> keyPlaces)
    {
        var map = new DocumentMap(Parent, Key, File, Line, Column);
        map.Fill(entries, keyPlaces);
        return map;
    }

    internal void Fill(ImmutableArray<DocumentNode> entries, Dictionary<string, (int Line, int Column)> keyPlaces)
    {
        Entries = entries;
        _byKey = entries.ToDictionary(entry => entry.Key, StringComparer.Ordinal);
        _keyPlaces = keyPlaces;
    }
}
