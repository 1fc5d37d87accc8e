using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace OpenAso.X12;

/// <summary>Writes X12 interchanges segment by segment, and keeps counts and control numbers itself.</summary>
/// <remarks>
/// <para>Empty elements and components at the end of a segment or composite are left out (X12.6). Amounts are written
/// without trailing zeros: 100, 79.04.</para>
/// <para>Text is reduced to what X12 can carry: accents are dropped, and a delimiter, a control character or any other
/// character outside ASCII becomes a space, so that no data can break the syntax.</para>
/// </remarks>
/// <param name="output">Receives the bytes.</param>
/// <param name="delimiters">Four different characters.</param>
public sealed class X12Writer(IBufferWriter<byte> output, X12Delimiters delimiters)
{
    // PERF: a segment is put together here and handed on whole.
    private byte[] _segment = new byte[1024];
    private int _length;
    private readonly SearchValues<byte> _plain = Plain(delimiters);
    private int _emptyElements;
    private bool _inComposite;
    private int _pendingComponents;
    private int _segmentsInSet;
    private int _setsInGroup;
    private int _groups;
    private int _interchangeNumber;
    private int _groupNumber;
    private string _setNumber = "";

    /// <summary>A writer with the usual delimiters.</summary>
    /// <param name="output">Receives the bytes.</param>
    public X12Writer(IBufferWriter<byte> output)
        : this(output, X12Delimiters.Usual)
    {
    }

    /// <summary>Segments of the transaction set so far, ST included; what SE01 will say but for SE itself.</summary>
    public int SegmentsInSet => _segmentsInSet;

    /// <summary>Begins an interchange.</summary>
    /// <param name="header">Its ISA.</param>
    public void BeginInterchange(InterchangeHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        (_groups, _interchangeNumber) = (0, header.ControlNumber);
        Raw("ISA"u8);
        foreach (var element in Elements(header))
        {
            Raw(delimiters.Element);
            Raw(Encoding.ASCII.GetBytes(element));
        }
        Raw(delimiters.Element);
        Raw(delimiters.Component);
        Raw(delimiters.Segment);
        HandOn();
    }

    /// <summary>Begins a functional group.</summary>
    /// <param name="header">Its GS.</param>
    public void BeginGroup(GroupHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        (_setsInGroup, _groupNumber) = (0, header.ControlNumber);
        _groups++;
        Begin("GS"u8).Text(header.FunctionalIdentifier).Text(header.Sender).Text(header.Receiver).Date(header.Date)
            .Text(header.Time.ToString("HHmm", CultureInfo.InvariantCulture)).Number(header.ControlNumber)
            .Text("X").Text(header.Version).End();
    }

    /// <summary>Begins a transaction set; its number is its place in the group, four digits at least.</summary>
    /// <param name="identifier">ST01, for example 837.</param>
    /// <param name="guide">ST03; empty where the guide does not use it, as in the 835.</param>
    public void BeginSet(string identifier, string guide)
    {
        _segmentsInSet = 0;
        _setsInGroup++;
        _setNumber = _setsInGroup.ToString("D4", CultureInfo.InvariantCulture);
        Begin("ST"u8).Text(identifier).Text(_setNumber).Text(guide).End();
    }

    /// <summary>Ends the transaction set with its count.</summary>
    public void EndSet() => Begin("SE"u8).Number(_segmentsInSet + 1).Text(_setNumber).End();

    /// <summary>Ends the functional group with its count.</summary>
    public void EndGroup() => Begin("GE"u8).Number(_setsInGroup).Number(_groupNumber).End();

    /// <summary>Ends the interchange with its count.</summary>
    public void EndInterchange() =>
        Begin("IEA"u8).Number(_groups).Text(_interchangeNumber.ToString("D9", CultureInfo.InvariantCulture)).End();

    /// <summary>Begins a segment.</summary>
    /// <param name="tag">Its identifier.</param>
    public X12Writer Begin(ReadOnlySpan<byte> tag)
    {
        Raw(tag);
        _emptyElements = 0;
        _inComposite = false;
        return this;
    }

    /// <summary>Ends the segment; empty elements at its end are left out.</summary>
    public void End()
    {
        Raw(delimiters.Segment);
        HandOn();
        _segmentsInSet++;
    }

    /// <summary>An element without a value.</summary>
    /// <param name="count">How many of them.</param>
    public X12Writer Empty(int count = 1)
    {
        _emptyElements += count;
        _inComposite = false;
        return this;
    }

