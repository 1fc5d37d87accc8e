using System.Buffers;

namespace OpenAso.Cli;

/// <summary>Gathers what is written into blocks, and hands each full one to a stream, which it does not
/// close.</summary>
internal sealed class StreamBuffer(Stream stream) : IBufferWriter<byte>, IDisposable
{
    private const int BlockBytes = 64 * 1024;

    private byte[] _block = new byte[BlockBytes];
    private int _length;

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _block.Length - _length);
        _length += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _block.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _block.AsSpan(_length);
    }

    /// <summary>Hands on what is left.</summary>
    public void Dispose() => HandOn();

    private void Reserve(int sizeHint)
    {
        if (_block.Length - _length >= Math.Max(sizeHint, 1))
            return;
        HandOn();
        if (_block.Length < sizeHint)
            _block = new byte[sizeHint];
    }

    private void HandOn()
    {
        stream.Write(_block, 0, _length);
        _length = 0;
    }
}
