using Dapper;

namespace OpenAso.Storage.Tests;

/// <summary>A row with a value of every kind.</summary>
public sealed record Thing(
    long Id, string? Name = null, long? Amount = null, DateOnly? Seen = null, byte[]? Payload = null)
{
    private static readonly string[] Columns = ["tenant", "id", "name", "amount", "seen", "payload"];

    public static BulkInsert<Thing> Insert(OnConflict onConflict) => new("thing", Columns, onConflict, Bind);

    public static IReadOnlyList<Migration> Migrations(Dialect dialect) =>
        Migration.Embedded(typeof(Thing).Assembly, "Sample.", dialect);

    public static int Count(Database database) =>
        database.Read(connection => connection.ExecuteScalar<int>("select count(*) from thing"));

    public static long[] Ids(Database database) =>
        database.Read(connection => connection.Query<long>("select id from thing order by id").ToArray());

    private static void Bind(Thing thing, RowBinder binder)
    {
        binder.Bind(1, "acme");
        binder.Bind(2, thing.Id);
        binder.Bind(3, thing.Name);
        binder.Bind(4, thing.Amount);
        binder.Bind(5, thing.Seen);
        binder.Bind(6, thing.Payload);
    }
}

/// <summary>Shorthand for what the tests write again and again.</summary>
public static class ThingExtensions
{
    public static BulkResult Add(this WriteSession session, params IEnumerable<long> ids) =>
        session.Insert(Thing.Insert(OnConflict.Fail), ids.Select(id => new Thing(id)));

    /// <summary>Keeps the writer busy until the returned action is called.</summary>
    public static Action Hold(this Database database, Urgency urgency = Urgency.Interactive)
    {
        var begun = new ManualResetEventSlim();
        var release = new ManualResetEventSlim();
        // Larger than any limit: what is queued meanwhile has transactions of its own.
        var holding = database.WriteAsync(
            _ =>
            {
                begun.Set();
                release.Wait(TimeSpan.FromSeconds(30));
            },
            urgency, size: int.MaxValue);
        begun.Wait(TimeSpan.FromSeconds(30));
        return release.Set;
    }
}
