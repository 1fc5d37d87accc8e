using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using OpenAso.Kernel;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Access;

/// <summary>Failed sign-ins, counted by account and by address in windows of time that begin with the first.</summary>
/// <remarks>An attempt is counted before it is looked at, so that many at once are no way around; one that succeeds is
/// given back. A name that there is not is counted like one that there is.</remarks>
internal static class SignInFailures
{
    private const string OfAccount = "account";
    private const string OfAddress = "address";

    /// <summary>Counts an attempt, where it may be made.</summary>
    /// <returns>When it may be tried again, where it may not be; and whether this is the last that may.</returns>
    public static (DateTimeOffset? ClosedUntil, bool IsLast) Count(
        DbConnection connection, TenantId tenant, string account, string address, DateTimeOffset now)
    {
        connection.Execute(
            "delete from sign_in_failure where tenant = @tenant and began_at <= @oldest",
            new { tenant = tenant.Value, oldest = Moments.Text(now - SignInUseCase.Window) });
        var ofAccount = Find(connection, Key(tenant, OfAccount, account));
        var ofAddress = Find(connection, Key(tenant, OfAddress, address));
        if (ofAccount is { Failures: >= SignInUseCase.MostOfAccount } closed)
            return (closed.BeganAt + SignInUseCase.Window, false);
        if (ofAddress is { Failures: >= SignInUseCase.MostOfAddress } shut)
            return (shut.BeganAt + SignInUseCase.Window, false);
        Add(connection, Key(tenant, OfAccount, account), now);
        Add(connection, Key(tenant, OfAddress, address), now);
        return (null, (ofAccount?.Failures ?? 0) + 1 == SignInUseCase.MostOfAccount
            || (ofAddress?.Failures ?? 0) + 1 == SignInUseCase.MostOfAddress);
    }

    /// <summary>Gives an attempt back that did not fail.</summary>
    public static void GiveBack(DbConnection connection, TenantId tenant, string account, string address)
    {
        GiveBack(connection, Key(tenant, OfAccount, account));
        GiveBack(connection, Key(tenant, OfAddress, address));
    }

    /// <summary>Somebody is signed in: what failed before does not count for the account any more.</summary>
    public static void Forget(DbConnection connection, TenantId tenant, string account) => connection.Execute(
        "delete from sign_in_failure where tenant = @tenant and kind = @kind and subject = @subject",
        Key(tenant, OfAccount, account));

    private static void GiveBack(DbConnection connection, object key)
    {
        if (connection.Execute(
            "delete from sign_in_failure where tenant = @tenant and kind = @kind and subject = @subject "
            + "and failures = 1", key) == 0)
            connection.Execute(
                "update sign_in_failure set failures = failures - 1 "
                + "where tenant = @tenant and kind = @kind and subject = @subject", key);
    }

    private static (DateTimeOffset BeganAt, long Failures)? Find(DbConnection connection, object key)
    {
        var rows = connection.Query<(string BeganAt, long Failures)>(
            "select began_at, failures from sign_in_failure "
            + "where tenant = @tenant and kind = @kind and subject = @subject", key).ToList();
        return rows is [var row]
            ? (Moments.Parse(row.BeganAt), row.Failures)
            : null;
    }

    private static void Add(DbConnection connection, DynamicParameters key, DateTimeOffset now)
    {
        key.Add("now", Moments.Text(now));
        connection.Execute(
            """
            insert into sign_in_failure (tenant, kind, subject, began_at, failures)
            values (@tenant, @kind, @subject, @now, 1)
            on conflict (tenant, kind, subject) do update set failures = sign_in_failure.failures + 1
            """, key);
    }

    // A password that was typed into the wrong box is not kept in clear.
    private static DynamicParameters Key(TenantId tenant, string kind, string subject) => new(new
    {
        tenant = tenant.Value,
        kind,
        subject = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(subject))),
    });
}
