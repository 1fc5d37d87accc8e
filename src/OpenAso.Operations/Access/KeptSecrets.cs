using Dapper;
using OpenAso.Kernel;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Access;

/// <summary>Secrets of authenticators and webhooks as they are kept: sealed, those of before too.</summary>
/// <param name="books">Open for writing; their key seals.</param>
public sealed class KeptSecrets(Books books)
{
    private const string LostAuthenticator = "take the authenticator away and set it up again ('openaso account totp "
        + "--remove', or the page of the account).";

    /// <summary>Seals what lies there plain, from before secrets were sealed.</summary>
    /// <param name="tenant">Whose.</param>
    /// <returns>How many secrets were sealed.</returns>
    /// <exception cref="KeyUnavailableException">There are such secrets, and no key to seal them by.</exception>
    public Task<int> SealPlainAsync(TenantId tenant) => books.Database.WriteAsync(session =>
    {
        var of = new { tenant = tenant.Value };
        var accounts = session.Connection.Query<(string Account, string Secret)>(
            "select account, secret from user_authenticator where tenant = @tenant", of)
            .Where(row => !SealedSecret.IsSealed(row.Secret)).ToList();
        foreach (var (account, secret) in accounts)
            session.Connection.Execute(
                "update user_authenticator set secret = @secret where tenant = @tenant and account = @account",
                new { of.tenant, account, secret = Seal(OfAuthenticator(tenant, account), secret) });
        var hooks = session.Connection.Query<(string Webhook, string Secrets)>(
            "select webhook, secrets from webhook where tenant = @tenant", of)
            .Where(row => row.Secrets.Split(' ').Any(secret => !SealedSecret.IsSealed(secret))).ToList();
        foreach (var (webhook, secrets) in hooks)
            session.Connection.Execute(
                "update webhook set secrets = @secrets where tenant = @tenant and webhook = @webhook",
                new
                {
                    of.tenant,
                    webhook,
                    secrets = string.Join(
                        ' ', secrets.Split(' ').Select(secret => Seal(OfWebhook(tenant, webhook), secret))),
                });
        return accounts.Count + hooks.Count;
    });

    /// <summary>As an authenticator's secret is kept.</summary>
    internal static string OfAccount(Books books, TenantId tenant, string account, string secret) =>
        secret.Length == 0 ? "" : books.Key.Seal(secret, OfAuthenticator(tenant, account));

    /// <summary>An authenticator's secret; null where it cannot be opened.</summary>
    internal static string? OpenAccount(Books books, TenantId tenant, string account, string kept) =>
        books.Key.Open(kept, OfAuthenticator(tenant, account), LostAuthenticator);

    /// <summary>As the secret of an authenticator is kept that is being set up.</summary>
    internal static string OfNew(Books books, TenantId tenant, string account, string secret) =>
        books.Key.Seal(secret, OfNewAuthenticator(tenant, account));

    /// <summary>The secret of an authenticator that is being set up; null where it cannot be opened.</summary>
    internal static string? OpenNew(Books books, TenantId tenant, string account, string kept) =>
        books.Key.Open(kept, OfNewAuthenticator(tenant, account), "begin to set the authenticator up anew.");

    /// <summary>Where a webhook's secrets belong.</summary>
    internal static SecretPlace OfWebhook(TenantId tenant, string webhook) => new("webhook", tenant, webhook);

    private static SecretPlace OfAuthenticator(TenantId tenant, string account) =>
        new("authenticator", tenant, account);

    private static SecretPlace OfNewAuthenticator(TenantId tenant, string account) =>
        new("new authenticator", tenant, account);

    private string Seal(SecretPlace place, string secret) =>
        SealedSecret.IsSealed(secret) ? secret : books.Key.Seal(secret, place);
}
