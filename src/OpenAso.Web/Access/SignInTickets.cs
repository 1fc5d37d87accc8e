using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using OpenAso.Operations.Access;

namespace OpenAso.Web.Access;

/// <summary>What is carried from one page of signing in to the next, so that nobody else can make it up or read it.
/// </summary>
/// <param name="protection">Of the server.</param>
internal sealed class SignInTickets(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Good = TimeSpan.FromMinutes(10);

    /// <summary>Of somebody whose password was right.</summary>
    public string ForCode(KeptAccount account) =>
        Of("code").Protect(Text([account.Account.Id, account.Stamp.ToString(CultureInfo.InvariantCulture)]), Good);

    /// <summary>Whose password was right; null where nobody's was, or too long ago.</summary>
    public (string Account, long Stamp)? Code(string? ticket) =>
        Read("code", ticket) is [var account, var stamp]
            ? (account, long.Parse(stamp, CultureInfo.InvariantCulture))
            : null;

    /// <summary>Of somebody whom the provider knows.</summary>
    public string ForIdentity(ProviderIdentity identity) =>
        Of("identity").Protect(Text([identity.Issuer, identity.Subject]), Good);

    /// <summary>Whom the provider knows; null where the address was made up, or is too old.</summary>
    public ProviderIdentity? Identity(string? ticket) =>
        Read("identity", ticket) is [var issuer, var subject] ? new ProviderIdentity(issuer, subject) : null;

    private ITimeLimitedDataProtector Of(string purpose) =>
        protection.CreateProtector("OpenAso.SignIn", purpose).ToTimeLimitedDataProtector();

    private static string Text(IEnumerable<string> parts) =>
        string.Join('.', parts.Select(part => Convert.ToHexString(Encoding.UTF8.GetBytes(part))));

    private string[] Read(string purpose, string? ticket)
    {
        if (string.IsNullOrEmpty(ticket))
            return [];
        try
        {
            return [.. Of(purpose).Unprotect(ticket).Split('.')
                .Select(part => Encoding.UTF8.GetString(Convert.FromHexString(part)))];
        }
        catch (Exception problem) when (problem is CryptographicException or FormatException)
        {
            return [];
        }
    }
}
