using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using OpenAso.Kernel;

namespace OpenAso.Operations.Storing;

/// <summary>A number that follows from a claim's place and payload: whoever changes a stored claim by hand breaks
/// it.</summary>
internal static class ClaimSeal
{
    public static long Of(FamilyId family, long sequence, ReadOnlySpan<byte> payload)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> place = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(place, sequence);
        hash.AppendData(place);
        hash.AppendData(Encoding.UTF8.GetBytes(family.Value));
        hash.AppendData(payload);
        hash.GetHashAndReset(digest);
        return BinaryPrimitives.ReadInt64BigEndian(digest);
    }
}
