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

    /// <summary>How often it is entered at most that a session was used; so long after <see cref="Idle"/> one may still
    /// stand in the list of those who are signed in.</summary>
    public static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    /// <summary>Those who are signed in, the newest session first.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="now">When.</param>
    public IReadOnlyList<OpenSession> Open(TenantId tenant, DateTimeOffset now) =>
        books.Database.Read(connection => connection.Query<StoredSession>(
            """
            select s.session Id, s.account, a.name, s.began_at BeganAt, s.seen_at SeenAt, s.way, s.origin
            from open_session s join user_account a
              on a.tenant = s.tenant and a.account = s.account and a.ended_at = '' and a.stamp = s.stamp
            where s.tenant = @tenant and s.began_at > @oldest and s.seen_at > @unused
              and not exists (select 1 from ended_session e where e.tenant = @tenant and e.session = s.session)
            order by s.began_at desc, s.session
            """,
            new
            {
                tenant = tenant.Value,
                oldest = Moments.Text(now - Longest),
                unused = Moments.Text(now - Idle - SeenEvery),
            }).Select(row => row.ToSession()).ToList());

    /// <summary>Somebody is signed in: the session stands in the list until it ends.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="session">Which; its person's name is not asked for.</param>
    /// <param name="stamp">The account's stamp when it began.</param>
    public Task BeginAsync(TenantId tenant, OpenSession session, long stamp)
    {
        ArgumentNullException.ThrowIfNull(session);
        return books.Database.WriteAsync(writing =>
        {
            writing.Connection.Execute(
                "delete from open_session where tenant = @tenant and began_at <= @oldest",
                new { tenant = tenant.Value, oldest = Moments.Text(session.BeganAt - Longest) });
            writing.Connection.Execute(
                """
                insert into open_session (tenant, session, account, stamp, began_at, seen_at, way, origin)
                values (@tenant, @id, @account, @stamp, @began, @seen, @way, @origin)
                on conflict (tenant, session) do nothing
                """,
                new
                {
                    tenant = tenant.Value,
                    id = session.Id,
                    account = session.Account,
                    stamp,
                    began = Moments.Text(session.BeganAt),
                    seen = Moments.Text(session.SeenAt),
                    way = session.Way,
                    origin = session.Origin,
                });
        });
    }

    /// <summary>Enters that sessions were used.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="seen">Which, and when last.</param>
    public Task SeeAsync(TenantId tenant, IReadOnlyCollection<(string Session, DateTimeOffset Moment)> seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        return books.Database.WriteAsync(writing =>
        {
            foreach (var (session, moment) in seen)
                writing.Connection.Execute(
                    "update open_session set seen_at = @moment "
                    + "where tenant = @tenant and session = @session and seen_at < @moment",
                    new { tenant = tenant.Value, session, moment = Moments.Text(moment) });
        });
    }

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

    /// <summary>Somebody signs out, or is signed out by another: copies of the cookie open nothing either.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="account">Whose session it is.</param>
    /// <param name="session">The session's identifier.</param>
    /// <param name="by">Who ends it, when and from where.</param>
    public Task EndAsync(TenantId tenant, string account, string session, ChangedBy by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return books.Database.WriteAsync(writing =>
        {
            writing.Connection.Execute(
                "delete from ended_session where tenant = @tenant and until < @now",
                new { tenant = tenant.Value, now = Moments.Text(by.Moment) });
            writing.Connection.Execute(
                """
                insert into ended_session (tenant, session, until) values (@tenant, @session, @until)
                on conflict (tenant, session) do nothing
                """,
                new { tenant = tenant.Value, session, until = Moments.Text(by.Moment + Longest) });
            writing.Connection.Execute(
                "delete from open_session where tenant = @tenant and session = @session",
                new { tenant = tenant.Value, session });
            var (action, subject) = by.Account == account
                ? (AccessAction.SignOut, "")
                : (AccessAction.KeepAccount, $"{account}: session ended");
            AccessLog.Enter(writing, new AccessEntry(
                AccessLog.OfAdministrator(tenant), by.Moment, by.Account, action, subject, by.Origin));
        });
    }

    private sealed record StoredSession(
        string Id, string Account, string Name, string BeganAt, string SeenAt, string Way, string Origin)
    {
        public OpenSession ToSession() => new(
            Id, Account, Name, Moments.Parse(BeganAt), Moments.Parse(SeenAt), Way, Origin);
    }
}

/// <summary>A session of somebody who is signed in.</summary>
/// <param name="Id">The session's identifier; opens nothing by itself.</param>
/// <param name="Account">Who.</param>
/// <param name="Name">How pages call the person.</param>
/// <param name="BeganAt">When the person signed in.</param>
/// <param name="SeenAt">When it was last used, to within <see cref="SessionUseCase.SeenEvery"/>.</param>
/// <param name="Way">By what: <c>password</c> or <c>provider</c>.</param>
/// <param name="Origin">From which address.</param>
public sealed record OpenSession(
    string Id, string Account, string Name, DateTimeOffset BeganAt, DateTimeOffset SeenAt, string Way, string Origin);
