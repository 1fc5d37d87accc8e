using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OpenAso.X12;

/// <summary>Positions of element separators, segment terminators and line breaks in a block of bytes, found many
/// bytes at a time.</summary>
/// <remarks>PERF: fields are a few bytes long, so that a search for each costs more than it saves; one pass over the
/// block marks all of them.</remarks>
internal sealed class DelimiterIndex
{
    /// <summary>Bytes indexed at a time: the positions of one block stay in the fastest cache.</summary>
    public const int BlockBytes = 16 * 1024;

    private readonly int[] _positions = new int[BlockBytes + 64];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Positions => _positions.AsSpan(0, Count);

    /// <summary>Marks the block that begins at <paramref name="offset"/>; positions are relative to the whole
    /// span.</summary>
    /// <returns>The offset behind the block.</returns>
    public int Fill(ReadOnlySpan<byte> bytes, int offset, byte element, byte segment)
    {
        var end = Math.Min(bytes.Length, offset + BlockBytes);
        Count = 0;
        var position = offset;
        if (Vector512.IsHardwareAccelerated)
            position = Fill512(bytes, position, end, element, segment);
        else if (Vector256.IsHardwareAccelerated)
            position = Fill256(bytes, position, end, element, segment);
        FillScalar(bytes, position, end, element, segment);
        return end;
    }

    /// <summary>The same, a byte at a time; what the fast paths are tested against.</summary>
    public int FillSlowly(ReadOnlySpan<byte> bytes, int offset, byte element, byte segment)
    {
        var end = Math.Min(bytes.Length, offset + BlockBytes);
        Count = 0;
        FillScalar(bytes, offset, end, element, segment);
        return end;
    }

    private int Fill512(ReadOnlySpan<byte> bytes, int position, int end, byte element, byte segment)
    {
        var elements = Vector512.Create(element);
        var segments = Vector512.Create(segment);
        var printable = Vector512.Create((byte)0x0E);
        ref var first = ref MemoryMarshal.GetReference(bytes);
        for (; position <= end - Vector512<byte>.Count; position += Vector512<byte>.Count)
        {
            var block = Vector512.LoadUnsafe(ref first, (nuint)position);
            var marks = Vector512.Equals(block, elements) | Vector512.Equals(block, segments)
                | Vector512.LessThan(block, printable);
            Mark(marks.ExtractMostSignificantBits(), position);
        }
        return position;
    }

    private int Fill256(ReadOnlySpan<byte> bytes, int position, int end, byte element, byte segment)
    {
        var elements = Vector256.Create(element);
        var segments = Vector256.Create(segment);
        var printable = Vector256.Create((byte)0x0E);
        ref var first = ref MemoryMarshal.GetReference(bytes);
        for (; position <= end - Vector256<byte>.Count; position += Vector256<byte>.Count)
        {
            var block = Vector256.LoadUnsafe(ref first, (nuint)position);
            var marks = Vector256.Equals(block, elements) | Vector256.Equals(block, segments)
                | Vector256.LessThan(block, printable);
            Mark(marks.ExtractMostSignificantBits(), position);
        }
        return position;
    }

    private void Mark(ulong bits, int position)
    {
        var count = Count;
        var positions = _positions;
        while (bits != 0)
        {
            positions[count++] = position + BitOperations.TrailingZeroCount(bits);
            bits &= unchecked(bits - 1);
        }
        Count = count;
    }

    private void FillScalar(ReadOnlySpan<byte> bytes, int position, int end, byte element, byte segment)
    {
        for (; position < end; position++)
        {
            var value = bytes[position];
            if (value == element || value == segment || value < 0x0E)
                _positions[Count++] = position;
        }
    }
}
