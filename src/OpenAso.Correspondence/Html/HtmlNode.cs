using System.Buffers;
using System.Text;

namespace OpenAso.Correspondence.Html;

/// <summary>A part of a page: text, or an element.</summary>
/// <remarks>There is no way to put markup into one but by elements: text is always escaped.</remarks>
public abstract class HtmlNode
{
    private protected HtmlNode()
    {
    }

    /// <summary>Text, escaped when it is written.</summary>
    /// <param name="text">Anything, whoever wrote it.</param>
    public static implicit operator HtmlNode(string text) => new HtmlText(text);

    internal abstract bool IsBlock { get; }

    internal abstract void Write(StringBuilder html, int depth);
}

/// <summary>Text.</summary>
internal sealed class HtmlText(string text) : HtmlNode
{
    private const char Replacement = '\uFFFD';

    private static readonly SearchValues<char> Plain = SearchValues.Create(
        [.. Enumerable.Range(' ', '~' - ' ' + 1).Select(letter => (char)letter).Except(['&', '<', '>', '"', '\''])]);

    internal override bool IsBlock => false;

    internal override void Write(StringBuilder html, int depth) => Escape(html, text);

    /// <summary>Writes text so that it stands for itself, within an element and within a quoted attribute. What may
    /// stand in no document (control characters, half a surrogate pair) is replaced.</summary>
    public static void Escape(StringBuilder html, string text)
    {
        // PERF: letters are nearly all plain text, which is taken over in runs.
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            var plain = rest.IndexOfAnyExcept(Plain);
            if (plain < 0)
            {
                html.Append(rest);
                return;
            }
            html.Append(rest[..plain]);
            Rune.DecodeFromUtf16(rest[plain..], out var rune, out var length);
            Escape(html, rune);
            rest = rest[(plain + length)..];
        }
    }

    private static void Escape(StringBuilder html, Rune rune) => _ = rune.Value switch
    {
        '&' => html.Append("&amp;"),
        '<' => html.Append("&lt;"),
        '>' => html.Append("&gt;"),
        '"' => html.Append("&quot;"),
        '\'' => html.Append("&#39;"),
        _ => html.Append(MayStand(rune) ? rune.ToString() : Replacement.ToString()),
    };

    private static bool MayStand(Rune rune) =>
        rune.Value is '\n' or '\t' || (!Rune.IsControl(rune) && rune.Value is not (0xFFFE or 0xFFFF));
}
