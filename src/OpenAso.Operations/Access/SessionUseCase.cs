using Dapper;
using OpenAso.Kernel;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Access;

/// <summary>Sessions of people who are signed in: which of them still count.</summary>
/// <param name="books">Open for writing where one is ended.</param>
public sealed class SessionUseCase(Books books)
{
    /// <summary>How long a session lasts at most, however much it is used.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    /// <summary>How long a session lasts that nobody uses.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>Whether a session still counts: nobody signed out of it, and its account is as it was.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="account">Who is signed in.</param>
    /// <param name="stamp">The account's stamp when it began.</param>
    /// <param name="session">The session's identifier.</param>
    public bool IsGood(TenantId tenant, string account, long stamp, string session) =>
        books.Database.Read(connection => connection.ExecuteScalar<long>(
            """
            select count(*) from user_account a
            where a.tenant = @tenant and a.account = @account and a.ended_at = '' and a.stamp = @stamp
              and not exists (select 1 from ended_session e where e.tenant = @tenant and e.session = @session)
            """, new { tenant = tenant.Value, account, stamp, session }) > 0);

    /// <summary>Somebody signs out: copies of the cookie open nothing either.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="account">Who.</param>
    /// <param name="session">The session's identifier.</param>
    /// <param name="by">When and from where.</param>
    public Task EndAsync(TenantId tenant, string account, string session, ChangedBy by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return books.Database.WriteAsync(writing =>
        {
            writing.Connection.Execute(
                "delete from ended_session where tenant = @tenant and until < @now",
                new { tenant = tenant.Value, now = StoredAccounts.Text(by.Moment) });
            writing.Connection.Execute(
                """
                insert into ended_session (tenant, session, until) values (@tenant, @session, @until)
                on conflict (tenant, session) do nothing
                """,
                new { tenant = tenant.Value, session, until = StoredAccounts.Text(by.Moment + Longest) });
            AccessLog.Enter(writing, new AccessEntry(
                AccessLog.OfAdministrator(tenant), by.Moment, account, AccessAction.SignOut, "", by.Origin));
        });
    }
}
