using System.Buffers.Binary;
using System.Security.Cryptography;

namespace OpenAso.Kernel;

/// <summary>What a text or a record says, in 128 bits: the same content has the same hash on every machine.</summary>
/// <remarks>The first 16 bytes of SHA-256. Names versions of documents, interchanges and claims.</remarks>
/// <param name="Value">The bits, first byte highest.</param>
public readonly record struct ContentHash(UInt128 Value) : IComparable<ContentHash>
{
    /// <summary>The hash of some bytes.</summary>
    /// <param name="content">All of it.</param>
    public static ContentHash Of(ReadOnlySpan<byte> content)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, digest);
        return new ContentHash(BinaryPrimitives.ReadUInt128BigEndian(digest));
    }

    /// <summary>The hash of a text, as UTF-8.</summary>
    /// <param name="content">All of it.</param>
    public static ContentHash Of(string content) => Of(System.Text.Encoding.UTF8.GetBytes(content));

    /// <summary>Reads 32 hexadecimal digits.</summary>
    /// <param name="text">Upper or lower case.</param>
    /// <param name="hash">All zeros when false is returned.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out ContentHash hash)
    {
        hash = default;
        if (text.Length != 32
            || !UInt128.TryParse(text, System.Globalization.NumberStyles.AllowHexSpecifier,
                System.Globalization.CultureInfo.InvariantCulture, out var value))
            return false;
        hash = new ContentHash(value);
        return true;
    }

    /// <summary>Ordered as a number.</summary>
    /// <param name="other">Another hash.</param>
    public int CompareTo(ContentHash other) => Value.CompareTo(other.Value);

    /// <summary>32 lower-case hexadecimal digits.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, Value);
        return Convert.ToHexStringLower(bytes);
    }
}
