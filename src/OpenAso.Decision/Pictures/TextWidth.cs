namespace OpenAso.Decision.Pictures;

/// <summary>How wide words are, near enough to lay them out: fonts differ, so it is rather too much.</summary>
internal static class TextWidth
{
    public static double Of(string text, double size)
    {
        var width = 0.0;
        foreach (var letter in text)
            width += letter switch
            {
                ' ' or '.' or ',' or ':' or 'i' or 'l' or 'I' or '\'' or '|' => 0.34,
                'f' or 'j' or 'r' or 't' or '(' or ')' or '-' => 0.42,
                'm' or 'w' or 'M' or 'W' or '%' or '@' => 0.95,
                >= 'A' and <= 'Z' => 0.71,
                > '\u2E7F' => 1.05,
                _ => 0.62,
            };
        return width * size;
    }

    /// <summary>The words, or as many of their letters as fit, and a mark that some are missing.</summary>
    public static string Fit(string text, double width, double size)
    {
        if (Of(text, size) <= width)
            return text;
        var kept = text.Length;
        while (kept > 0 && Of(text[..kept], size) + (0.8 * size) > width)
            kept--;
        if (kept > 0 && char.IsHighSurrogate(text[kept - 1]))
            kept--;
        return text[..kept].TrimEnd() + "…";
    }

    /// <summary>The words in lines that fit; what passes the last line is cut off there.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, double size, int mostLines)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && lines.Count < mostLines - 1 && Of(longer, size) > width)
            {
                lines.Add(Fit(line, width, size));
                longer = word;
            }
            line = longer;
        }
        if (line.Length > 0)
            lines.Add(Fit(line, width, size));
        return lines;
    }
}
