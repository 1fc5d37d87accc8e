using System.Globalization;
using System.Text;
using OpenAso.Kernel;
using OpenAso.Operations.Listing;

namespace OpenAso.Api.Lists;

/// <summary>Names of things: each begins with what it is, sorts as the list does, and is the books' own number in
/// another form.</summary>
internal static class Ids
{
    private const string Claims = "clm_";
    private const string Members = "mbr_";
    private const int Digits = 10;
    private const string Base32 = "0123456789abcdefghijklmnopqrstuv";

    /// <summary>A claim: its import, then its number.</summary>
    public static string Of(ClaimPlace place) =>
        string.Create(CultureInfo.InvariantCulture, $"{Claims}{place.Import:D10}{place.Claim}");

    /// <summary>A claim by its id; null where it is none.</summary>
    public static ClaimPlace? Claim(string text) =>
        text.StartsWith(Claims, StringComparison.Ordinal) && text.Length > Claims.Length + Digits
            && Number(text.AsSpan(Claims.Length, Digits)) is { } import
            && ClaimId.TryParse(text.AsSpan(Claims.Length + Digits), out var claim)
            && Of(new ClaimPlace(import, claim)) == text
            ? new ClaimPlace(import, claim)
            : null;

    /// <summary>A thing that the books count.</summary>
    public static string Of(string prefix, long number) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}_{number:D10}");

    /// <summary>The number of a thing that the books count; null where the id is none.</summary>
    public static long? Number(string prefix, string text) =>
        text.Length == prefix.Length + 1 + Digits && text.StartsWith(prefix + "_", StringComparison.Ordinal)
            ? Number(text.AsSpan(prefix.Length + 1))
            : null;

    /// <summary>A thing that the books name.</summary>
    public static string Of(string prefix, string name) => $"{prefix}_{name}";

    /// <summary>The name of a thing; null where the id is none.</summary>
    public static string? Name(string prefix, string text) =>
        text.Length > prefix.Length + 1 && text.StartsWith(prefix + "_", StringComparison.Ordinal)
            ? text[(prefix.Length + 1)..]
            : null;

    /// <summary>A person: the family, letter by letter in digits that sort as they do, then the number within
    /// it.</summary>
    public static string OfMember(FamilyId family, int person) => string.Create(
        CultureInfo.InvariantCulture, $"{Members}{Encode(Encoding.UTF8.GetBytes(family.Value))}_{person:D3}");

    /// <summary>A person by its id; null where it is none.</summary>
    public static MemberPlace? Member(string text) =>
        text.StartsWith(Members, StringComparison.Ordinal)
            && text[Members.Length..].Split('_') is [var family, { Length: 3 } person]
            && Number(person) is { } number && Decode(family) is { } name
            && OfMember(new FamilyId(name), (int)number) == text
            ? new MemberPlace(new FamilyId(name), (int)number)
            : null;

    private static long? Number(ReadOnlySpan<char> text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // Base 32 in the order of its digits (RFC 4648, extended hex), without padding.
    private static string Encode(byte[] bytes)
    {
        var text = new StringBuilder();
        int bits = 0, held = 0;
        foreach (var one in bytes)
        {
            held = (held << 8 | one) & 0xFFF;
            for (bits += 8; bits >= 5; bits -= 5)
                text.Append(Base32[held >> (bits - 5) & 31]);
        }
        return bits > 0 ? text.Append(Base32[held << (5 - bits) & 31]).ToString() : text.ToString();
    }

    private static string? Decode(string text)
    {
        List<byte> bytes = [];
        int bits = 0, held = 0;
        foreach (var letter in text)
        {
            var digit = Base32.IndexOf(letter, StringComparison.Ordinal);
            if (digit < 0)
                return null;
            held = (held << 5 | digit) & 0xFFF;
            bits += 5;
            if (bits < 8)
                continue;
            bits -= 8;
            bytes.Add((byte)(held >> bits & 0xFF));
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }
}
