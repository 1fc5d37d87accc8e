using System.Data.Common;
using Dapper;
using OpenAso.Kernel;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.Access;

/// <summary>The rows of accounts.</summary>
internal static class StoredAccounts
{
    /// <summary>The account with all that is kept beside it; null where there is none.</summary>
    public static KeptAccount? Find(DbConnection connection, TenantId tenant, string id)
    {
        var of = new { tenant = tenant.Value, id };
        var rows = connection.Query<(string Name, long Stamp, string EndedAt, string Secret)>(
            "select name, stamp, ended_at, secret from user_account where tenant = @tenant and account = @id", of)
            .ToList();
        if (rows is not [var row])
            return null;
        return new KeptAccount(new Account(id, row.Name, Grants(connection, of)), row.Stamp)
        {
            EndedAt = Moment(row.EndedAt),
            HasPassword = row.Secret.Length > 0,
            HasAuthenticator = connection.ExecuteScalar<long>(
                "select count(*) from user_authenticator where tenant = @tenant and account = @id", of) > 0,
            Identities = connection.Query<(string Issuer, string Subject)>(
                "select issuer, subject from user_identity where tenant = @tenant and account = @id "
                + "order by issuer, subject", of)
                .Select(one => new ProviderIdentity(one.Issuer, one.Subject)).ToValueList(),
        };
    }

    /// <summary>Every account with all that is kept beside it, by name.</summary>
    public static IReadOnlyList<KeptAccount> All(DbConnection connection, TenantId tenant)
    {
        var of = new { tenant = tenant.Value };
        var grants = connection.Query<StoredGrant>(
            "select account, employer, role, family, person from user_grant where tenant = @tenant "
            + "order by employer, role, family, person", of).ToLookup(row => row.Account, row => row.ToGrant());
        var identities = connection.Query<(string Account, string Issuer, string Subject)>(
            "select account, issuer, subject from user_identity where tenant = @tenant order by issuer, subject", of)
            .ToLookup(row => row.Account, row => new ProviderIdentity(row.Issuer, row.Subject));
        var authenticators = connection.Query<string>(
            "select account from user_authenticator where tenant = @tenant", of).ToHashSet(StringComparer.Ordinal);
        return [.. connection
            .Query<(string Id, string Name, long Stamp, string EndedAt, long HasPassword)>(
                "select account, name, stamp, ended_at, case when secret = '' then 0 else 1 end "
                + "from user_account where tenant = @tenant", of)
            .OrderBy(row => row.Id, StringComparer.Ordinal)
            .Select(row => new KeptAccount(
                new Account(row.Id, row.Name, grants[row.Id].ToValueList()), row.Stamp)
            {
                EndedAt = Moment(row.EndedAt),
                HasPassword = row.HasPassword != 0,
                HasAuthenticator = authenticators.Contains(row.Id),
                Identities = identities[row.Id].ToValueList(),
            })];
    }

    /// <summary>Whether an account other than one keeps accounts, as <see cref="KeptAccount.KeepsAccounts"/> says.
    /// </summary>
    public static bool HasKeeper(DbConnection connection, TenantId tenant, string otherThan) =>
        connection.ExecuteScalar<long>(
            $"""
            select count(*) from user_account a
            where a.tenant = @tenant and a.account <> @otherThan and a.ended_at = ''
              and exists (select 1 from user_grant g where g.tenant = @tenant and g.account = a.account
                and g.employer = '' and g.role {connection.Among("roles")})
              and (a.secret <> '' or exists (
                select 1 from user_identity i where i.tenant = @tenant and i.account = a.account))
            """,
            new
            {
                tenant = tenant.Value,
                otherThan,
                roles = RightsOfRoles.With(Right.KeepAccounts).Select(role => role.ToString()).ToArray(),
            }) > 0;

    /// <summary>The account where it is in use, and nothing beside it.</summary>
    public static Account? InUse(DbConnection connection, TenantId tenant, string id)
    {
        var of = new { tenant = tenant.Value, id };
        var name = connection.ExecuteScalar<string?>(
            "select name from user_account where tenant = @tenant and account = @id and ended_at = ''", of);
        return name is null ? null : new Account(id, name, Grants(connection, of));
    }

    /// <summary>Whose an identity is; null for nobody's.</summary>
    public static string? Of(DbConnection connection, TenantId tenant, ProviderIdentity identity) =>
        connection.ExecuteScalar<string?>(
            "select account from user_identity where tenant = @tenant and issuer = @issuer and subject = @subject",
            new { tenant = tenant.Value, issuer = identity.Issuer, subject = identity.Subject });

    public static void Keep(DbConnection connection, TenantId tenant, KeptAccount account)
    {
        var of = new { tenant = tenant.Value, id = account.Account.Id };
        connection.Execute(
            """
            insert into user_account (tenant, account, name, secret, ended_at, stamp)
            values (@tenant, @id, @name, '', @ended, @stamp)
            on conflict (tenant, account) do update
            set name = excluded.name, ended_at = excluded.ended_at, stamp = excluded.stamp
            """,
            new
            {
                of.tenant,
                of.id,
                name = account.Account.Name,
                ended = account.EndedAt is { } ended ? Moments.Text(ended) : "",
                stamp = account.Stamp,
            });
        connection.Execute("delete from user_grant where tenant = @tenant and account = @id", of);
        foreach (var grant in account.Account.Grants)
            Keep(connection, tenant, of.id, grant);
        connection.Execute("delete from user_identity where tenant = @tenant and account = @id", of);
        foreach (var identity in account.Identities)
            connection.Execute(
                "insert into user_identity (tenant, issuer, subject, account) "
                + "values (@tenant, @issuer, @subject, @id)",
                new { of.tenant, of.id, issuer = identity.Issuer, subject = identity.Subject });
    }

    public static void KeepSecret(DbConnection connection, TenantId tenant, string id, string secret) =>
        connection.Execute(
            "update user_account set secret = @secret where tenant = @tenant and account = @id",
            new { tenant = tenant.Value, id, secret });

    /// <summary>An empty secret takes the authenticator away; one that was being set up goes either way.</summary>
    public static void KeepAuthenticator(
        DbConnection connection, TenantId tenant, string id, string secret, long lastStep = 0)
    {
        NewAuthenticators.Delete(connection, tenant, id);
        connection.Execute(
            "delete from user_authenticator where tenant = @tenant and account = @id",
            new { tenant = tenant.Value, id });
        if (secret.Length > 0)
            connection.Execute(
                "insert into user_authenticator (tenant, account, secret, last_step) "
                + "values (@tenant, @id, @secret, @lastStep)",
                new { tenant = tenant.Value, id, secret, lastStep });
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

    private static ValueList<Grant> Grants(DbConnection connection, object of) => connection
        .Query<StoredGrant>(
            "select account, employer, role, family, person from user_grant where tenant = @tenant and account = @id "
            + "order by employer, role, family, person", of)
        .Select(row => row.ToGrant()).ToValueList();

    private static DateTimeOffset? Moment(string text) =>
        text.Length == 0 ? null : Moments.Parse(text);

    private sealed record StoredGrant(string Account, string Employer, string Role, string Family, long Person)
    {
        public Grant ToGrant() => new(
            Enum.Parse<Role>(Role), Employer.Length == 0 ? null : new EmployerId(Employer))
        {
            Family = Family.Length == 0 ? null : new FamilyId(Family),
            Person = checked((int)Person),
        };
    }
}
