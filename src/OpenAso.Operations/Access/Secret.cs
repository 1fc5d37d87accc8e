using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OpenAso.Operations.Access;

/// <summary>Passwords as they are kept: nobody can read them from it.</summary>
/// <remarks>PBKDF2 with SHA-256: rounds, salt and hash, in text. A password kept with fewer rounds stays valid.
/// </remarks>
public static class Secret
{
    private const int Rounds = 600_000;
    private const int Bytes = 32;

    /// <summary>A password that nobody has to remember: 20 characters.</summary>
    /// <param name="random">At least 15 random bytes.</param>
    public static string Readable(ReadOnlySpan<byte> random) =>
        Convert.ToBase64String(random[..15]).Replace('+', 'x').Replace('/', 'y');

    /// <summary>What is kept of a password.</summary>
    /// <param name="password">Any text.</param>
    /// <param name="salt">At least 16 random bytes, of their own for each password.</param>
    public static string Keep(string password, ReadOnlySpan<byte> salt) => KeepQuick(password, salt, Rounds);

    /// <summary>What is kept of a password that tests make up and ask for often.</summary>
    /// <param name="password">Any text.</param>
    /// <param name="salt">At least 16 random bytes.</param>
    /// <param name="rounds">How often it is hashed.</param>
    internal static string KeepQuick(string password, ReadOnlySpan<byte> salt, int rounds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(salt.Length, 16, nameof(salt));
        return string.Create(CultureInfo.InvariantCulture,
            $"{rounds}.{Convert.ToBase64String(salt)}.{Convert.ToBase64String(Hash(password, salt, rounds))}");
    }

    /// <summary>Whether a password is the one that was kept; takes as long for a wrong one as for the right one.
    /// </summary>
    /// <param name="password">As it was typed.</param>
    /// <param name="kept">By <see cref="Keep"/>; anything else is no password's.</param>
    public static bool Matches(string password, string kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        return kept.Split('.') is [var rounds, var salt, var hash]
            && int.TryParse(rounds, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && CryptographicOperations.FixedTimeEquals(
                Hash(password, Convert.FromBase64String(salt), count), Convert.FromBase64String(hash));
    }

    /// <summary>What tells a text that holds a secret from another: the same for the same text, and as slow to guess by
    /// as what is kept of a password.</summary>
    /// <param name="text">The text.</param>
    /// <param name="where">Where it is kept, so that the same text has another one elsewhere.</param>
    public static string Fingerprint(byte[] text, string where) => Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(
        text, SHA256.HashData(Encoding.UTF8.GetBytes(where)), Rounds, HashAlgorithmName.SHA256, Bytes));

    private static byte[] Hash(string password, ReadOnlySpan<byte> salt, int rounds) => Rfc2898DeriveBytes.Pbkdf2(
        Encoding.UTF8.GetBytes(password), salt, rounds, HashAlgorithmName.SHA256, Bytes);
}
