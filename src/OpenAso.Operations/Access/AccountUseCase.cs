using Dapper;
using OpenAso.Kernel;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.Access;

/// <summary>Accounts of an administrator's people, employers and members.</summary>
/// <param name="books">Open for writing where something is changed.</param>
public sealed class AccountUseCase(Books books)
{
    /// <summary>Whether there is any account yet.</summary>
    /// <param name="tenant">Whose.</param>
    public bool HasAny(TenantId tenant) => books.Database.Read(connection => connection.ExecuteScalar<long>(
        "select count(*) from user_account where tenant = @tenant", new { tenant = tenant.Value }) > 0);

    /// <summary>An account in use; null where there is none of that name, or it was ended.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="id">The name to sign in with.</param>
    public Account? Find(TenantId tenant, string id) =>
        books.Database.Read(connection => StoredAccounts.InUse(connection, tenant, id));

    /// <summary>An account with all that is kept beside it, ended or in use; null where there is none.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="id">The name to sign in with.</param>
    public KeptAccount? Look(TenantId tenant, string id) =>
        books.Database.Read(connection => StoredAccounts.Find(connection, tenant, id));

    /// <summary>Every account, ended ones too, by name.</summary>
    /// <param name="tenant">Whose.</param>
    public IReadOnlyList<KeptAccount> All(TenantId tenant) =>
        books.Database.Read(connection => StoredAccounts.All(connection, tenant));

    /// <summary>Makes an account, or gives one other grants and another password.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="account">Who, and what for.</param>
    /// <param name="secret">By <see cref="Secret.Keep"/>.</param>
    public Task KeepAsync(TenantId tenant, Account account, string secret)
    {
        ArgumentNullException.ThrowIfNull(account);
        return books.Database.WriteAsync(session =>
        {
            var before = StoredAccounts.Find(session.Connection, tenant, account.Id);
            var after = (before ?? new KeptAccount(account, 0)) with { Account = account, EndedAt = null };
            StoredAccounts.Keep(session.Connection, tenant, after with { Stamp = after.Stamp + 1 });
            StoredAccounts.KeepSecret(session.Connection, tenant, account.Id, secret);
        });
    }

    /// <summary>Changes an account and enters it in the administrator's access log.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="change">What is to become of it.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="isTrial">Nothing is kept, the answer is the same.</param>
    /// <exception cref="KeyUnavailableException">An authenticator is set up, and there is no key to seal its secret by.
    /// </exception>
    /// <returns>The outcome and the account afterwards; as it was where it was not done.</returns>
    public Task<(AccountOutcome Outcome, KeptAccount? Account)> ChangeAsync(
        TenantId tenant, AccountChange change, ChangedBy by, bool isTrial = false)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(by);
        return books.Database.WriteAsync(session =>
        {
            var (outcome, after) = AccountChanges.Of(
                StoredAccounts.Find(session.Connection, tenant, change.Id), change,
                new BesideAccount(
                    LinkedTo(session, tenant, change),
                    StoredAccounts.HasKeeper(session.Connection, tenant, change.Id), by));
            if (outcome == AccountOutcome.Done && !isTrial)
                Keep(session, tenant, after!, change, by);
            return (outcome, after);
        });
    }

    private static string? LinkedTo(WriteSession session, TenantId tenant, AccountChange change) => change switch
    {
        LinkIdentity link => StoredAccounts.Of(session.Connection, tenant, link.Identity),
        UnlinkIdentity unlink => StoredAccounts.Of(session.Connection, tenant, unlink.Identity),
        _ => null,
    };

    private void Keep(
        WriteSession session, TenantId tenant, KeptAccount after, AccountChange change, ChangedBy by)
    {
        StoredAccounts.Keep(session.Connection, tenant, after);
        var (password, authenticator) = change switch
        {
            AddAccount add => (add.Secret, null),
            SetPassword set => (set.Secret, null),
            SetAuthenticator set => (null, KeptSecrets.OfAccount(books, tenant, set.Id, set.Secret)),
            EndAccount => ("", ""),
            _ => ((string?)null, (string?)null),
        };
        if (password is not null)
            StoredAccounts.KeepSecret(session.Connection, tenant, change.Id, password);
        if (authenticator is not null)
            StoredAccounts.KeepAuthenticator(
                session.Connection, tenant, change.Id, authenticator, (change as SetAuthenticator)?.LastStep ?? 0);
        AccessLog.Enter(session, new AccessEntry(
            AccessLog.OfAdministrator(tenant), by.Moment, by.Account, AccessAction.KeepAccount,
            AccountChanges.Words(change), by.Origin));
    }
}
