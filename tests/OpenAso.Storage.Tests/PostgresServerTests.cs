using Dapper;
using Npgsql;
using OpenAso.Tests.Postgres;

namespace OpenAso.Storage.Tests;

/// <summary>What only a PostgreSQL server does: tenants behind a second lock, many rows by COPY, lost connections.
/// </summary>
public sealed class PostgresServerTests : IAsyncLifetime
{
    private readonly string _address = PostgresTestServer.NewDatabase();
    private Database? _database;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Database Database => _database!;

    public async ValueTask InitializeAsync()
    {
        _database = await Database.OpenAsync(new PostgresOptions(_address, "acme"), Stop);
        await new MigrationRunner(_database, Thing.Migrations(_database.Dialect)).ApplyAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        PostgresTestServer.Drop(_address);
    }

    [Fact]
    public async Task A_tenant_sees_and_changes_no_row_of_another_whatever_the_statement()
    {
        await Database.WriteAsync(session => session.Add(1, 2), cancellation: Stop);
        await using var other = await Database.OpenAsync(new PostgresOptions(_address, "other tenant"), Stop);

        Assert.Equal(0, Thing.Count(other));
        Assert.Equal(0, await other.WriteAsync(
            session => session.Connection.Execute("update thing set amount = 1"), cancellation: Stop));
        Assert.Equal(0, await other.WriteAsync(
            session => session.Connection.Execute("delete from thing where tenant = 'acme'"), cancellation: Stop));
        var refused = await Assert.ThrowsAsync<StorageException>(() =>
            other.WriteAsync(session => session.Add(3), cancellation: Stop));
        Assert.Equal(StorageProblem.Refused, refused.Problem);
        Assert.Equal([1, 2], Thing.Ids(Database));
    }

