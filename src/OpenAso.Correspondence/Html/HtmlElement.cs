using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace OpenAso.Correspondence.Html;

/// <summary>An element with its attributes and what stands in it.</summary>
/// <remarks>Immutable. Written so that it is well-formed both as HTML and as XML.</remarks>
public sealed class HtmlElement : HtmlNode
{
    private static readonly FrozenSet<string> Blocks = FrozenSet.Create(
        "header", "main", "footer", "section", "h1", "h2", "h3", "p", "dl", "dt", "dd", "ol", "ul", "li", "table",
        "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "blockquote", "address", "div");

    private static readonly FrozenSet<string> Inlines = FrozenSet.Create("strong", "em", "span", "cite", "br", "a");

    private static readonly FrozenSet<string> Attributes = FrozenSet.Create(
        "class", "id", "scope", "lang", "data-label");

    private readonly string _tag;
    private readonly ImmutableArray<HtmlNode> _children;
    private readonly ImmutableArray<(string Name, string Value)> _attributes;

    private HtmlElement(
        string tag, ImmutableArray<HtmlNode> children, ImmutableArray<(string Name, string Value)> attributes)
    {
        _tag = tag;
        _children = children;
        _attributes = attributes;
    }

    internal override bool IsBlock => Blocks.Contains(_tag);

    /// <summary>An element.</summary>
    /// <param name="tag">One of those that letters need: there are none that run or load anything.</param>
    /// <param name="children">In order.</param>
    /// <exception cref="ArgumentException">The tag is not one of them.</exception>
    public static HtmlElement Of(string tag, params ReadOnlySpan<HtmlNode> children)
    {
        if (!Blocks.Contains(tag) && !Inlines.Contains(tag))
            throw new ArgumentException($"Letters have no element '{tag}'.", nameof(tag));
        return new HtmlElement(tag, [.. children], []);
    }

    /// <summary>The same element with an attribute more.</summary>
    /// <param name="name">class, id, scope, lang or data-label, which is the heading of a cell.</param>
    /// <param name="value">Escaped when it is written.</param>
    /// <exception cref="ArgumentException">The name is none of them.</exception>
    public HtmlElement With(string name, string value)
    {
        if (!Attributes.Contains(name))
            throw new ArgumentException($"Letters have no attribute '{name}'.", nameof(name));
        return new HtmlElement(_tag, _children, _attributes.Add((name, value)));
    }

    internal override void Write(StringBuilder html, int depth)
    {
        html.Append('<').Append(_tag);
        foreach (var (name, value) in _attributes)
        {
            html.Append(' ').Append(name).Append("=\"");
            HtmlText.Escape(html, value);
            html.Append('"');
        }
        if (_tag == "br")
        {
            html.Append(" />");
            return;
        }
        html.Append('>');
        var broken = _children.Any(child => child.IsBlock);
        foreach (var child in _children)
        {
            if (broken)
                Break(html, depth + 1);
            child.Write(html, depth + 1);
        }
        if (broken)
            Break(html, depth);
        html.Append("</").Append(_tag).Append('>');
    }

    private static void Break(StringBuilder html, int depth) => html.Append('\n').Append(' ', 2 * depth);
}
