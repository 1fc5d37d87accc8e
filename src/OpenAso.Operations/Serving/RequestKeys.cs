using System.Data.Common;
using Dapper;
using OpenAso.Kernel;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.Serving;

/// <summary>A request that must come to the same once, however often it is sent.</summary>
/// <param name="Tenant">Whose books.</param>
/// <param name="Caller">Who asks.</param>
/// <param name="Route">For what, the employer and the thing it is about among it.</param>
/// <param name="Key">Chosen by the caller.</param>
/// <param name="Hash">Of all that was sent.</param>
public sealed record KeyedRequest(TenantId Tenant, string Caller, string Route, string Key, string Hash);

/// <summary>An answer as it was given.</summary>
/// <param name="Status">Of HTTP; above zero.</param>
/// <param name="ContentType">Of the body.</param>
/// <param name="Location">Of what was made; empty for nothing.</param>
/// <param name="Body">All of it.</param>
public sealed record KeptAnswer(int Status, string ContentType, string Location, byte[] Body);

/// <summary>How a request stands.</summary>
public abstract record KeyState
{
    private KeyState()
    {
    }

    /// <summary>It is the caller's to work on.</summary>
    /// <param name="Moment">When it was first begun: by it an effect is recognised that nobody could answer for.
    /// </param>
    /// <param name="IsRetaken">Whether it was begun before, and nobody knows how far it came.</param>
    public sealed record Begun(DateTimeOffset Moment, bool IsRetaken) : KeyState;

    /// <summary>It was answered.</summary>
    /// <param name="Answer">As it was given.</param>
    public sealed record Answered(KeptAnswer Answer) : KeyState;

    /// <summary>It is worked on now.</summary>
    public sealed record InFlight : KeyState;

    /// <summary>Its key stands for another request.</summary>
    public sealed record OtherRequest : KeyState;
}

/// <summary>Remembers requests by their keys, so that each comes to something once.</summary>
/// <remarks>A request is written down before it is worked on, and its answer after. Where a process ends between the
/// two, whoever sends the request again takes it over once it is no longer held; the use case then finds by its own
/// business key what was done already.</remarks>
/// <param name="books">Open for writing.</param>
public sealed class RequestKeys(Books books)
{
    /// <summary>How long an answer is kept.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    /// <summary>How long somebody who works on a request holds it.</summary>
    public static readonly TimeSpan HeldFor = TimeSpan.FromMinutes(2);

    /// <summary>Begins a request, unless it is answered or worked on.</summary>
    /// <param name="request">The request.</param>
    /// <param name="now">When.</param>
    public Task<KeyState> BeginAsync(KeyedRequest request, DateTimeOffset now) =>
        books.Database.WriteAsync(session => Begin(session, request, now));

    /// <summary>Keeps the answer to a request that was begun.</summary>
    /// <param name="request">The request.</param>
    /// <param name="answer">As it is given.</param>
    public Task KeepAsync(KeyedRequest request, KeptAnswer answer) => books.Database.WriteAsync(session =>
        session.Connection.Execute(
            $"""
            update request_key set status = @status, content_type = @contentType, location = @location, body = @body
            {These}
            """, Parameters(request, answer)));

    /// <summary>Forgets a request that came to nothing: its key is free again.</summary>
    /// <param name="request">The request.</param>
    public Task ForgetAsync(KeyedRequest request) => books.Database.WriteAsync(session =>
        session.Connection.Execute($"delete from request_key {These} and status = 0", Parameters(request)));

    /// <summary>How a request stands that is written down only with its effect; null where it is new.</summary>
    /// <param name="request">The request.</param>
    public KeyState? Find(KeyedRequest request) =>
        books.Database.Ask(Question, Parameters(request), found => Read(found, request));

    /// <summary>Writes a request down with its answer, in the transaction of its effect.</summary>
    internal static void Keep(WriteSession session, KeyedRequest request, DateTimeOffset now, KeptAnswer answer) =>
        Insert(session, request, now, answer);

