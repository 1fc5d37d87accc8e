using System.Data.Common;
using Dapper;
using OpenAso.Kernel;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Access;

/// <summary>The rows of authenticators that are being set up and do not count yet: one for an account at
/// most.</summary>
internal static class NewAuthenticators
{
    /// <summary>Takes the place of one that was begun before. Those of anybody that came to nothing go.</summary>
    /// <param name="connection">Of the books.</param>
    /// <param name="tenant">Whose.</param>
    /// <param name="account">As it stands now; any change of it ends what was begun.</param>
    /// <param name="secret">Sealed.</param>
    /// <param name="now">When.</param>
    public static void Keep(
        DbConnection connection, TenantId tenant, KeptAccount account, string secret, DateTimeOffset now)
    {
        connection.Execute(
            "delete from user_new_authenticator where tenant = @tenant and begun_at <= @oldest",
            new { tenant = tenant.Value, oldest = Moments.Text(now - OwnSignInUseCase.BegunLasts) });
        connection.Execute(
            """
            insert into user_new_authenticator (tenant, account, secret, stamp, begun_at)
            values (@tenant, @id, @secret, @stamp, @begun)
            on conflict (tenant, account) do update
            set secret = excluded.secret, stamp = excluded.stamp, begun_at = excluded.begun_at
            """,
            new
            {
                tenant = tenant.Value,
                id = account.Account.Id,
                secret,
                stamp = account.Stamp,
                begun = Moments.Text(now),
            });
    }

    /// <summary>What was begun for an account as it stands; null for nothing, or too long ago.</summary>
    public static (string Secret, DateTimeOffset BegunAt)? Find(
        DbConnection connection, TenantId tenant, KeptAccount account, DateTimeOffset now)
    {
        var rows = connection.Query<(string Secret, string BegunAt)>(
            "select secret, begun_at from user_new_authenticator "
            + "where tenant = @tenant and account = @id and stamp = @stamp and begun_at > @oldest",
            new
            {
                tenant = tenant.Value,
                id = account.Account.Id,
                stamp = account.Stamp,
                oldest = Moments.Text(now - OwnSignInUseCase.BegunLasts),
            }).ToList();
        return rows is [var row] ? (row.Secret, Moments.Parse(row.BegunAt)) : null;
    }

    /// <summary>Nothing is begun any more.</summary>
    public static void Delete(DbConnection connection, TenantId tenant, string account) => connection.Execute(
        "delete from user_new_authenticator where tenant = @tenant and account = @account",
        new { tenant = tenant.Value, account });
}
