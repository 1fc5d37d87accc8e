namespace OpenAso.X12;

/// <summary>Reads the segments of X12 interchanges, forward only, without allocating for any of them.</summary>
/// <remarks>
/// <para>Delimiters come from each interchange's own ISA segment (X12.5). A byte order mark, white space before an
/// interchange, line breaks and spaces behind a terminator, and line breaks inside segments (files wrapped at a
/// column) are passed over. <c>ISA</c> inside an element is data.</para>
/// <para>Memory is bounded by one segment, whatever the size of the file. Says nothing about which segments belong
/// where: that is the guide's business, not the syntax's.</para>
/// <para>Reading never throws for what a file says: where it cannot go on, <see cref="Read"/> returns false and
/// <see cref="Problem"/> says why.</para>
/// </remarks>
public sealed class X12Reader : IDisposable
{
    /// <summary>The longest segment that is read, in bytes.</summary>
    public const int MaximumSegmentBytes = 1024 * 1024;

    private const int MaximumElements = 1024;
    private const int FirstBufferBytes = 256 * 1024;

    private readonly Stream? _stream;
    private readonly DelimiterIndex _index = new();
    private readonly int[] _starts = new int[MaximumElements + 2];
    private byte[] _buffer;
    private byte[] _segmentBytes;
    private byte[] _scratch = [];
    private int _end;
    private int _next;
    private int _mark;
    private int _indexedTo;
    private long _bufferOffset;
    private int _segmentStart;
    private bool _atEnd;
    private bool _inInterchange;

    /// <summary>A reader over a stream, which it does not close.</summary>
    /// <param name="stream">Read forward only.</param>
    public X12Reader(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
        _buffer = new byte[FirstBufferBytes];
        _segmentBytes = _buffer;
    }

    /// <summary>A reader over bytes in memory, which are not copied.</summary>
    /// <param name="bytes">All of the file.</param>
    public X12Reader(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        _buffer = bytes;
        _segmentBytes = bytes;
        _end = bytes.Length;
        _atEnd = true;
    }

    /// <summary>The delimiters of the interchange that the segment belongs to.</summary>
    public X12Delimiters Delimiters { get; private set; }

    /// <summary>The segment's identifier, packed; compare with the constants of <see cref="SegmentTag"/>.</summary>
    public int Tag { get; private set; }

    /// <summary>How many elements the segment has behind its identifier, empty ones at its end counted.</summary>
    public int ElementCount { get; private set; }

    /// <summary>1-based within the file.</summary>
    public int SegmentNumber { get; private set; }

    /// <summary>Offset of the segment's first byte in the file.</summary>
    public long Position { get; private set; }

    /// <summary>Why <see cref="Read"/> returned false.</summary>
    public ReaderProblem Problem { get; private set; }

    /// <summary>Whether the ISA segment had the 106 bytes that the standard gives it.</summary>
    public bool HeaderIsPadded { get; private set; } = true;

    /// <summary>An element by its number in the guide: <c>reader[1]</c> is CLM01. Empty when absent.</summary>
    /// <param name="element">From 1; 0 is the identifier itself.</param>
    public ReadOnlySpan<byte> this[int element]
    {
        get
        {
            if ((uint)element > (uint)ElementCount)
                return default;
            var start = _starts[element];
            return _segmentBytes.AsSpan(start, _starts[element + 1] - 1 - start);
        }
    }

    /// <summary>A component of a composite: <c>reader[5, 1]</c> is CLM05-1. Empty when absent.</summary>
    /// <param name="element">From 1.</param>
    /// <param name="component">From 1.</param>
    public ReadOnlySpan<byte> this[int element, int component] => Part(this[element], Delimiters.Component, component);

    /// <summary>A part of a divided element: a component of a repetition, a repetition of an element.</summary>
    /// <param name="element">The bytes to divide.</param>
    /// <param name="delimiter">What divides them.</param>
    /// <param name="number">From 1.</param>
    public static ReadOnlySpan<byte> Part(ReadOnlySpan<byte> element, byte delimiter, int number)
    {
        for (; number > 1; number--)
        {
            var at = element.IndexOf(delimiter);
            if (at < 0)
                return default;
            element = element[(at + 1)..];
        }
        var end = element.IndexOf(delimiter);
        return end < 0 ? element : element[..end];
    }

    /// <summary>The whole segment without its terminator, as it stands in the file but for line breaks
    /// inside.</summary>
    public ReadOnlySpan<byte> Segment => _segmentBytes.AsSpan(_starts[0], _starts[ElementCount + 1] - 1 - _starts[0]);

    /// <summary>Moves to the next segment.</summary>
    /// <returns>False at the end of the file, or where it cannot be read on (see <see cref="Problem"/>).</returns>
    public bool Read()
    {
        if (Problem != ReaderProblem.None)
            return false;
        if (!_inInterchange)
            return ReadHeader();
        if (!FindSegment())
            return false;
        Tag = SegmentTag.Pack(this[0]);
        SegmentNumber++;
        if (Tag == SegmentTag.IEA)
            _inInterchange = false;
        else if (Tag == SegmentTag.ISA && ElementCount == 16)
            return RereadAsHeader();
        return true;
    }

