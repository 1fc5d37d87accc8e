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

    private const int MaximumHeaderBytes = 2048;
    private const int FirstBufferBytes = 256 * 1024;

    private readonly Stream? _stream;
    private readonly DelimiterIndex _index;
    private byte[] _buffer;
    private int _end;
    private int _next;
    private int _indexedTo;
    private int _nextMark;
    private int _nextEnd;
    private int _nextBreak;
    private int _nextBreakAt;
    private bool _isUnwrapped;
    private long _bufferOffset;
    private int _segmentStart;
    private bool _atEnd;
    private bool _inInterchange;

    // The segment at hand: element n lies between mark _firstMark + n and the next. Both are those of the index, or a
    // copy without line breaks.
    private byte[] _segmentBytes;
    private int[] _marks = [-1, 0];
    private int _firstMark;
    private byte[] _scratch = [];
    private int[] _scratchMarks = [];

    /// <summary>A reader over a stream, which it does not close.</summary>
    /// <param name="stream">Read forward only.</param>
    public X12Reader(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
        _buffer = new byte[BufferFor(stream)];
        _index = new DelimiterIndex(_buffer.Length);
        _segmentBytes = _buffer;
    }

    /// <summary>A reader over bytes in memory, which are not copied.</summary>
    /// <param name="bytes">All of the file.</param>
    public X12Reader(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        _buffer = bytes;
        _index = new DelimiterIndex(bytes.Length);
        _segmentBytes = bytes;
        _end = bytes.Length;
        _atEnd = true;
    }

    // PERF: claims come one by one too, and most of the time of reading one went into clearing a buffer for thousands.
    // A byte more than there is, to find the end.
    private static int BufferFor(Stream stream) => stream.CanSeek
        ? (int)Math.Clamp(stream.Length - stream.Position + 1, MaximumHeaderBytes, FirstBufferBytes)
        : FirstBufferBytes;

    /// <summary>The delimiters of the interchange that the segment belongs to.</summary>
    public X12Delimiters Delimiters { get; private set; }

    /// <summary>The segment's identifier, packed; compare with the constants of <see cref="SegmentTag"/>.</summary>
    public int Tag { get; private set; }

    /// <summary>How many elements the segment has behind its identifier, empty ones at its end counted.</summary>
    public int ElementCount { get; private set; }

    /// <summary>1-based within the file.</summary>
    public int SegmentNumber { get; private set; }

    /// <summary>Offset of the segment's first byte in the file; where reading stopped, if it did for a
    /// <see cref="Problem"/>.</summary>
    public long Position => _bufferOffset + _segmentStart;

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
            unchecked
            {
                // PERF: read for every element of every file.
                var marks = _marks.AsSpan(_firstMark + element, 2);
                var start = marks[0] + 1;
                return new ReadOnlySpan<byte>(_segmentBytes, start, marks[1] - start);
            }
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
    public ReadOnlySpan<byte> Segment
    {
        get
        {
            var start = _marks[_firstMark] + 1;
            return _segmentBytes.AsSpan(start, _marks[_firstMark + ElementCount + 1] - start);
        }
    }

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
        while (_end - _next < MaximumHeaderBytes && Fill())
        {
        }
        var header = _buffer.AsSpan(_next, Math.Min(_end - _next, MaximumHeaderBytes));
        if (!HeaderLayout.TryFind(header, out var layout))
            return Stop(ReaderProblem.NotAnInterchange);
        Delimiters = layout.Delimiters;
        HeaderIsPadded = layout.IsPadded;
        _indexedTo = _next;
        (_nextMark, _nextEnd, _nextBreak, _nextBreakAt) = (0, 0, 0, int.MaxValue);
        _index.Restart(_next);
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
        while (_nextEnd == _index.EndCount)
        {
            if (!IndexMore())
                return false;
        }
        if (_isUnwrapped)
            Rewrap();
        if (_buffer[_next] <= ' ')
            SkipBetweenSegments();
        var marks = _marks;
        var firstMark = _nextMark;
        var lastMark = _index.Ends[_nextEnd];
        var (start, end) = (_next, marks[lastMark]);
        unchecked
        {
            if (end - start > MaximumSegmentBytes)
                return Stop(ReaderProblem.SegmentTooLong);
            marks[firstMark] = start - 1;
            _segmentStart = start;
            _firstMark = firstMark;
            ElementCount = lastMark - firstMark - 1;
            _nextMark = lastMark;
            _next = end + 1;
            _nextEnd++;
        }
        if (_nextBreakAt < end)
            PassBreaks(start, end);
        return true;
    }

    // Back from the copy of a wrapped segment to the index.
    private void Rewrap()
    {
        (_marks, _segmentBytes) = (_index.Marks, _buffer);
        _isUnwrapped = false;
    }

    // Every segment that is indexed has been read: indexes the next block, reading on first where there is none.
    private bool IndexMore()
    {
        SkipBetweenSegments();
        if (_indexedTo - _next > MaximumSegmentBytes)
            return Stop(ReaderProblem.SegmentTooLong);
        var offset = _bufferOffset;
        if (_indexedTo == _end && !Fill())
            return _next < _end && Stop(ReaderProblem.Truncated);
        var moved = (int)(_bufferOffset - offset);
        _index.Keep(_nextMark, _next + moved, moved);
        (_nextMark, _nextEnd, _nextBreak) = (0, 0, 0);
        _indexedTo = _index.Fill(_buffer.AsSpan(0, _end), _indexedTo, Delimiters.Element, Delimiters.Segment);
        _nextBreakAt = _index.Breaks[0];
        Rewrap();
        return true;
    }

    private void SkipBetweenSegments()
    {
        var terminator = Delimiters.Segment;
        while (_next < _indexedTo && IsBetweenSegments(_buffer[_next]) && _buffer[_next] != terminator)
            _next++;
        // A separator may be white space too.
        while (_nextMark + 1 < _index.MarkCount && _index.Marks[_nextMark + 1] < _next)
            _nextMark++;
    }

    private void PassBreaks(int start, int end)
    {
        var breaks = _index.Breaks;
        while (breaks[_nextBreak] < start)
            _nextBreak++;
        if (breaks[_nextBreak] < end)
            Unwrap(start, end);
        while (breaks[_nextBreak] < end)
            _nextBreak++;
        _nextBreakAt = breaks[_nextBreak];
    }

    // Files wrapped at a column have line breaks inside segments: the segment is read from a copy without them.
    private void Unwrap(int start, int end)
    {
        if (_scratch.Length < end - start)
            _scratch = new byte[end - start];
        if (_scratchMarks.Length < ElementCount + 2)
            _scratchMarks = new int[2 * (ElementCount + 2)];
        var (length, mark) = (0, 0);
        _scratchMarks[0] = -1;
        for (var i = start; i < end; i++)
        {
            var value = _buffer[i];
            if (value == Delimiters.Element)
                _scratchMarks[++mark] = length;
            else if (value is (byte)'\r' or (byte)'\n')
                continue;
            _scratch[length++] = value;
        }
        _scratchMarks[mark + 1] = length;
        (_segmentBytes, _marks, _firstMark, _isUnwrapped) = (_scratch, _scratchMarks, 0, true);
    }

    private static bool IsBetweenSegments(byte value) =>
        value is (byte)'\r' or (byte)'\n' or (byte)' ' or (byte)'\t' or 0;

    private bool Stop(ReaderProblem problem)
    {
        Problem = problem;
        _segmentStart = _next;
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
        _indexedTo -= _next;
        _next = 0;
        _end = kept;
        var read = _stream!.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _atEnd = read == 0;
        return !_atEnd;
    }
}
