using System.Data.Common;
using Dapper;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.Insuring;

/// <summary>An event of the outbox with its place.</summary>
internal readonly record struct ReadEvent(long Shard, long Position, OutboxEvent Event, string Subject);

/// <summary>Reads the outbox on from where a reader was, in each shard.</summary>
internal static class OutboxReading
{
    public static List<ReadEvent> After(DbConnection connection, EmployerScope scope, string reader) => connection
        .Query<(long Shard, long Position, long Event, string Subject)>(
            """
            select o.shard, o.position, o.event, o.subject from outbox o
            left join outbox_reader r on r.tenant = o.tenant and r.employer = o.employer and r.shard = o.shard
              and r.reader = @reader
            where o.tenant = @tenant and o.employer = @employer and o.position > coalesce(r.position, 0)
            order by o.shard, o.position
            """,
            scope.Bound(new { reader }))
        .Select(row => new ReadEvent(row.Shard, row.Position, (OutboxEvent)row.Event, row.Subject)).ToList();

    /// <summary>How far a reader is, over all shards; it only ever grows.</summary>
    public static long Progress(DbConnection connection, EmployerScope scope, string reader) =>
        connection.ExecuteScalar<long>(
            "select coalesce(sum(position), 0) from outbox_reader "
                + "where tenant = @tenant and employer = @employer and reader = @reader",
            scope.Bound(new { reader }));

    public static void Keep(WriteSession session, EmployerScope scope, string reader, IEnumerable<ReadEvent> events)
    {
        foreach (var shard in events.GroupBy(one => one.Shard))
        {
            session.Connection.Execute(
                """
                insert into outbox_reader (tenant, employer, reader, shard, position)
                values (@tenant, @employer, @reader, @shard, @position)
                on conflict (tenant, employer, reader, shard) do update set position = excluded.position
                """,
                scope.Bound(new { reader, shard = shard.Key, position = shard.Max(one => one.Position) }));
        }
    }
}