    [Theory]
    [InlineData(true, DatabaseAccess.Read, "force_generic_plan", "off")]
    [InlineData(true, DatabaseAccess.Write, "force_generic_plan", "off")]
    [InlineData(false, DatabaseAccess.Read, "auto", "on")]
    [InlineData(false, DatabaseAccess.Write, "force_custom_plan", "on")]
    public async Task A_server_keeps_its_plans_and_a_command_that_fills_tables_plans_anew(
        bool keeps, DatabaseAccess access, string plans, string compiled)
    {
        await using var database = await Database.OpenAsync(
            new PostgresOptions(_address, "acme") { Access = access, KeepsPlans = keeps }, Stop);

        Assert.Equal((plans, compiled), database.Read(connection => (
            connection.ExecuteScalar<string>("show plan_cache_mode")!,
            connection.ExecuteScalar<string>("show jit")!)));
        if (database.CanWrite)
            Assert.Equal((keeps ? plans : "auto", "off"), await database.WriteAsync(session => (
                session.Connection.ExecuteScalar<string>("show plan_cache_mode")!,
                session.Connection.ExecuteScalar<string>("show enable_seqscan")!), cancellation: Stop));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    public async Task Rows_of_another_tenant_are_refused_one_by_one_and_copied(int rows)
    {
        await using var other = await Database.OpenAsync(new PostgresOptions(_address, "it's"), Stop);
        var refused = await Assert.ThrowsAsync<StorageException>(() => other.WriteAsync(
            session => session.Add(Enumerable.Range(1, rows).Select(id => (long)id)), cancellation: Stop));
        Assert.Contains("another tenant", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Thing.Ids(Database));
    }

    [Fact]
    public void Every_table_with_a_tenant_is_bound_its_owner_too_and_everyday_work_owns_nothing()
    {
        var tables = Database.Read(connection => connection.Query<(string Name, bool IsBound, string Owner)>(
            """
            select c.relname, c.relrowsecurity and c.relforcerowsecurity, pg_get_userbyid(c.relowner)
            from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant'
            where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
            """).ToList());
        Assert.Equal(["child", "thing"], tables.Select(table => table.Name).Order(StringComparer.Ordinal));
        Assert.All(tables, table => Assert.True(table.IsBound, table.Name));
        Assert.DoesNotContain(tables, table => table.Owner == PostgresOptions.ApplicationRole);
        Assert.Equal(PostgresOptions.ApplicationRole, Database.Read(connection =>
            connection.ExecuteScalar<string>("select current_user")));
    }

    [Fact]
    public async Task A_migration_reaches_the_rows_of_every_tenant()
    {
        await Database.WriteAsync(session => session.Add(1), cancellation: Stop);
        await using var other = await Database.OpenAsync(new PostgresOptions(_address, "other"), Stop);
        await new MigrationRunner(other, [.. Thing.Migrations(other.Dialect),
            new Migration(8, "raised", "update thing set amount = 7")]).ApplyAsync(Stop);
        Assert.Equal(7, Database.Read(connection => connection.ExecuteScalar<long>("select amount from thing")));
        Assert.Equal(0, Thing.Count(other));
    }

    [Fact]
    public async Task What_is_asked_at_once_is_of_one_state_whatever_is_written_meanwhile()
    {
        await using var gate = new NpgsqlConnection(_address);
        await gate.OpenAsync(Stop);
        await gate.ExecuteAsync("select pg_advisory_lock(1)");
        var asked = Task.Run(() => Database.Ask(
            "select count(*) from thing; select cast(pg_advisory_xact_lock_shared(1) as text); "
            + "select count(*) from thing",
            null, found => (found.ReadSingle<long>(), found.Read<string>().Count(), found.ReadSingle<long>())), Stop);
        while (await gate.ExecuteScalarAsync<long>("select count(*) from pg_locks where not granted") == 0)
            await Task.Yield();
        await Database.WriteAsync(session => session.Add(1), cancellation: Stop);
        await gate.ExecuteAsync("select pg_advisory_unlock(1)");

        Assert.Equal((0, 1, 0), await asked);
        Assert.Equal(1, Thing.Count(Database));
    }

    [Fact]
    public async Task Many_rows_are_copied_in_their_order_and_come_back_as_they_were()
    {
        var things = Enumerable.Range(0, 5_000).Select(id => new Thing(
            id, id % 3 == 0 ? null : $"name {id}\té", id % 5 == 0 ? null : id,
            id % 7 == 0 ? null : new DateOnly(2026, 1, 1),
            id % 2 == 0 ? null : [(byte)(id % 256), 0])).ToList();
        await Database.WriteAsync(session => session.Insert(Thing.Insert(OnConflict.Fail), things), cancellation: Stop);
        var read = Database.Read(connection => connection.Query(
            "select id, name, amount, seen, payload from thing order by id").ToList());
        Assert.Equal(
            things.Select(thing =>
                $"{thing.Id} {thing.Name} {thing.Amount} {thing.Seen:yyyy-MM-dd} {Hex(thing.Payload)}"),
            read.Select(row => $"{row.id} {row.name} {row.amount} {row.seen} {Hex((byte[]?)row.payload)}"));

        static string Hex(byte[]? bytes) => bytes is null ? "none" : Convert.ToHexString(bytes);
    }

    [Fact]
    public async Task Of_many_rows_too_those_that_are_there_are_named_and_a_later_one_of_a_key_wins()
    {
        await Database.WriteAsync(session => session.Add(50, 150), cancellation: Stop);
        var many = Enumerable.Range(0, 200).Select(id => new Thing(id, Amount: id)).ToList();
        var ignoring = await Database.WriteAsync(
            session => session.Insert(Thing.Insert(OnConflict.Ignore), many), cancellation: Stop);
        Assert.Equal((198, "50 150"), (ignoring.Written, string.Join(' ', ignoring.Unwritten)));

        var twice = many.Concat(many.Select(thing => thing with { Amount = thing.Amount + 1_000 }));
        var updating = await Database.WriteAsync(
            session => session.Insert(Thing.Insert(OnConflict.Update("tenant", "id")), twice), cancellation: Stop);
        Assert.Equal(400, updating.Written);
        Assert.Equal(many.Sum(thing => thing.Amount + 1_000), Database.Read(connection =>
            connection.ExecuteScalar<long>("select cast(sum(amount) as bigint) from thing")));
    }

    [Fact]
    public async Task Many_rows_are_copied_again_after_a_command_that_was_undone()
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var ids = Enumerable.Range(attempt * 1_000, 100).Select(id => (long)id).ToList();
            await Assert.ThrowsAsync<FormatException>(() => Database.WriteAsync(
                session =>
                {
                    session.Add(ids);
                    throw new FormatException();
                },
                cancellation: Stop));
            await Database.WriteAsync(session => session.Add(ids), cancellation: Stop);
        }
        Assert.Equal(300, Thing.Count(Database));
    }

    [Fact]
    public async Task A_lost_connection_fails_what_it_was_doing_and_the_next_command_is_done()
    {
        await Database.WriteAsync(session => session.Add(1), cancellation: Stop);
        var lost = await Assert.ThrowsAsync<StorageException>(() => Database.WriteAsync(
            session =>
            {
                session.Add(2);
                PostgresTestServer.Execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'openaso writer' "
                    + "and datname = current_database()", _address);
                session.Add(3);
            },
            cancellation: Stop));
        Assert.Equal(StorageProblem.DeviceFailed, lost.Problem);
        await Database.WriteAsync(session => session.Add(4), cancellation: Stop);
        Assert.Equal([1, 4], Thing.Ids(Database));
    }

    [Fact]
    public async Task Two_processes_write_one_after_the_other_and_impatience_is_said()
    {
        await using var second = await Database.OpenAsync(
            new PostgresOptions(_address, "acme") { Patience = TimeSpan.FromMilliseconds(50) }, Stop);
        var release = Database.Hold();
        var locked = await Assert.ThrowsAsync<StorageException>(() =>
            second.WriteAsync(session => session.Add(1), cancellation: Stop));
        Assert.Equal(StorageProblem.Locked, locked.Problem);
        release();
        await Database.WriteAsync(session => session.Add(2), cancellation: Stop);
        await second.WriteAsync(session => session.Add(Thing.Count(Database) + 2), cancellation: Stop);
        Assert.Equal([2, 3], Thing.Ids(Database));
    }

    [Fact]
    public async Task A_text_that_PostgreSQL_cannot_keep_is_refused_in_words()
    {
        var refused = await Assert.ThrowsAsync<StorageException>(() => Database.WriteAsync(
            session => session.Insert(Thing.Insert(OnConflict.Fail), [new Thing(1, "a\0b")]), cancellation: Stop));
        Assert.Equal(StorageProblem.Refused, refused.Problem);
        Assert.Contains("U+0000", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_that_does_not_own_the_database_works_in_it_but_changes_no_table()
    {
        PostgresTestServer.Execute(
            $"create role everyday_{Environment.ProcessId} login; grant {PostgresOptions.ApplicationRole} to "
            + $"everyday_{Environment.ProcessId}");
        var address = _address.Replace("Username=openaso", $"Username=everyday_{Environment.ProcessId}",
            StringComparison.Ordinal);
        await using var everyday = await Database.OpenAsync(
            new PostgresOptions(address, "acme") { Access = DatabaseAccess.Write }, Stop);
        await everyday.WriteAsync(session => session.Add(1), cancellation: Stop);
        var refused = await Assert.ThrowsAsync<StorageException>(() => new MigrationRunner(everyday,
            [.. Thing.Migrations(everyday.Dialect), new Migration(8, "more", "drop table thing")]).ApplyAsync(Stop));
        Assert.Equal(StorageProblem.CannotOpen, refused.Problem);
        Assert.Equal([1], Thing.Ids(Database));
    }

    [Theory]
    [InlineData("postgres://anne:p%40ss@db.example.org:6543/plans?sslmode=require", "plans on db.example.org")]
    [InlineData("postgresql://db.example.org/plans", "plans on db.example.org")]
    [InlineData("Host=db.example.org;Database=plans;Username=anne;Password=secret", "plans on db.example.org")]
    public void An_address_is_named_without_its_password(string address, string name) =>
        Assert.Equal(name, new PostgresOptions(address, "acme").ToString());

    [Theory]
    [InlineData("postgres://anne:sec ret@:port/plans")]
    [InlineData("postgres://db.example.org/")]
    [InlineData("Host=db.example.org;Sort=up")]
    public async Task An_address_that_cannot_be_read_is_said_and_not_repeated(string address)
    {
        var failure = await Assert.ThrowsAsync<StorageException>(() =>
            Database.OpenAsync(new PostgresOptions(address, "acme"), Stop));
        Assert.Equal(StorageProblem.CannotOpen, failure.Problem);
        Assert.DoesNotContain("sec ret", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_not_there_and_a_server_that_is_not_are_told_apart()
    {
        var missing = _address.Replace("Database=test_", "Database=none_", StringComparison.Ordinal);
        Assert.Equal(StorageProblem.Missing, (await Assert.ThrowsAsync<StorageException>(() =>
            Database.OpenAsync(new PostgresOptions(missing, "acme"), Stop))).Problem);
        Assert.Equal(StorageProblem.DeviceFailed, (await Assert.ThrowsAsync<StorageException>(() =>
            Database.OpenAsync(new PostgresOptions("postgres://127.0.0.1:1/plans", "acme"), Stop))).Problem);
    }
}
