using System.Collections.Immutable;
using System.Text;

namespace OpenAso.Correspondence.Html;

/// <summary>A page that can be read, printed and heard without anything beside it: no script, no image, no
/// font.</summary>
/// <param name="language">Of its text, for example <c>en</c>: screen readers pronounce by it.</param>
/// <param name="title">What a window or a file is called by.</param>
/// <param name="body">In order.</param>
public sealed class HtmlPage(string language, string title, ImmutableArray<HtmlNode> body)
{
    /// <summary>Of its text.</summary>
    public string Language => language;

    /// <summary>What a window or a file is called by.</summary>
    public string Title => title;

    /// <summary>The whole document, which is well-formed XML too; lines end with a line feed.</summary>
    public override string ToString()
    {
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"");
        HtmlText.Escape(html, language);
        html.Append("\">\n<head>\n  <meta charset=\"utf-8\" />\n");
        html.Append("  <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n  <title>");
        HtmlText.Escape(html, title);
        html.Append("</title>\n  <style>\n").Append(Stylesheet.Text).Append("  </style>\n</head>\n<body>");
        foreach (var node in body)
        {
            html.Append("\n  ");
            node.Write(html, 1);
        }
        return html.Append("\n</body>\n</html>\n").ToString();
    }
}
