using System.Globalization;
using System.Text;
using System.Xml;

namespace OpenAso.Decision.Pictures;

/// <summary>Writes SVG: texts escaped, numbers with few digits and a point, the same bytes for the same
/// picture.</summary>
internal sealed class SvgText
{
    private readonly StringBuilder _text = new();

    /// <summary>A number as SVG writes it; what is no number is nothing.</summary>
    public static string Number(double value)
    {
        var text = Math.Clamp(double.IsFinite(value) ? value : 0, -1e6, 1e6)
            .ToString("0.##", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    /// <summary>A text in which nothing is taken for a mark of the language, and nothing is that XML forbids.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
            {
                escaped.Append(text, at, 2);
                at++;
                continue;
            }
            escaped.Append(text[at] switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '"' => "&quot;",
                '\n' or '\r' or '\t' => " ",
                var other => XmlConvert.IsXmlChar(other) ? other.ToString() : "\uFFFD",
            });
        }
        return escaped.ToString();
    }

    public void Raw(string text) => _text.Append(text).Append('\n');

    public void Words(string element, string words) => Raw($"<{element}>{Escape(words)}</{element}>");

    public void Line(string look, Spot from, Spot to) => Raw(
        $"<line class=\"{look}\" x1=\"{Number(from.X)}\" y1=\"{Number(from.Y)}\" "
        + $"x2=\"{Number(to.X)}\" y2=\"{Number(to.Y)}\"/>");

    public void Rectangle(string look, Box box) => Raw(
        $"<rect class=\"{look}\" x=\"{Number(box.Left)}\" y=\"{Number(box.Top)}\" "
        + $"width=\"{Number(Math.Max(box.Width, 0))}\" height=\"{Number(Math.Max(box.Height, 0))}\"/>");

    public void Circle(string look, Spot at, double radius) => Raw(
        $"<circle class=\"{look}\" cx=\"{Number(at.X)}\" cy=\"{Number(at.Y)}\" r=\"{Number(radius)}\"/>");

    /// <summary>A line through places, or the area that they enclose.</summary>
    public void Path(string look, IReadOnlyList<Spot> spots, bool isClosed = false)
    {
        if (spots.Count == 0)
            return;
        _text.Append("<path class=\"").Append(look).Append("\" d=\"M");
        for (var at = 0; at < spots.Count; at++)
            _text.Append(at == 0 ? "" : " L").Append(Number(spots[at].X)).Append(' ').Append(Number(spots[at].Y));
        _text.Append(isClosed ? "Z" : "").Append("\"/>\n");
    }

    /// <summary>Words at a place.</summary>
    /// <param name="look">Its classes.</param>
    /// <param name="at">Where its baseline is.</param>
    /// <param name="words">One line.</param>
    /// <param name="anchor">Which part of the words stands at the place.</param>
    public void Text(string look, Spot at, string words, Anchor anchor = Anchor.Start)
    {
        var where = anchor switch
        {
            Anchor.Middle => " text-anchor=\"middle\"",
            Anchor.End => " text-anchor=\"end\"",
            _ => "",
        };
        Raw($"<text class=\"{look}\" x=\"{Number(at.X)}\" y=\"{Number(at.Y)}\"{where}>{Escape(words)}</text>");
    }

    public override string ToString() => _text.ToString();
}

/// <summary>Which part of words stands at their place.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}
