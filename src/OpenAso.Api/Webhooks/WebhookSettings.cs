using System.Net;
using System.Net.Sockets;
using OpenAso.Api.Problems;

namespace OpenAso.Api.Webhooks;

/// <summary>Which addresses webhooks may be.</summary>
/// <param name="AllowsPrivate">Whether they may be of this machine or a private network, and without https.</param>
public sealed record WebhookSettings(bool AllowsPrivate = false)
{
    private const int LongestUrl = 500;

    /// <summary>An address as it was sent, if it may be one.</summary>
    /// <param name="text">As it was sent.</param>
    /// <exception cref="RefusedException">It may not.</exception>
    internal Uri Check(string text)
    {
        if (text.Length > LongestUrl || !Uri.TryCreate(text, UriKind.Absolute, out var url)
            || url.UserInfo.Length > 0 || url.Fragment.Length > 0
            || !(url.Scheme == Uri.UriSchemeHttps || (AllowsPrivate && url.Scheme == Uri.UriSchemeHttp)))
            throw RefusedException.Invalid(
                "/url", $"An https address of at most {LongestUrl} characters, without a name and password in it.");
        if (IPAddress.TryParse(url.IdnHost.Trim('[', ']'), out var address) && !May(address))
            throw RefusedException.Invalid(
                "/url", "An address of the open network: none of this machine, a private network or a reserved one.");
        return url;
    }

    /// <summary>Whether messages may be sent to an address, whatever name led there.</summary>
    /// <param name="address">As it was found.</param>
    internal bool May(IPAddress address) => AllowsPrivate || IsOpen(address);

    private static bool IsOpen(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return IsOpen(address.MapToIPv4());
        var bytes = address.GetAddressBytes();
        return address.AddressFamily switch
        {
            AddressFamily.InterNetwork => !IsReserved(bytes),
            // Of IPv6, what is given out as open (2000::/3), without tunnels and examples.
            AddressFamily.InterNetworkV6 => (bytes[0] & 0xE0) == 0x20
                && !(bytes[0] == 0x20 && bytes[1] == 0x02)
                && !(bytes[0] == 0x20 && bytes[1] == 0x01 && (bytes[2] & 0xFE) == 0)
                && !(bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0x0D && bytes[3] == 0xB8),
            _ => false,
        };
    }

    private static bool IsReserved(byte[] address) => address switch
    {
        [0 or 10 or 127 or >= 224, ..] => true,
        [100, >= 64 and <= 127, ..] => true,
        [169, 254, ..] => true,
        [172, >= 16 and <= 31, ..] => true,
        [192, 0, 0 or 2, _] => true,
        [192, 88, 99, _] => true,
        [192, 168, ..] => true,
        [198, 18 or 19, ..] => true,
        [198, 51, 100, _] or [203, 0, 113, _] => true,
        _ => false,
    };
}
