using System.Globalization;
using Dapper;
using OpenAso.Kernel;
using OpenAso.Operations.Listing;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.Access;

/// <summary>Who looked at what of people's health, and who did what. Entries are only ever added.</summary>
/// <param name="books">Open for writing where something is entered.</param>
public sealed class AccessLog(Books books)
{
    /// <summary>Enters something; finished when it is durable, so that nothing is shown that is not entered.</summary>
    /// <param name="entries">Says what happened, when the database is ready to write it.</param>
    public Task EnterAsync(Func<IReadOnlyList<AccessEntry>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return books.Database.WriteAsync(session => Enter(session, entries()));
    }

    /// <summary>The part of the log that is no employer's: who signed in, or could not, and changes of
    /// accounts.</summary>
    /// <param name="tenant">Whose.</param>
    public static EmployerScope OfAdministrator(TenantId tenant) => new(tenant, new EmployerId(""));

    /// <summary>The newest entries of an employer's books, newest first.</summary>
    /// <param name="scope">Whose.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<AccessEntry> Newest(EmployerScope scope, int most) =>
        [.. Show(scope, new PageCursor<string>(most, null, null)).Rows.Select(row => row.Entry)];

    /// <summary>A part of the log, newest first, each entry with its number.</summary>
    /// <param name="scope">Whose.</param>
    /// <param name="cursor">Which part; keys are numbers as text.</param>
    /// <param name="filter">Which entries; all where none is given.</param>
    public ListPart<(long Number, AccessEntry Entry)> Show(
        EmployerScope scope, PageCursor<string> cursor, AccessFilter? filter = null)
    {
        ArgumentNullException.ThrowIfNull(cursor);
        var (place, isBackward) = cursor.Before is { } before ? (before, true) : (cursor.After, false);
        var range = place is null ? "" : $" and number {(isBackward ? ">" : "<")} @number";
        var wanted = filter ?? new AccessFilter();
        return ListPart.Of(
            books.Database.Read(connection => connection
                .Query<(long Number, string Moment, string Account, string Action, string Subject, string Origin)>(
                    "select number, moment, account, action, subject, origin from access_log "
                    + $"where tenant = @tenant and employer = @employer{range}{wanted.Condition} "
                    + $"order by number {(isBackward ? "asc" : "desc")} limit @most",
                    scope.Bound(new
                    {
                        number = place is null ? 0 : long.Parse(place, CultureInfo.InvariantCulture),
                        most = cursor.Most + 1L,
                        wanted = wanted.Account ?? "",
                        action = wanted.Action?.ToString() ?? "",
                        first = wanted.Day is { } day ? Days.Text(day) : "",
                        next = wanted.Day is { } before ? Days.Text(before.AddDays(1)) : "",
                    }))
                .Select(row => (row.Number, new AccessEntry(
                    scope, Moments.Parse(row.Moment), row.Account,
                    Enum.Parse<AccessAction>(row.Action), row.Subject, row.Origin)))
                .ToList()),
            cursor.Most, isBackward);
    }

    internal static void Enter(WriteSession session, AccessEntry entry) => Enter(session, [entry]);

    private static void Enter(WriteSession session, IReadOnlyList<AccessEntry> entries) =>
        session.Enqueue(Insert, entries);

    // PERF: numbered where it is inserted, so that nothing has to be asked before; see Numbering for how.
    private static readonly BulkStatement<AccessEntry> Insert = new(
        $"""
        insert into access_log (tenant, employer, number, moment, account, action, subject, origin)
        values (@tenant, @employer, 1 + coalesce(({Numbering.Last("access_log")}), 0), @moment, @account, @action,
          @subject, @origin)
        """,
        (entry, binder) =>
        {
            binder.Bind(1, entry.Scope.Tenant.Value);
            binder.Bind(2, entry.Scope.Employer.Value);
            binder.Bind(3, Moments.Text(entry.Moment));
            binder.Bind(4, entry.Account);
            binder.Bind(5, entry.Action.ToString());
            binder.Bind(6, entry.Subject);
            binder.Bind(7, entry.Origin);
        });
}

/// <summary>What an entry of the access log says was done.</summary>
public enum AccessAction
{
    /// <summary>A claim was looked at.</summary>
    SeeClaim = 1,

    /// <summary>A list of claims was looked at.</summary>
    SeeClaims,

    /// <summary>A person's records were looked at.</summary>
    SeePerson,

    /// <summary>Claimants were looked at by name at the stop-loss desk.</summary>
    SeeClaimants,

    /// <summary>A claim that waited was decided.</summary>
    WorkClaim,

    /// <summary>A payment run was prepared or released.</summary>
    Pay,

    /// <summary>Files were taken in.</summary>
    TakeIn,

    /// <summary>Somebody signed in.</summary>
    SignIn,

    /// <summary>A notice, a filing or a carrier's answer was recorded at the stop-loss desk.</summary>
    WorkStopLoss,

    /// <summary>A member opened the own records to somebody, closed them, or asked that nobody else is told.</summary>
    ShareRecords,

    /// <summary>Somebody was not let in.</summary>
    RefuseSignIn,

    /// <summary>Somebody signed out.</summary>
    SignOut,

    /// <summary>An account was made, changed or ended.</summary>
    KeepAccount,
}

/// <summary>An entry of the access log.</summary>
/// <param name="Scope">In whose books.</param>
/// <param name="Moment">When.</param>
/// <param name="Account">Who.</param>
/// <param name="Action">What.</param>
/// <param name="Subject">Of what: a claim's number, a person's, a page.</param>
/// <param name="Origin">From which address.</param>
public sealed record AccessEntry(
    EmployerScope Scope, DateTimeOffset Moment, string Account, AccessAction Action, string Subject, string Origin);
