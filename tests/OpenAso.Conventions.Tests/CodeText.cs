namespace OpenAso.Conventions.Tests;

/// <summary>C# with its comments and the characters of its strings blanked, so that what is left is code. Line breaks
/// and positions stay; the holes of interpolated strings are code and stay too.</summary>
internal sealed class CodeText
{
    private readonly string _text;
    private readonly char[] _code;
    private int _at;

    private CodeText(string text)
    {
        _text = text;
        _code = text.ToCharArray();
    }

    public static string Of(string text)
    {
        var code = new CodeText(text);
        code.Code(untilBrace: false);
        return new string(code._code);
    }

    private bool Sees(string word) => string.CompareOrdinal(_text, _at, word, 0, word.Length) == 0;

    private void Blank(int count)
    {
        for (var end = Math.Min(_text.Length, _at + count); _at < end; _at++)
        {
            if (_text[_at] != '\n')
                _code[_at] = ' ';
        }
    }

    private void BlankThrough(string word)
    {
        var end = _text.IndexOf(word, _at, StringComparison.Ordinal);
        Blank(end < 0 ? _text.Length - _at : end + word.Length - _at);
    }

    private void Code(bool untilBrace)
    {
        for (var depth = 0; _at < _text.Length;)
        {
            if (Sees("//"))
                BlankThrough("\n");
            else if (Sees("/*"))
                BlankThrough("*/");
            else if (_text[_at] == '\'')
                Character();
            else if (StringStart() is { } start)
                Quoted(start.Dollars, start.Verbatim, start.Length);
            else if (untilBrace && _text[_at] == '}' && depth == 0)
                return;
            else
                depth += _text[_at++] switch { '{' => 1, '}' => -1, _ => 0 };
        }
    }

    private (int Dollars, bool Verbatim, int Length)? StringStart()
    {
        var end = _at;
        while (end < _text.Length && _text[end] is '$' or '@')
            end++;
        if (end == _text.Length || _text[end] != '"')
            return null;
        var prefix = _text[_at..end];
        return (prefix.Count(sign => sign == '$'), prefix.Contains('@', StringComparison.Ordinal), end - _at);
    }

    private void Character()
    {
        var end = _at + 1;
        while (end < _text.Length && _text[end] is not '\'' and not '\n')
            end += _text[end] == '\\' ? 2 : 1;
        Blank(end + 1 - _at);
    }

    private void Quoted(int dollars, bool verbatim, int prefix)
    {
        Blank(prefix);
        var quotes = 0;
        while (_at + quotes < _text.Length && _text[_at + quotes] == '"')
            quotes++;
        if (quotes == 2)
        {
            Blank(2);
            return;
        }
        var isRaw = quotes >= 3;
        var close = new string('"', isRaw ? quotes : 1);
        var open = new string('{', Math.Max(1, isRaw ? dollars : 1));
        Blank(close.Length);
        while (_at < _text.Length && !Sees(close) || verbatim && Sees("\"\""))
        {
            if (verbatim && Sees("\"\"") || !verbatim && !isRaw && _text[_at] == '\\')
                Blank(2);
            else if (dollars > 0 && !isRaw && Sees("{{"))
                Blank(2);
            else if (dollars > 0 && Sees(open))
                Hole(open.Length);
            else
                Blank(1);
        }
        Blank(close.Length);
    }

    private void Hole(int braces)
    {
        Blank(braces);
        Code(untilBrace: true);
        Blank(braces);
    }
}
