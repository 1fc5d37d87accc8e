using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OpenAso.Operations.Notifying;

/// <summary>Signs messages as Standard Webhooks says: HMAC-SHA256 over identifier, time and body.</summary>
public static class WebhookSignature
{
    /// <summary>Begins each secret; behind it stand its bytes in base 64.</summary>
    public const string SecretPrefix = "whsec_";

    /// <summary>How many random bytes a secret has.</summary>
    public const int SecretBytes = 32;

    private const string Version = "v1,";

    /// <summary>A secret as its keeper gets it.</summary>
    /// <param name="random">As many random bytes as <see cref="SecretBytes"/> says.</param>
    public static string Secret(ReadOnlySpan<byte> random) => SecretPrefix + Convert.ToBase64String(random);

    /// <summary>The signatures of a message, one for each secret, with a blank between.</summary>
    /// <param name="secrets">By which it is signed.</param>
    /// <param name="message">The message's identifier.</param>
    /// <param name="sent">When it is sent; whole seconds count.</param>
    /// <param name="body">As it is sent.</param>
    public static string Of(IEnumerable<string> secrets, string message, DateTimeOffset sent, ReadOnlySpan<byte> body)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        var head = Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{message}.{sent.ToUnixTimeSeconds()}."));
        byte[] signed = [.. head, .. body];
        return string.Join(' ', secrets.Select(secret => Version + Convert.ToBase64String(HMACSHA256.HashData(
            Convert.FromBase64String(secret[SecretPrefix.Length..]), signed))));
    }
}

/// <summary>When a message that was not taken is tried again.</summary>
public static class WebhookSchedule
{
    // Seconds after the attempt before: ten attempts over some 75 hours.
    private static readonly int[] Delays =
        [0, 5, 5 * 60, 30 * 60, 2 * 3_600, 5 * 3_600, 10 * 3_600, 14 * 3_600, 20 * 3_600, 24 * 3_600];

    /// <summary>How often a message is tried at most.</summary>
    public static int MostAttempts => Delays.Length;

    /// <summary>How long after an attempt the next one is.</summary>
    /// <param name="attempts">How many there were; at least one.</param>
    /// <returns>Null where there is none any more.</returns>
    public static TimeSpan? After(int attempts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        return attempts < Delays.Length ? TimeSpan.FromSeconds(Delays[attempts]) : null;
    }
}
