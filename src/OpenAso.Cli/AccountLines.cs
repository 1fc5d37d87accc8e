using System.Globalization;
using OpenAso.Documents;
using OpenAso.Operations.Access;

namespace OpenAso.Cli;

/// <summary>Accounts, and entries of their log, in a line each.</summary>
internal static class AccountLines
{
    public static string Of(KeptAccount account) =>
        $"{account.Account.Id}  {account.Account.Name}: {Roles(account.Account)}; {Ways(account)}";

    public static string Of(AccessEntry entry) =>
        $"{entry.Moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC  "
        + $"{Words.Of(entry.Action.ToString())}  {(entry.Account.Length > 0 ? entry.Account : "nobody known")}"
        + $"{(entry.Subject.Length > 0 ? $"  {entry.Subject}" : "")}  from {entry.Origin}";

    private static string Roles(Account account) => account.Grants.Count == 0
        ? "no role"
        : string.Join(", ", account.Grants.Items.Select(grant => grant.Employer is { } employer
            ? $"{Words.Of(grant.Role.ToString())} of {employer}"
            : Words.Of(grant.Role.ToString())));

    private static string Ways(KeptAccount account)
    {
        if (account.EndedAt is { } ended)
            return $"ended {ended.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
        string[] ways =
        [
            .. account switch
            {
                { HasPassword: false } => Array.Empty<string>(),
                { HasAuthenticator: true } => ["password and code"],
                _ => ["password"],
            },
            .. account.Identities.Items.Select(identity => $"{identity.Subject} at {identity.Issuer}"),
        ];
        return ways.Length == 0 ? "cannot sign in yet" : $"signs in by {string.Join(", ", ways)}";
    }
}
