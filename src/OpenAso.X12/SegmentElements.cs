using System.Globalization;
using System.Text;

namespace OpenAso.X12;

/// <summary>The elements of a reader's segment as values; what cannot be read becomes a finding.</summary>
internal sealed class SegmentElements(X12Reader reader)
{
    public List<SegmentFinding> Findings { get; } = [];

    /// <summary>Number of the ST segment within the file; 0 outside a transaction set.</summary>
    public int SetBegin { get; set; }

    public int Tag => reader.Tag;

    public int Count => reader.ElementCount;

    public string Text(int element) => Decode(reader[element]);

    public string Text(int element, int component) => Decode(reader[element, component]);

    public bool Is(int element, ReadOnlySpan<byte> value) => reader[element].SequenceEqual(value);

    public string Needed(int element)
    {
        var text = Text(element);
        if (text.Length == 0)
            AddMissing(element, "The guide demands this element: send it.");
        return text;
    }

    public long NeededCents(int element)
    {
        if (reader[element].IsEmpty)
            AddMissing(element, "The guide demands this amount: send it, 0 where it is zero. It is taken as zero.");
        return Scaled(element, 100) ?? 0;
    }

    public long? Cents(int element) => Scaled(element, 100);

    public long? Thousandths(int element) => Scaled(element, 1000);

    public int? WholeNumber(int element) => WholeNumber(element, reader[element]);

    public int? WholeNumber(int element, int component) => WholeNumber(element, reader[element, component]);

    public DateOnly? Date(int element)
    {
        var text = Text(element);
        if (text.Length == 0)
            return null;
        if (DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        AddElement(X12Codes.DateInvalid, "8", element, "A day as CCYYMMDD is expected; the date is left out.");
        return null;
    }

    public void AddMissing(int element, string message) => AddElement(X12Codes.ElementMissing, "1", element, message);

    public void AddElement(string code, string acknowledgment, int element, string message) =>
        Findings.Add(Finding(code, FindingLevel.Element, acknowledgment, message) with { Element = element });

    /// <summary>What costs the transaction set.</summary>
    public void AddLoss(string code, FindingLevel level, string acknowledgment, string message) =>
        Findings.Add(Finding(code, level, acknowledgment, message) with { Severity = SegmentSeverity.SetRejected });

    private SegmentFinding Finding(string code, FindingLevel level, string acknowledgment, string message) => new()
    {
        Code = code,
        Severity = SegmentSeverity.Error,
        Level = level,
        AcknowledgmentCode = acknowledgment,
        SegmentNumber = reader.SegmentNumber,
        SegmentInSet = SetBegin == 0 ? 0 : reader.SegmentNumber - SetBegin + 1,
        Tag = new SegmentTag(reader.Tag),
        Message = message,
    };

    private int? WholeNumber(int element, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return null;
        if (int.TryParse(bytes, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            return value;
        AddElement(X12Codes.NumberInvalid, "6", element, "A whole number is expected; it is taken as absent.");
        return null;
    }

    private long? Scaled(int element, int scale)
    {
        var bytes = reader[element];
        if (bytes.IsEmpty)
            return null;
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        const decimal Beyond = 1_000_000_000_000m;
        if (decimal.TryParse(bytes, Style, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < Beyond)
        {
            var scaled = value * scale;
            if (decimal.Truncate(scaled) == scaled)
                return (long)scaled;
        }
        var decimals = scale == 100 ? "two" : "three";
        AddElement(X12Codes.NumberInvalid, "6", element,
            $"A number with at most {decimals} decimals is expected, such as 79.04; taken as absent.");
        return null;
    }

    private static string Decode(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes).TrimEnd(' ');
}