    /// <summary>Gives nothing back: the stream belongs to the caller.</summary>
    public void Dispose() => _buffer = [];

    // An interchange without a trailer, followed by another: its delimiters may differ.
    private bool RereadAsHeader()
    {
        SegmentNumber--;
        _next = _segmentStart;
        _inInterchange = false;
        return ReadHeader();
    }

    private bool ReadHeader()
    {
        if (!SkipToContent())
            return false;
        while (_end - _next < 2048 && Fill())
        {
        }
        if (!HeaderLayout.TryFind(_buffer.AsSpan(_next, _end - _next), out var layout))
            return Stop(ReaderProblem.NotAnInterchange);
        Delimiters = layout.Delimiters;
        HeaderIsPadded = layout.IsPadded;
        _indexedTo = _next;
        _mark = 0;
        _index.Fill([], 0, 0, 0);
        _inInterchange = true;
        if (!FindSegment())
            return false;
        Tag = SegmentTag.ISA;
        SegmentNumber++;
        return true;
    }

    private bool SkipToContent()
    {
        while (true)
        {
            while (_next < _end && _buffer[_next] is (byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t'
                or 0xEF or 0xBB or 0xBF or 0x1A or 0)
                _next++;
            if (_next < _end)
                return true;
            if (!Fill())
                return false;
        }
    }

    private bool FindSegment()
    {
        while (true)
        {
            switch (TryFindSegment())
            {
                case SegmentSearch.Found:
                    return true;
                case SegmentSearch.OnlyWhiteSpace when !Fill():
                    return false;
                case SegmentSearch.Incomplete when _end - _next > MaximumSegmentBytes:
                    return Stop(ReaderProblem.SegmentTooLong);
                case SegmentSearch.Incomplete when !Fill():
                    return Stop(ReaderProblem.Truncated);
                default:
                    break;
            }
        }
    }

    private SegmentSearch TryFindSegment()
    {
        var start = _next;
        var terminator = Delimiters.Segment;
        while (start < _end && IsBetweenSegments(_buffer[start]) && _buffer[start] != terminator)
            start++;
        if (start == _end)
        {
            _next = start;
            return SegmentSearch.OnlyWhiteSpace;
        }
        _segmentStart = _next = start;
        _starts[0] = start;
        var element = Delimiters.Element;
        var count = 0;
        var wrapped = false;
        for (var mark = _mark; ; mark++)
        {
            if (mark == _index.Count)
            {
                if (_indexedTo == _end)
                    return SegmentSearch.Incomplete;
                _indexedTo = _index.Fill(_buffer.AsSpan(0, _end), _indexedTo, element, terminator);
                mark = -1;
                continue;
            }
            var position = _index.Positions[mark];
            if (position < start)
                continue;
            var value = _buffer[position];
            if (value == element)
                _starts[count < MaximumElements ? ++count : count] = position + 1;
            else if (value == terminator)
            {
                Take(start, position, count, wrapped);
                _mark = mark + 1;
                return SegmentSearch.Found;
            }
            else
                wrapped |= value is (byte)'\r' or (byte)'\n';
        }
    }

    private void Take(int start, int end, int count, bool wrapped)
    {
        Position = _bufferOffset + start;
        _segmentBytes = _buffer;
        ElementCount = count;
        _starts[count + 1] = end + 1;
        _next = end + 1;
        if (wrapped)
            Unwrap(start, end);
    }

    // Files wrapped at a column have line breaks inside segments: the segment is read from a copy without them.
    private void Unwrap(int start, int end)
    {
        if (_scratch.Length < end - start)
            _scratch = new byte[end - start];
        var length = 0;
        var count = 0;
        _starts[0] = 0;
        for (var i = start; i < end; i++)
        {
            var value = _buffer[i];
            if (value is (byte)'\r' or (byte)'\n')
                continue;
            _scratch[length++] = value;
            if (value == Delimiters.Element && count < MaximumElements)
                _starts[++count] = length;
        }
        _starts[count + 1] = length + 1;
        _segmentBytes = _scratch;
        ElementCount = count;
    }

    private static bool IsBetweenSegments(byte value) =>
        value is (byte)'\r' or (byte)'\n' or (byte)' ' or (byte)'\t' or 0;

    private bool Stop(ReaderProblem problem)
    {
        Problem = problem;
        Position = _bufferOffset + _next;
        return false;
    }

    // Keeps what is not read yet, and reads behind it.
    private bool Fill()
    {
        if (_atEnd)
            return false;
        var kept = _end - _next;
        if (_next > 0)
            Array.Copy(_buffer, _next, _buffer, 0, kept);
        else if (kept == _buffer.Length)
            Array.Resize(ref _buffer, checked(_buffer.Length * 2));
        _bufferOffset += _next;
        _next = 0;
        _end = kept;
        _indexedTo = 0;
        _mark = 0;
        _index.Fill([], 0, 0, 0);
        var read = _stream!.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _atEnd = read == 0;
        return !_atEnd;
    }

    private enum SegmentSearch
    {
        Found,
        OnlyWhiteSpace,
        Incomplete,
    }
}
