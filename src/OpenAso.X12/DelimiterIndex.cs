using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OpenAso.X12;

/// <summary>Where the delimiters of the segments at hand stand, found many bytes at a time.</summary>
/// <remarks>
/// <para>Marks are the positions of element separators and segment terminators in one ascending list; a terminator is
/// known by its place in that list, so that a segment is a run of marks and an element lies between two of them.
/// </para>
/// <para>PERF: fields are a few bytes long, so that a search for each costs more than it saves; one pass over a block
/// marks all of them, without a branch for each.</para>
/// </remarks>
internal sealed class DelimiterIndex
{
    /// <summary>Bytes indexed at a time: their marks stay in the fastest cache.</summary>
    public const int BlockBytes = 16 * 1024;

    private const int StrideBytes = 64;

    private readonly int _block;
    private readonly int[] _ends;
    private readonly int[] _breaks;
    private int[] _marks;

    /// <summary>An empty index.</summary>
    /// <param name="length">How many bytes there are to mark, where it is known: a file of one claim needs little.
    /// </param>
    public DelimiterIndex(int length = BlockBytes)
    {
        _block = Math.Clamp(length, 1, BlockBytes);
        _ends = new int[_block + StrideBytes];
        _breaks = new int[_block + StrideBytes];
        _marks = new int[_block + 2 * StrideBytes];
    }

    /// <summary>Positions, ascending; the first <see cref="MarkCount"/> are valid. The first is the byte before the
    /// first segment.</summary>
    public int[] Marks => _marks;

    public int MarkCount { get; private set; }

    /// <summary>Indexes of the terminators among the marks, ascending.</summary>
    public int[] Ends => _ends;

    public int EndCount { get; private set; }

    /// <summary>Positions of line breaks that are no delimiters, ascending, behind them one beyond every
    /// position.</summary>
    public int[] Breaks => _breaks;

    public int BreakCount { get; private set; }

    /// <summary>Forgets everything: segments begin at a position.</summary>
    public void Restart(int position)
    {
        MarkCount = 1;
        _marks[0] = position - 1;
        EndCount = 0;
        BreakCount = 0;
        _breaks[0] = int.MaxValue;
    }

    /// <summary>Forgets the segments that are read, and keeps the marks of the one that has begun.</summary>
    /// <param name="firstMark">Index of the mark before its first element.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="moved">How far its bytes have moved towards the beginning.</param>
    public void Keep(int firstMark, int start, int moved)
    {
        MarkCount -= firstMark;
        for (var i = 0; i < MarkCount; i++)
            _marks[i] = _marks[firstMark + i] - moved;
        EndCount = 0;
        // Whether a segment is wrapped is known by one break in it.
        var within = BreakCount > 0 && _breaks[BreakCount - 1] >= start;
        _breaks[0] = within ? _breaks[BreakCount - 1] - moved : int.MaxValue;
        BreakCount = within ? 1 : 0;
    }

    /// <summary>Marks one more block; positions are relative to the whole span.</summary>
    /// <returns>The offset behind the block.</returns>
    public int Fill(ReadOnlySpan<byte> bytes, int offset, byte element, byte segment)
    {
        Reserve();
        var end = Math.Min(bytes.Length, offset + _block);
        var position = offset;
        if (Vector512.IsHardwareAccelerated)
            position = Fill512(bytes, position, end, element, segment);
        else if (Vector256.IsHardwareAccelerated)
            position = Fill256(bytes, position, end, element, segment);
        FillScalar(bytes, position, end, element, segment);
        _breaks[BreakCount] = int.MaxValue;
        return end;
    }

    /// <summary>The same, a byte at a time; what the fast paths are tested against.</summary>
    public int FillSlowly(ReadOnlySpan<byte> bytes, int offset, byte element, byte segment)
    {
        Reserve();
        var end = Math.Min(bytes.Length, offset + _block);
        FillScalar(bytes, offset, end, element, segment);
        _breaks[BreakCount] = int.MaxValue;
        return end;
    }

    private void Reserve()
    {
        if (_marks.Length < MarkCount + _block + StrideBytes)
            Array.Resize(ref _marks, 2 * (MarkCount + _block + StrideBytes));
    }

    private int Fill512(ReadOnlySpan<byte> bytes, int position, int end, byte element, byte segment)
    {
        var elements = Vector512.Create(element);
        var segments = Vector512.Create(segment);
        var low = Vector512.Create((byte)0x0E);
        var (count, endCount) = (MarkCount, EndCount);
        ref var first = ref MemoryMarshal.GetReference(bytes);
        for (; position <= end - StrideBytes; position += StrideBytes)
        {
            var block = Vector512.LoadUnsafe(ref first, (nuint)position);
            var ends = Vector512.Equals(block, segments).ExtractMostSignificantBits();
            var marks = ends | Vector512.Equals(block, elements).ExtractMostSignificantBits();
            var breaks = Vector512.LessThan(block, low).ExtractMostSignificantBits() & ~marks;
            endCount = MarkEnds(_ends, endCount, count, marks, ends);
            count = Mark(_marks, count, position, marks);
            if (breaks != 0)
                Break(bytes, position, breaks);
        }
        (MarkCount, EndCount) = (count, endCount);
        return position;
    }