    /// <summary>A text element.</summary>
    /// <param name="text">Reduced to what X12 can carry; empty for none.</param>
    public X12Writer Text(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0)
            return Empty();
        NewElement();
        WriteText(text);
        return this;
    }

    /// <summary>An element whose bytes are known to hold no delimiter, such as a code.</summary>
    /// <param name="ascii">Empty for none.</param>
    public X12Writer Bytes(ReadOnlySpan<byte> ascii)
    {
        if (ascii.IsEmpty)
            return Empty();
        NewElement();
        Raw(ascii);
        return this;
    }

    /// <summary>A whole number.</summary>
    /// <param name="value">Zero is written.</param>
    public X12Writer Number(long value)
    {
        NewElement();
        WriteNumber(value);
        return this;
    }

    /// <summary>A decimal number (type R), without trailing zeros.</summary>
    /// <param name="value">In units of the last decimal: cents for amounts.</param>
    /// <param name="decimals">How many decimals the value has: 2 for cents, 3 for thousandths.</param>
    public X12Writer Decimal(long value, int decimals = 2)
    {
        NewElement();
        WriteDecimal(value, decimals);
        return this;
    }

    /// <summary>A date as CCYYMMDD.</summary>
    /// <param name="date">Any day.</param>
    public X12Writer Date(DateOnly date)
    {
        NewElement();
        WriteNumber(date.Year * 10000 + date.Month * 100 + date.Day);
        return this;
    }

    /// <summary>A component: the first begins a composite element, the next ones belong to it until another
    /// element.</summary>
    /// <param name="ascii">Known to hold no delimiter; empty for none.</param>
    public X12Writer Component(ReadOnlySpan<byte> ascii)
    {
        if (_inComposite)
            _pendingComponents++;
        else
            (_inComposite, _pendingComponents, _emptyElements) = (true, 0, _emptyElements + 1);
        if (ascii.IsEmpty)
            return this;
        WriteEmptyElements();
        for (; _pendingComponents > 0; _pendingComponents--)
            Raw(delimiters.Component);
        Raw(ascii);
        return this;
    }

    /// <summary>A component of text.</summary>
    /// <param name="text">Reduced to what X12 can carry; empty for none.</param>
    public X12Writer Component(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<byte> ascii = text.Length <= 256 ? stackalloc byte[256] : new byte[text.Length];
        return Component(ascii[..Reduce(text, ascii)]);
    }

    private void NewElement()
    {
        _emptyElements++;
        WriteEmptyElements();
        _inComposite = false;
    }

    private void WriteEmptyElements()
    {
        for (; _emptyElements > 0; _emptyElements--)
            Raw(delimiters.Element);
    }

    private void WriteText(string text) => _length += Reduce(text, Room(text.Length));

    private int Reduce(string text, Span<byte> ascii)
    {
        if (Ascii.FromUtf16(text, ascii, out var length) == OperationStatus.Done
            && !ascii[..length].ContainsAnyExcept(_plain))
            return length;
        length = 0;
        foreach (var letter in text)
            ascii[length++] = Reduce(letter);
        return length;
    }

    private byte Reduce(char letter)
    {
        if (letter > '~')
            letter = letter.ToString().Normalize(NormalizationForm.FormD)[0];
        var value = letter is >= ' ' and <= '~' ? (byte)letter : (byte)' ';
        var isDelimiter = value == delimiters.Element || value == delimiters.Component
            || value == delimiters.Repetition || value == delimiters.Segment;
        return isDelimiter ? (byte)' ' : value;
    }

    private void WriteNumber(long value)
    {
        Utf8Formatter.TryFormat(value, Room(20), out var length);
        _length += length;
    }

    private void WriteDecimal(long value, int decimals)
    {
        if (value < 0)
            Raw((byte)'-');
        var rest = value < 0 ? -value : value;
        var scale = 1L;
        for (; decimals > 0 && rest % 10 == 0; decimals--)
            rest /= 10;
        for (var i = 0; i < decimals; i++)
            scale *= 10;
        if (rest / scale > 0 || decimals == 0)
            WriteNumber(rest / scale);
        if (decimals == 0)
            return;
        Raw((byte)'.');
        for (var fraction = rest % scale; scale > 1; fraction %= scale)
        {
            scale /= 10;
            Raw((byte)('0' + fraction / scale));
        }
    }

    private void Raw(byte value)
    {
        Room(1)[0] = value;
        _length++;
    }

    private void Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        _length += bytes.Length;
    }

    private Span<byte> Room(int count)
    {
        if (_segment.Length - _length < count)
            Array.Resize(ref _segment, 2 * (_length + count));
        return _segment.AsSpan(_length);
    }

    private void HandOn()
    {
        output.Write(_segment.AsSpan(0, _length));
        _length = 0;
    }

    private static SearchValues<byte> Plain(X12Delimiters delimiters)
    {
        var values = Enumerable.Range(' ', '~' - ' ' + 1).Select(value => (byte)value).Except(
            [delimiters.Element, delimiters.Component, delimiters.Repetition, delimiters.Segment]);
        return SearchValues.Create([.. values]);
    }

    private string[] Elements(InterchangeHeader header) =>
    [
        "00", new string(' ', 10), "00", new string(' ', 10),
        header.SenderQualifier.PadRight(2), Fixed(header.Sender), header.ReceiverQualifier.PadRight(2),
        Fixed(header.Receiver),
        header.Date.ToString("yyMMdd", CultureInfo.InvariantCulture),
        header.Time.ToString("HHmm", CultureInfo.InvariantCulture),
        ((char)delimiters.Repetition).ToString(), "00501",
        header.ControlNumber.ToString("D9", CultureInfo.InvariantCulture), "0", header.IsTest ? "T" : "P",
    ];

    private static string Fixed(string identifier) =>
        identifier.Length <= 15
            ? identifier.PadRight(15)
            : throw new ArgumentException(
                "An interchange identifier has at most fifteen characters.", nameof(identifier));
}
