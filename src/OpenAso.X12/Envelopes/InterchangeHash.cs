using System.Buffers;
using System.Security.Cryptography;

namespace OpenAso.X12.Envelopes;

/// <summary>Hashes the segments of an interchange; line breaks between and inside segments do not count.</summary>
internal sealed class InterchangeHash : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
    private int _length;

    public void Add(ReadOnlySpan<byte> segment)
    {
        if (segment.Length + 1 > _buffer.Length - _length)
            Flush();
        if (segment.Length + 1 > _buffer.Length)
            _hash.AppendData(segment);
        else
        {
            segment.CopyTo(_buffer.AsSpan(_length));
            _length += segment.Length;
        }
        _buffer[_length++] = (byte)'~';
    }

    public string Take()
    {
        Flush();
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    public void Dispose()
    {
        _hash.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
    }

    private void Flush()
    {
        _hash.AppendData(_buffer, 0, _length);
        _length = 0;
    }
}