    private int Fill256(ReadOnlySpan<byte> bytes, int position, int end, byte element, byte segment)
    {
        var elements = Vector256.Create(element);
        var segments = Vector256.Create(segment);
        var low = Vector256.Create((byte)0x0D);
        var (count, endCount) = (MarkCount, EndCount);
        ref var first = ref MemoryMarshal.GetReference(bytes);
        for (; position <= end - StrideBytes; position += StrideBytes)
        {
            var left = Vector256.LoadUnsafe(ref first, (nuint)position);
            var right = Vector256.LoadUnsafe(ref first, (nuint)position + 32);
            var ends = Bits(Vector256.Equals(left, segments), Vector256.Equals(right, segments));
            var marks = ends | Bits(Vector256.Equals(left, elements), Vector256.Equals(right, elements));
            var breaks = ~marks & Bits(
                Vector256.Equals(Vector256.Min(left, low), left), Vector256.Equals(Vector256.Min(right, low), right));
            endCount = MarkEnds(_ends, endCount, count, marks, ends);
            count = Mark(_marks, count, position, marks);
            if (breaks != 0)
                Break(bytes, position, breaks);
        }
        (MarkCount, EndCount) = (count, endCount);
        return position;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bits(Vector256<byte> left, Vector256<byte> right) =>
        left.ExtractMostSignificantBits() | (ulong)right.ExtractMostSignificantBits() << 32;

    // A terminator's place among the marks: how many there are before it. Four at a time, as Mark does eight.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int MarkEnds(int[] places, int endCount, int count, ulong marks, ulong ends)
    {
        unchecked
        {
            var after = endCount + BitOperations.PopCount(ends);
            for (; ends != 0; endCount += 4)
            {
                var four = places.AsSpan(endCount, 4);
                four[0] = count + BitOperations.PopCount(marks & (ends - 1) & ~ends);
                ends &= ends - 1;
                four[1] = count + BitOperations.PopCount(marks & (ends - 1) & ~ends);
                ends &= ends - 1;
                four[2] = count + BitOperations.PopCount(marks & (ends - 1) & ~ends);
                ends &= ends - 1;
                four[3] = count + BitOperations.PopCount(marks & (ends - 1) & ~ends);
                ends &= ends - 1;
            }
            return after;
        }
    }

    // PERF: eight marks are written without asking how many there are; what is written too much is overwritten, and
    // Reserve keeps room for it. A loop that asks at each mark is guessed wrong once in every stride.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Mark(int[] places, int count, int position, ulong marks)
    {
        unchecked
        {
            var after = count + BitOperations.PopCount(marks);
            for (; marks != 0; count += 8)
            {
                var eight = places.AsSpan(count, 8);
                eight[0] = position + BitOperations.TrailingZeroCount(marks);
                marks &= marks - 1;
                eight[1] = position + BitOperations.TrailingZeroCount(marks);
                marks &= marks - 1;
                eight[2] = position + BitOperations.TrailingZeroCount(marks);
                marks &= marks - 1;
                eight[3] = position + BitOperations.TrailingZeroCount(marks);
                marks &= marks - 1;
                eight[4] = position + BitOperations.TrailingZeroCount(marks);
                marks &= marks - 1;
                eight[5] = position + BitOperations.TrailingZeroCount(marks);
                marks &= marks - 1;
                eight[6] = position + BitOperations.TrailingZeroCount(marks);
                marks &= marks - 1;
                eight[7] = position + BitOperations.TrailingZeroCount(marks);
                marks &= marks - 1;
            }
            return after;
        }
    }

    private void Break(ReadOnlySpan<byte> bytes, int position, ulong low)
    {
        for (; low != 0; low &= unchecked(low - 1))
        {
            var at = position + BitOperations.TrailingZeroCount(low);
            if (IsBreak(bytes[at]))
                _breaks[BreakCount++] = at;
        }
    }

    private void FillScalar(ReadOnlySpan<byte> bytes, int position, int end, byte element, byte segment)
    {
        for (; position < end; position++)
        {
            var value = bytes[position];
            if (value == segment)
                _ends[EndCount++] = MarkCount;
            if (value == element || value == segment)
                _marks[MarkCount++] = position;
            else if (IsBreak(value))
                _breaks[BreakCount++] = position;
        }
    }

    private static bool IsBreak(byte value) => value is (byte)'\r' or (byte)'\n';
}
