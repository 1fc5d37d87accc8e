using System.Globalization;
using Dapper;
using OpenAso.Operations.Deciding;
using OpenAso.Storage;

namespace OpenAso.Operations.Storing;

/// <summary>What happened, as projections of the whole plan read it. The numbers are stored and never change.</summary>
public enum OutboxEvent
{
    /// <summary>A claim was decided; the subject is its number.</summary>
    ClaimDecided = 1,

    /// <summary>A payment was issued; the subject is its number.</summary>
    PaymentIssued = 2,

    /// <summary>The employer was asked for money; the subject is the request's number.</summary>
    FundingRequested = 3,

    /// <summary>Enrolment was carried out; the subject is the import's number.</summary>
    EnrollmentChanged = 4,
}

/// <summary>Appends events, counted on for each shard.</summary>
internal static class Outbox
{
    private static readonly
        BulkInsert<(EmployerScope Scope, ShardNumber Shard, long Position, OutboxEvent Event, string Subject)>
        Insert = new(
            "outbox",
            ["tenant", "employer", "shard", "position", "event", "subject"],
            OnConflict.Fail,
            (row, binder) =>
            {
                binder.Bind(1, row.Scope.Tenant.Value);
                binder.Bind(2, row.Scope.Employer.Value);
                binder.Bind(3, (long)row.Shard.Value);
                binder.Bind(4, row.Position);
                binder.Bind(5, (long)row.Event);
                binder.Bind(6, row.Subject);
            });

    /// <summary>Appends events of one shard.</summary>
    public static void Append(
        WriteSession session, EmployerScope scope, ShardNumber shard,
        IEnumerable<(OutboxEvent Event, string Subject)> events) =>
        Append(session, scope, events.Select(happened => (shard, happened.Event, happened.Subject)));

    /// <summary>Appends events, those of each shard in their order.</summary>
    public static void Append(
        WriteSession session, EmployerScope scope,
        IEnumerable<(ShardNumber Shard, OutboxEvent Event, string Subject)> events)
    {
        var happened = events.ToList();
        if (happened.Count == 0)
            return;
        var shards = happened.Select(one => one.Shard).Distinct().ToList();
        using var found = session.Connection.QueryMultiple(
            Last(shards), Bind(scope.Bound(), shards));
        Append(session, scope, happened, ReadLast(found));
    }

    /// <summary>Appends events, those of each shard in their order.</summary>
    /// <param name="session">Within which it is done.</param>
    /// <param name="scope">Whose.</param>
    /// <param name="events">What happened.</param>
    /// <param name="last">How far each shard counts; counted on.</param>
    public static void Append(
        WriteSession session, EmployerScope scope,
        IEnumerable<(ShardNumber Shard, OutboxEvent Event, string Subject)> events, Dictionary<byte, long> last) =>
        session.Insert(
            Insert, events.Select(one => (scope, one.Shard, ++last[one.Shard.Value], one.Event, one.Subject)));

    /// <summary>Asks how far shards count; <see cref="Bind"/> says which.</summary>
    /// <param name="shards">At least one, each once.</param>
    // PERF: the highest of each shard is the end of its part of the index; grouped, all of them would be read, and so
    // they would by a plan of max() that PostgreSQL made while the table was empty.
    public static string Last(IEnumerable<ShardNumber> shards) =>
        $"""
        with touched (shard) as (values {string.Join(", ", shards.Select((_, at) => $"(cast({Shard(at)} as bigint))"))})
        select touched.shard, coalesce((select position from outbox
          where tenant = @tenant and employer = @employer and outbox.shard = touched.shard
          order by position desc limit 1), 0)
        from touched
        """;

    /// <summary>Adds the shards to the parameters that <see cref="Last"/> is asked with.</summary>
    public static DynamicParameters Bind(DynamicParameters parameters, IEnumerable<ShardNumber> shards)
    {
        foreach (var (at, shard) in shards.Index())
            parameters.Add(Shard(at), (long)shard.Value);
        return parameters;
    }

    // PERF: a number in the text would make another statement of it, to be planned anew.
    private static string Shard(int at) => string.Create(CultureInfo.InvariantCulture, $"@shard{at}");

    /// <summary>How far shards count, from the next answer.</summary>
    public static Dictionary<byte, long> ReadLast(SqlMapper.GridReader found) =>
        found.Read<(long Shard, long Last)>().ToDictionary(row => checked((byte)row.Shard), row => row.Last);
}
