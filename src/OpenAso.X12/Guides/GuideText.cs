using System.Globalization;
using System.Text;

namespace OpenAso.X12.Guides;

/// <summary>Reads a guide's table from the text that it is kept in.</summary>
/// <remarks>
/// <para>One line for each loop and segment, indented by two spaces a level. <c>loop ID USAGE MAXIMUM</c>;
/// <c>TAG USAGE MAXIMUM ELEMENT…</c>; <c>copy ID</c> repeats a loop defined before. Usage is R (required), W
/// (required by the guide, its absence only noted) or S (situational); a maximum of 0 is any number.</para>
/// <para>An element is its number (<c>05.3</c> for a component), <c>!</c> if it must or <c>?</c> if it should be
/// there, its form (<c>D</c> date, <c>P</c> period, <c>R</c> decimal, <c>N</c> integer, <c>T</c> time) and its codes
/// behind
/// <c>=</c>, or behind <c>~</c> where they tell the segment from others of its name.</para>
/// </remarks>
internal static class GuideText
{
    public static Guide Read(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var heading = Words(lines[0]);
        var root = new LoopRule(LoopId.None, Usage.Required, 1, [], []);
        var open = new Stack<(int Indent, LoopRule Loop)>();
        open.Push((-1, root));
        var known = new Dictionary<string, LoopRule>(StringComparer.Ordinal);
        foreach (var line in lines.Skip(1))
        {
            var indent = line.Length - line.TrimStart(' ').Length;
            var words = Words(line);
            while (open.Peek().Indent >= indent)
                open.Pop();
            var parent = open.Peek().Loop;
            if (words[0] == "loop")
            {
                var loop = LoopOf(words);
                parent.Children.Add(loop);
                known[words[1]] = loop;
                open.Push((indent, loop));
            }
            else if (words[0] == "copy")
                parent.Children.Add(known[words[1]]);
            else
                parent.Segments.Add(SegmentOf(words));
        }
        return new Guide(heading[1], Enum.Parse<GuideKind>(heading[2]), heading[3], heading[4..], root);
    }

    private static string[] Words(string line) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static LoopRule LoopOf(string[] words)
    {
        var name = char.IsAsciiDigit(words[1][0]) ? "L" + words[1] : words[1];
        return new LoopRule(Enum.Parse<LoopId>(name), UsageOf(words[2]), Number(words[3]), [], []);
    }

    private static SegmentRule SegmentOf(string[] words) =>
        new(SegmentTag.Of(words[0]), UsageOf(words[1]), Number(words[2]), [.. words.Skip(3).Select(ElementOf)]);

    private static ElementRule ElementOf(string word)
    {
        var at = 2;
        var component = 0;
        if (at < word.Length && word[at] == '.')
        {
            component = word[at + 1] - '0';
            at += 2;
        }
        var usage = Usage.Situational;
        if (at < word.Length && word[at] is '!' or '?')
            usage = word[at++] == '!' ? Usage.Required : Usage.Wanted;
        var form = ElementForm.Text;
        if (at < word.Length && char.IsAsciiLetterUpper(word[at]))
            form = FormOf(word[at++]);
        var isKey = at < word.Length && word[at] == '~';
        var codes = at < word.Length ? word[(at + 1)..].Split('|') : [];
        return new ElementRule(
            Number(word[..2]), component, usage, form, [.. codes.Select(Encoding.ASCII.GetBytes)], isKey);
    }

    private static Usage UsageOf(string word) => word switch
    {
        "R" => Usage.Required,
        "W" => Usage.Wanted,
        "S" => Usage.Situational,
        _ => throw new FormatException($"A usage is R, W or S, not {word}."),
    };

    private static ElementForm FormOf(char letter) => letter switch
    {
        'D' => ElementForm.Date,
        'P' => ElementForm.Period,
        'R' => ElementForm.Decimal,
        'N' => ElementForm.Integer,
        'T' => ElementForm.Time,
        _ => throw new FormatException($"A form is D, P, R, N or T, not {letter}."),
    };

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
