using System.Buffers;
using OpenAso.Kernel;

namespace OpenAso.Claims;

/// <summary>Hashes what claims say, into the numbers that they are known by.</summary>
/// <remarks>The day of receipt and the clearinghouse's trace number are left out: they differ each time the same
/// claim is sent. Keeps a buffer; not to be shared between threads.</remarks>
public sealed class ClaimContent
{
    private readonly ArrayBufferWriter<byte> _buffer = new(1024);

    /// <summary>The hash of a claim's content, the same on every machine and in every version.</summary>
    /// <param name="claim">As sent; its id does not matter.</param>
    public ContentHash HashOf(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        _buffer.ResetWrittenCount();
        ClaimPayloadVersion1.WriteContent(claim, new PayloadWriter(_buffer));
        return ContentHash.Of(_buffer.WrittenSpan);
    }

    /// <summary>The claim under the number that its content gives it, as a first occurrence.</summary>
    /// <param name="claim">As sent.</param>
    public Claim Numbered(Claim claim) => claim.WithId(new ClaimId(HashOf(claim), 1));
}
