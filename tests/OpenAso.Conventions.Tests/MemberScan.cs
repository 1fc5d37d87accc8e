using System.Text;
using System.Text.RegularExpressions;

namespace OpenAso.Conventions.Tests;

/// <summary>A method, property or constructor as it stands in a file.</summary>
/// <param name="Name">As written.</param>
/// <param name="FirstLine">Of its signature, from 1; attributes and comments stand above.</param>
/// <param name="LastLine">Of its closing brace or semicolon.</param>
internal sealed record Member(string Name, int FirstLine, int LastLine)
{
    public int Lines => LastLine - FirstLine + 1;
}

/// <summary>Finds the members of the types in a file. Knows as much of C# as that needs.</summary>
internal sealed partial class MemberScan
{
    private readonly string _code;
    private readonly List<Member> _members = [];
    private readonly StringBuilder _header = new();
    private int _at;
    private int _line = 1;
    private int _start;

    private MemberScan(string code) => _code = code;

    public static IReadOnlyList<Member> Of(string text)
    {
        var scan = new MemberScan(CodeText.Of(text));
        while (scan._at < scan._code.Length)
            scan.Step();
        return scan._members;
    }

    private void Step()
    {
        var sign = Next();
        switch (sign)
        {
            case '(' or '[':
                Begin(sign);
                Skip(sign, sign == '(' ? ')' : ']');
                _header.Append(sign == '(' ? "()" : "");
                break;
            case '{' when TypeHeader().IsMatch(BeforeParameters()):
                Forget();
                break;
            case '{':
                var isValue = ValueHeader().IsMatch(_header.ToString());
                Skip('{', '}');
                if (!isValue)
                    End();
                break;
            case ';':
                if (_header.ToString().Contains("=>", StringComparison.Ordinal))
                    End();
                Forget();
                break;
            case '}':
                Forget();
                break;
            default:
                Begin(sign);
                _header.Append(sign);
                break;
        }
    }

    private char Next()
    {
        var sign = _code[_at++];
        if (sign == '\n')
            _line++;
        return sign;
    }

    // Attributes, in brackets, come before a member begins.
    private void Begin(char sign)
    {
        if (_start == 0 && !char.IsWhiteSpace(sign) && sign != '[')
            _start = _line;
    }

    private void Skip(char open, char close)
    {
        for (var depth = 1; depth > 0 && _at < _code.Length;)
        {
            var sign = Next();
            depth += sign == open ? 1 : sign == close ? -1 : 0;
        }
    }

    private void End()
    {
        var name = MemberName().Match(_header.ToString());
        if (_start > 0)
            _members.Add(new Member(name.Success ? name.Value : "?", _start, _line));
        Forget();
    }

    private void Forget()
    {
        _header.Clear();
        _start = 0;
    }

    private string BeforeParameters()
    {
        var header = _header.ToString();
        var parameters = header.IndexOf("()", StringComparison.Ordinal);
        return parameters < 0 ? header : header[..parameters];
    }

    [GeneratedRegex(@"\b(class|struct|interface|enum|record|namespace|extension)\b")]
    private static partial Regex TypeHeader();

    [GeneratedRegex(@"=>|(?<![=!<>])=(?!=)")]
    private static partial Regex ValueHeader();

    [GeneratedRegex(@"\w+(?=\s*(<[^()]*>)?\s*\(\))|\w+(?=\s*(=>|$))")]
    private static partial Regex MemberName();
}
