using System.Buffers;

namespace OpenAso.Claims;

/// <summary>A claim and its determination as the bytes that are kept: one compact payload for each version of a
/// claim.</summary>
/// <remarks>Begins with a version byte. Readers of all versions ever written are kept, so that a database of any age
/// can be opened; tests hold golden bytes of each.</remarks>
public static class ClaimPayload
{
    /// <summary>The version that is written.</summary>
    public const byte CurrentVersion = 1;

    /// <summary>Writes a claim with its determination.</summary>
    /// <param name="claim">As sent.</param>
    /// <param name="determination">As decided.</param>
    /// <param name="output">Receives the payload.</param>
    public static void Write(Claim claim, Determination determination, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(determination);
        var writer = new PayloadWriter(output);
        writer.Byte(CurrentVersion);
        ClaimPayloadVersion1.Write(claim, writer);
        DeterminationPayloadVersion1.Write(determination, writer);
    }

    /// <summary>Reads what <see cref="Write"/> wrote, in this or an earlier version.</summary>
    /// <param name="payload">Exactly one payload.</param>
    /// <exception cref="FormatException">The bytes are no payload: the message says what is wrong with
    /// them.</exception>
    public static DecidedClaim Read(ReadOnlySpan<byte> payload)
    {
        var reader = new PayloadReader(payload);
        var version = reader.Byte();
        if (version != CurrentVersion)
            throw new FormatException(
                $"A claim's payload has version {version}; this program reads version {CurrentVersion}.");
        var claim = ClaimPayloadVersion1.Read(ref reader);
        var determination = DeterminationPayloadVersion1.Read(ref reader, claim);
        if (!reader.AtEnd)
            throw new FormatException("A claim's payload has bytes behind its end.");
        return new DecidedClaim(claim, determination);
    }
}
