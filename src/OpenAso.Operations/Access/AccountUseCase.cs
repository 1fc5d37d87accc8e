using System.Data.Common;
using System.Globalization;
using Dapper;
using OpenAso.Kernel;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Access;

/// <summary>Accounts of an administrator's people, employers and members.</summary>
/// <param name="books">Open for writing where something is changed.</param>
public sealed class AccountUseCase(Books books)
{
    /// <summary>So many wrong passwords in a row close an account for a while.</summary>
    public const int MostFailures = 5;

    /// <summary>How long an account stays closed after too many wrong passwords.</summary>
    public static readonly TimeSpan ClosedFor = TimeSpan.FromMinutes(15);

    // Of a password that nobody has: a name that is not there takes as long as one that is.
    private static readonly string Nobodys = Secret.Keep("", new byte[16]);

    /// <summary>Whether there is any account yet.</summary>
    /// <param name="tenant">Whose.</param>
    public bool HasAny(TenantId tenant) => books.Database.Read(connection => connection.ExecuteScalar<long>(
        "select count(*) from user_account where tenant = @tenant", new { tenant = tenant.Value }) > 0);

    /// <summary>An account; null where there is none of that name.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="id">The name to sign in with.</param>
    public Account? Find(TenantId tenant, string id) =>
        books.Database.Read(connection => Find(connection, tenant, id))?.Account;

    /// <summary>Every account, by name.</summary>
    /// <param name="tenant">Whose.</param>
    public IReadOnlyList<Account> All(TenantId tenant) => books.Database.Read(connection => connection
        .Query<string>("select account from user_account where tenant = @tenant order by account",
            new { tenant = tenant.Value })
        .Select(id => Find(connection, tenant, id)!.Account).ToList());

    /// <summary>Makes an account, or gives one other grants and another password.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="account">Who, and what for.</param>
    /// <param name="secret">By <see cref="Secret.Keep"/>.</param>
    public Task KeepAsync(TenantId tenant, Account account, string secret)
    {
        ArgumentNullException.ThrowIfNull(account);
        return books.Database.WriteAsync(session =>
        {
            session.Connection.Execute(
                "delete from user_grant where tenant = @tenant and account = @id",
                new { tenant = tenant.Value, id = account.Id });
            session.Connection.Execute(
                """
                insert into user_account (tenant, account, name, secret, failures, failed_at)
                values (@tenant, @id, @name, @secret, 0, '')
                on conflict (tenant, account) do update
                set name = excluded.name, secret = excluded.secret, failures = 0, failed_at = ''
                """, new { tenant = tenant.Value, id = account.Id, name = account.Name, secret });
            foreach (var grant in account.Grants)
                Keep(session.Connection, tenant, account.Id, grant);
        });
    }

    /// <summary>Somebody signs in.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="id">The name.</param>
    /// <param name="password">As it was typed.</param>
    /// <param name="now">When.</param>
    /// <returns>Null where name and password do not belong together, or the account is closed for a while.</returns>
    public async Task<Account?> SignInAsync(TenantId tenant, string id, string password, DateTimeOffset now)
    {
        var found = books.Database.Read(connection => Find(connection, tenant, id));
        var isClosed = found is { Failures: >= MostFailures } closed && now - closed.FailedAt < ClosedFor;
        var matches = Secret.Matches(password, found?.Secret ?? Nobodys);
        if (found is null || isClosed)
            return null;
        if (matches && found.Failures == 0)
            return found.Account;
        await books.Database.WriteAsync(session => session.Connection.Execute(
            "update user_account set failures = @failures, failed_at = @at where tenant = @tenant and account = @id",
            new
            {
                failures = matches ? 0L : found.Failures + 1L,
                at = now.ToString("O", CultureInfo.InvariantCulture),
                tenant = tenant.Value,
                id,
            })).ConfigureAwait(false);
        return matches ? found.Account : null;
    }

    private static void Keep(DbConnection connection, TenantId tenant, string id, Grant grant) => connection.Execute(
        """
        insert into user_grant (tenant, employer, account, role, family, person)
        values (@tenant, @employer, @id, @role, @family, @person)
        """,
        new
        {
            tenant = tenant.Value,
            employer = grant.Employer?.Value ?? "",
            id,
            role = grant.Role.ToString(),
            family = grant.Family?.Value ?? "",
            person = (long)grant.Person,
        });

    private static Found? Find(DbConnection connection, TenantId tenant, string id)
    {
        var parameters = new { tenant = tenant.Value, id };
        var rows = connection.Query<(string Name, string Secret, long Failures, string FailedAt)>(
            "select name, secret, failures, failed_at from user_account where tenant = @tenant and account = @id",
            parameters).ToList();
        if (rows is not [var row])
            return null;
        var grants = connection.Query<(string Employer, string Role, string Family, long Person)>(
            "select employer, role, family, person from user_grant where tenant = @tenant and account = @id "
            + "order by employer, role, family, person", parameters)
            .Select(grant => new Grant(
                Enum.Parse<Role>(grant.Role), grant.Employer.Length == 0 ? null : new EmployerId(grant.Employer))
            {
                Family = grant.Family.Length == 0 ? null : new FamilyId(grant.Family),
                Person = checked((int)grant.Person),
            })
            .ToValueList();
        return new Found(new Account(id, row.Name, grants), row.Secret, row.Failures,
            row.FailedAt.Length == 0
                ? DateTimeOffset.MinValue
                : DateTimeOffset.ParseExact(row.FailedAt, "O", CultureInfo.InvariantCulture));
    }

    private sealed record Found(Account Account, string Secret, long Failures, DateTimeOffset FailedAt);
}
