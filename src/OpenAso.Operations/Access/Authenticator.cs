using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OpenAso.Kernel;

namespace OpenAso.Operations.Access;

/// <summary>Codes of an authenticator: a number that changes every half minute and that only the holder of the secret
/// can know.</summary>
/// <remarks>RFC 6238 with its usual figures: SHA-1, six digits, 30 seconds. A code is good in its step of time and in
/// the
/// one before and after it, since clocks differ, and once.</remarks>
public static class Authenticator
{
    /// <summary>How many random bytes a secret is made of.</summary>
    public const int SecretBytes = 20;

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int SecondsOfStep = 30;
    private const int Digits = 6;

    /// <summary>A secret as authenticators take it: in base 32.</summary>
    /// <param name="random">As many random bytes as <see cref="SecretBytes"/> says.</param>
    public static string Secret(ReadOnlySpan<byte> random)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(random.Length, SecretBytes, nameof(random));
        var text = new StringBuilder();
        var (held, bits) = (0, 0);
        foreach (var one in random)
        {
            held = ((held << 8) | one) & 0xFFF;
            for (bits += 8; bits >= 5; bits -= 5)
                text.Append(Letters[(held >> (bits - 5)) & 31]);
        }
        return text.ToString();
    }

    /// <summary>The address that sets an authenticator up, as a link or a picture of it.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="secret">By <see cref="Secret"/>.</param>
    public static string Address(string account, string secret) =>
        $"otpauth://totp/OpenASO:{Uri.EscapeDataString(account)}?secret={secret}&issuer=OpenASO"
        + $"&algorithm=SHA1&digits={Digits}&period={SecondsOfStep}";

    /// <summary>The step of time for which a code is good; null where it is good for none that counts.</summary>
    /// <param name="secret">By <see cref="Secret"/>.</param>
    /// <param name="code">As it was typed; spaces do not matter.</param>
    /// <param name="now">When.</param>
    /// <param name="after">The last step whose code was used.</param>
    public static long? StepOf(string secret, string code, DateTimeOffset now, long after)
    {
        ArgumentNullException.ThrowIfNull(code);
        var typed = Encoding.UTF8.GetBytes(code.Replace(" ", "", StringComparison.Ordinal));
        var key = Bytes(secret);
        var step = now.ToUnixTimeSeconds() / SecondsOfStep;
        long? found = null;
        foreach (var near in new[] { step - 1, step, step + 1 })
        {
            if (CryptographicOperations.FixedTimeEquals(typed, Encoding.UTF8.GetBytes(Code(key, near, Digits)))
                && near > after)
                found ??= near;
        }
        return found;
    }

    /// <summary>The code of a step of time.</summary>
    /// <param name="key">The secret's bytes.</param>
    /// <param name="step">Half minutes since 1970.</param>
    /// <param name="digits">6 to 8.</param>
    [Source("RFC 4226, section 5.3: HOTP; RFC 6238, section 4: its counter is the time")]
    public static string Code(ReadOnlySpan<byte> key, long step, int digits)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // What authenticators compute; its weakness is in collisions, which do not matter here.
        HMACSHA1.HashData(key, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 15)..]) & int.MaxValue;
        var most = 1;
        for (var digit = 0; digit < digits; digit++)
            most *= 10;
        return (number % most).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>The bytes of a secret that is written in base 32.</summary>
    internal static byte[] Bytes(string secret)
    {
        var bytes = new List<byte>(SecretBytes);
        var (held, bits) = (0, 0);
        foreach (var letter in secret)
        {
            held = ((held << 5) | Letters.IndexOf(letter, StringComparison.Ordinal)) & 0xFFF;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)((held >> bits) & 0xFF));
            }
        }
        return [.. bytes];
    }
}
