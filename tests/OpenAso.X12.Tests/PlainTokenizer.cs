using System.Text;

namespace OpenAso.X12.Tests;

/// <summary>Reads X12 syntax a byte at a time from bytes that are all there: short enough to be seen to be right, and
/// what the reader is held against.</summary>
internal sealed class PlainTokenizer(byte[] bytes)
{
    private int _next;

    /// <summary>Every segment as its position and elements, and last why reading ended.</summary>
    public static List<string> Read(byte[] bytes) => new PlainTokenizer(bytes).Read();

    private List<string> Read()
    {
        var found = new List<string>();
        while (true)
        {
            while (_next < bytes.Length && IsBlank(bytes[_next], "\r\n \t\0\u00EF\u00BB\u00BF\u001A"))
                _next++;
            if (_next == bytes.Length)
                return [.. found, "None"];
            if (!HeaderLayout.TryFind(bytes.AsSpan(_next, Math.Min(2048, bytes.Length - _next)), out var layout))
                return [.. found, "NotAnInterchange"];
            if (Interchange(layout.Delimiters, found) is { } problem)
                return [.. found, problem];
        }
    }

    /// <returns>Null behind its IEA or before another ISA.</returns>
    private string? Interchange(X12Delimiters delimiters, List<string> found)
    {
        for (var isHeader = true; ; isHeader = false)
        {
            while (_next < bytes.Length && bytes[_next] != delimiters.Segment && IsBlank(bytes[_next], "\r\n \t\0"))
                _next++;
            if (_next == bytes.Length)
                return "None";
            var end = Array.IndexOf(bytes, delimiters.Segment, _next);
            if ((end < 0 ? bytes.Length : end) - _next > X12Reader.MaximumSegmentBytes)
                return "SegmentTooLong";
            if (end < 0)
                return "Truncated";
            var elements = Elements(bytes[_next..end], delimiters.Element);
            if (!isHeader && elements[0] == "ISA" && elements.Count == 17)
                return null;
            found.Add($"{_next}: {string.Join('\u2020', elements)}");
            _next = end + 1;
            if (!isHeader && elements[0] == "IEA")
                return null;
        }
    }

    private static List<string> Elements(byte[] segment, byte separator)
    {
        var elements = new List<string> { "" };
        foreach (var value in segment)
        {
            if (value == separator)
                elements.Add("");
            else if (value is not ((byte)'\r' or (byte)'\n'))
                elements[^1] += Encoding.Latin1.GetString([value]);
        }
        return elements;
    }

    private static bool IsBlank(byte value, string blanks) => blanks.Contains((char)value, StringComparison.Ordinal);
}
