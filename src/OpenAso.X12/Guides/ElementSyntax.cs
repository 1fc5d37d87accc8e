namespace OpenAso.X12.Guides;

/// <summary>Whether an element's text is a date, a number, a time.</summary>
internal static class ElementSyntax
{
    /// <summary>No date of a person or a plan is older; what is was typed wrong.</summary>
    public const int EarliestYear = 1800;

    public static bool IsDate(ReadOnlySpan<byte> text)
    {
        if (text.Length != 8 || !IsDigits(text))
            return false;
        var (year, month, day) = (Pair(text, 0) * 100 + Pair(text, 2), Pair(text, 4), Pair(text, 6));
        return year >= EarliestYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    public static bool IsTime(ReadOnlySpan<byte> text) =>
        text.Length is >= 4 and <= 8 && IsDigits(text) && Pair(text, 0) < 24 && Pair(text, 2) < 60
        && (text.Length < 6 || Pair(text, 4) < 60);

    public static bool IsInteger(ReadOnlySpan<byte> text) =>
        IsDigits(text.Length > 0 && text[0] == '-' ? text[1..] : text);

    public static bool IsDecimal(ReadOnlySpan<byte> text)
    {
        if (text.Length > 0 && text[0] == '-')
            text = text[1..];
        var point = text.IndexOf((byte)'.');
        if (point < 0)
            return IsDigits(text);
        var whole = text[..point];
        var part = text[(point + 1)..];
        return whole.Length + part.Length > 0
            && (whole.IsEmpty || IsDigits(whole)) && (part.IsEmpty || IsDigits(part));
    }

    public static bool IsPeriod(ReadOnlySpan<byte> format, ReadOnlySpan<byte> text)
    {
        if (format.SequenceEqual("D8"u8))
            return IsDate(text);
        if (format.SequenceEqual("RD8"u8))
            return text.Length == 17 && text[8] == '-' && IsDate(text[..8]) && IsDate(text[9..])
                && text[..8].SequenceCompareTo(text[9..]) <= 0;
        if (format.SequenceEqual("DT"u8))
            return text.Length > 8 && IsDate(text[..8]) && IsTime(text[8..]);
        if (format.SequenceEqual("TM"u8))
            return IsTime(text);
        return true;
    }

    private static bool IsDigits(ReadOnlySpan<byte> text) =>
        !text.IsEmpty && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    private static int Pair(ReadOnlySpan<byte> text, int at) => (text[at] - '0') * 10 + text[at + 1] - '0';
}
