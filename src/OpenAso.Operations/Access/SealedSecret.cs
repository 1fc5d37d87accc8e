using System.Security.Cryptography;
using System.Text;
using OpenAso.Kernel;

namespace OpenAso.Operations.Access;

/// <summary>What a secret belongs to: sealed for one place, it opens at no other.</summary>
/// <param name="Kind">What it is for, such as <c>authenticator</c>.</param>
/// <param name="Tenant">Whose.</param>
/// <param name="Of">Whose there: an account, a webhook.</param>
public readonly record struct SecretPlace(string Kind, TenantId Tenant, string Of);

/// <summary>Secrets that have to be read again, as they are kept: with a key that is not kept with them, or not at all.
/// </summary>
/// <remarks>AES-256 in Galois/counter mode (NIST SP 800-38D): a version, and in base 64 the nonce, the tag and what was
/// sealed. The place is bound to it, so that nobody puts one account's secret into another's row.</remarks>
public static class SealedSecret
{
    /// <summary>How many bytes a key has.</summary>
    public const int KeyBytes = 32;

    /// <summary>How many random bytes a seal needs, of its own for each.</summary>
    public const int NonceBytes = 12;

    private const int TagBytes = 16;

    // No secret of before begins so: those of authenticators have capitals, those of webhooks another prefix.
    private const string Version = "sealed1.";

    /// <summary>Whether a text is sealed, by whatever key.</summary>
    /// <param name="kept">As it is kept.</param>
    public static bool IsSealed(string kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        return kept.StartsWith(Version, StringComparison.Ordinal);
    }

    /// <summary>Seals a secret.</summary>
    /// <param name="secret">As it is.</param>
    /// <param name="place">What it belongs to.</param>
    /// <param name="key">As many bytes as <see cref="KeyBytes"/> says.</param>
    /// <param name="nonce">As many random bytes as <see cref="NonceBytes"/> says; never used before with the key.
    /// </param>
    [Source("NIST SP 800-38D, section 8.2.2: nonces of 96 random bits")]
    public static string Seal(string secret, SecretPlace place, ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(nonce.Length, NonceBytes, nameof(nonce));
        var plain = Encoding.UTF8.GetBytes(secret);
        var sealedBytes = new byte[NonceBytes + TagBytes + plain.Length];
        nonce.CopyTo(sealedBytes);
        using var cipher = Cipher(key);
        cipher.Encrypt(
            nonce, plain, sealedBytes.AsSpan(NonceBytes + TagBytes), sealedBytes.AsSpan(NonceBytes, TagBytes),
            Bound(place));
        return Version + Convert.ToBase64String(sealedBytes);
    }

    /// <summary>Opens a secret; null where it was sealed by another key or for another place, was tampered with, or is
    /// not sealed.</summary>
    /// <param name="kept">As it is kept.</param>
    /// <param name="place">What it belongs to.</param>
    /// <param name="key">As many bytes as <see cref="KeyBytes"/> says.</param>
    public static string? Open(string kept, SecretPlace place, ReadOnlySpan<byte> key)
    {
        if (!IsSealed(kept))
            return null;
        var bytes = new byte[kept.Length];
        if (!Convert.TryFromBase64String(kept[Version.Length..], bytes, out var length)
            || length < NonceBytes + TagBytes)
            return null;
        var plain = new byte[length - NonceBytes - TagBytes];
        using var cipher = Cipher(key);
        try
        {
            cipher.Decrypt(
                bytes.AsSpan(0, NonceBytes), bytes.AsSpan(NonceBytes + TagBytes, plain.Length),
                bytes.AsSpan(NonceBytes, TagBytes), plain, Bound(place));
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        return Encoding.UTF8.GetString(plain);
    }

    private static AesGcm Cipher(ReadOnlySpan<byte> key)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, KeyBytes, nameof(key));
        return new AesGcm(key, TagBytes);
    }

    // Each part with its length: no two places are the same bytes.
    private static byte[] Bound(SecretPlace place) => Encoding.UTF8.GetBytes(string.Concat(
        new[] { Version, place.Kind, place.Tenant.Value, place.Of }.Select(part => $"{part.Length}:{part}")));
}