    /// <summary>Asks how a request stands that is written down only with its effect; <see cref="Read"/> reads the
    /// answer.</summary>
    internal const string Question =
        $"""
        select hash, started_at StartedAt, held_until HeldUntil, status, content_type ContentType, location, body
        from request_key {These}
        """;

    /// <summary>How a request stands, from the next answer; null where it is new.</summary>
    internal static KeyState? Read(SqlMapper.GridReader found, KeyedRequest request) =>
        found.ReadFirstOrDefault<Row>() is { } row ? StateOf(row, request) : null;

    private static KeyState Begin(WriteSession session, KeyedRequest request, DateTimeOffset now)
    {
        session.Connection.Execute(
            "delete from request_key where tenant = @tenant and started_at >= '' and started_at < @before",
            new { tenant = request.Tenant.Value, before = Moments.Text(now - KeptFor) });
        if (Find(session.Connection, request) is not { } row)
        {
            Insert(session, request, now, new KeptAnswer(0, "", "", []));
            return new KeyState.Begun(now, IsRetaken: false);
        }
        if (StateOf(row, request) is not KeyState.InFlight || Moments.Parse(row.HeldUntil) > now)
            return StateOf(row, request);
        var parameters = Parameters(request);
        parameters.Add("until", Moments.Text(now + HeldFor));
        session.Connection.Execute($"update request_key set held_until = @until {These}", parameters);
        return new KeyState.Begun(Moments.Parse(row.StartedAt), IsRetaken: true);
    }

    private static void Insert(WriteSession session, KeyedRequest request, DateTimeOffset now, KeptAnswer answer) =>
        session.Insert(InsertKey, [(request, now, answer)]);

    private static readonly
        BulkInsert<(KeyedRequest Request, DateTimeOffset Now, KeptAnswer Answer)> InsertKey = new(
        "request_key",
        [
            "tenant", "caller", "route", "key", "hash", "started_at", "held_until", "status", "content_type",
            "location", "body",
        ],
        OnConflict.Fail,
        (row, binder) =>
        {
            binder.Bind(1, row.Request.Tenant.Value);
            binder.Bind(2, row.Request.Caller);
            binder.Bind(3, row.Request.Route);
            binder.Bind(4, row.Request.Key);
            binder.Bind(5, row.Request.Hash);
            binder.Bind(6, Moments.Text(row.Now));
            binder.Bind(7, Moments.Text(row.Now + HeldFor));
            binder.Bind(8, (long)row.Answer.Status);
            binder.Bind(9, row.Answer.ContentType);
            binder.Bind(10, row.Answer.Location);
            binder.Bind(11, row.Answer.Body);
        });

    private static Row? Find(DbConnection connection, KeyedRequest request) =>
        connection.QueryFirstOrDefault<Row>(Question, Parameters(request));

    private static KeyState StateOf(Row row, KeyedRequest request) =>
        row.Hash != request.Hash ? new KeyState.OtherRequest()
        : row.Status == 0 ? new KeyState.InFlight()
        : new KeyState.Answered(new KeptAnswer(
            checked((int)row.Status), row.ContentType, row.Location, row.Body));

    private const string These =
        "where tenant = @tenant and caller = @caller and route = @route and key = @key";

    private static DynamicParameters Parameters(KeyedRequest request, KeptAnswer? answer = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        var parameters = new DynamicParameters();
        parameters.Add("tenant", request.Tenant.Value);
        parameters.Add("caller", request.Caller);
        parameters.Add("route", request.Route);
        parameters.Add("key", request.Key);
        parameters.Add("hash", request.Hash);
        if (answer is null)
            return parameters;
        parameters.Add("status", (long)answer.Status);
        parameters.Add("contentType", answer.ContentType);
        parameters.Add("location", answer.Location);
        parameters.Add("body", answer.Body);
        return parameters;
    }

    private sealed class Row
    {
        public string Hash { get; set; } = "";

        public string StartedAt { get; set; } = "";

        public string HeldUntil { get; set; } = "";

        public long Status { get; set; }

        public string ContentType { get; set; } = "";

        public string Location { get; set; } = "";

        public byte[] Body { get; set; } = [];
    }
}
