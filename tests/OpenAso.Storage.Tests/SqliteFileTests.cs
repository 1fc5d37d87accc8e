using Dapper;
using Microsoft.Data.Sqlite;

namespace OpenAso.Storage.Tests;

/// <summary>Bad files, full disks and broken runs: each a clear message, nothing lost, nothing half done.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Path => _folder.File("test.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_that_is_not_a_database_is_named_and_left_alone()
    {
        var garbage = new byte[20_000];
        Array.Fill(garbage, (byte)'#');
        await File.WriteAllBytesAsync(Path, garbage, Stop);

        foreach (var access in Enum.GetValues<DatabaseAccess>())
            await RefusedAsync(access, StorageProblem.Damaged, "test.db is not a SQLite database", "backup");
        Assert.Equal(garbage, await File.ReadAllBytesAsync(Path, Stop));
        Assert.False(File.Exists(Path + ".owner"));
    }

    [Fact]
    public async Task A_page_that_was_damaged_is_named()
    {
        await using (var database = await FilledAsync())
            Assert.Equal(5_000, Thing.Count(database));
        using (var file = File.OpenWrite(Path))
        {
            file.Position = 3 * 4_096;
            for (var page = 3; page < 40; page++)
                file.Write(Enumerable.Repeat((byte)'#', 4_096).ToArray());
        }

        await using var damaged = await Database.OpenAsync(new SqliteOptions(Path), Stop);
        var failure = Assert.Throws<StorageException>(() =>
            damaged.Scan("select name from thing", null, row => row.GetString(0)).Sum(block => block.Count));
        Assert.Equal(StorageProblem.Damaged, failure.Problem);
        Assert.Contains(Path, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_only_made_when_that_was_asked()
    {
        await RefusedAsync(DatabaseAccess.Read, StorageProblem.Missing, "no database at", "test.db");
        await RefusedAsync(DatabaseAccess.Write, StorageProblem.Missing, "no database at", "test.db");
        Assert.False(File.Exists(Path));

        var deep = _folder.File("a/b/test.db");
        await using (await Database.OpenAsync(new SqliteOptions(deep), Stop))
            Assert.True(File.Exists(deep));
    }

    [Fact]
    public async Task A_folder_and_a_path_through_a_file_are_named()
    {
        Directory.CreateDirectory(Path);
        await RefusedAsync(DatabaseAccess.Create, StorageProblem.CannotOpen, "test.db is a folder");
        await File.WriteAllTextAsync(_folder.File("file"), "", Stop);
        var failure = await Assert.ThrowsAsync<StorageException>(() =>
            Database.OpenAsync(new SqliteOptions(_folder.File("file/test.db")), Stop));
        Assert.Equal(StorageProblem.CannotOpen, failure.Problem);
        Assert.Contains(_folder.File("file"), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_in_which_no_file_can_be_made_is_named()
    {
        // A folder in the lock file's place fails for every user, also for root.
        Directory.CreateDirectory(Path + ".lock");
        await RefusedAsync(DatabaseAccess.Create, StorageProblem.CannotOpen, "test.db.lock cannot be written");
        Directory.Delete(Path + ".lock");
        Directory.CreateDirectory(Path + ".owner");
        await RefusedAsync(DatabaseAccess.Create, StorageProblem.CannotOpen, "test.db.owner cannot be written");
        Directory.Delete(Path + ".owner");
        await using (await Database.OpenAsync(new SqliteOptions(Path) { Patience = TimeSpan.Zero }, Stop))
            Assert.True(File.Exists(Path));
    }

    [Fact]
    public async Task A_database_opened_for_reading_is_read_beside_its_writer_and_not_written()
    {
        await using var writing = await FilledAsync();
        await using var reading = await Database.OpenAsync(
            new SqliteOptions(Path) { Access = DatabaseAccess.Read }, Stop);
        Assert.False(reading.CanWrite);
        Assert.Equal(5_000, Thing.Count(reading));
        await writing.WriteAsync(session => session.Add(9_000), cancellation: Stop);
        Assert.Equal(5_001, Thing.Count(reading));

        var failure = await Assert.ThrowsAsync<StorageException>(() =>
            reading.WriteAsync(session => session.Add(9_001), cancellation: Stop));
        Assert.Equal(StorageProblem.ReadOnly, failure.Problem);
        Assert.Contains(Path, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_must_not_be_written_is_said_when_it_is_opened()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "An administrator may write every file.");
        await (await FilledAsync()).DisposeAsync();
        File.SetAttributes(Path, FileAttributes.ReadOnly);
        await RefusedAsync(DatabaseAccess.Write, StorageProblem.ReadOnly, "test.db can be read only");
        await using var reading = await Database.OpenAsync(
            new SqliteOptions(Path) { Access = DatabaseAccess.Read }, Stop);
        Assert.Equal(5_000, Thing.Count(reading));
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused_by_the_migrations()
    {
        using (var other = new SqliteConnection($"Data Source={Path};Pooling=false"))
            other.Execute("create table bookmark (id integer)");
        await using var database = await Database.OpenAsync(new SqliteOptions(Path), Stop);
        var failure = await Assert.ThrowsAsync<StorageException>(() => MigrateAsync(database));
        Assert.Equal(StorageProblem.Foreign, failure.Problem);
        Assert.Contains("bookmark", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["bookmark"], database.Read(connection =>
            connection.Query<string>("select name from sqlite_schema").ToArray()));
    }

    [Fact]
    public async Task A_full_disk_undoes_the_whole_group_and_loses_nothing_that_was_acknowledged()
    {
        await using var database = await FilledAsync();
        // A limit on the file's pages is met as a full disk is: SQLite gives up the whole transaction.
        await database.WriteAsync(
            session => session.Connection.Execute("pragma max_page_count = 1"), cancellation: Stop);
        var release = database.Hold();
        var small = database.WriteAsync(SmallUpdate, cancellation: Stop);
        var large = database.WriteAsync(
            session => session.Insert(Thing.Insert(OnConflict.Fail), Large(from: 10_000)), cancellation: Stop);
        release();

        foreach (var write in new Task[] { small, large })
        {
            var failure = await Assert.ThrowsAsync<StorageException>(() => write);
            Assert.Equal(StorageProblem.Full, failure.Problem);
            Assert.Contains(Path, failure.Message, StringComparison.Ordinal);
            Assert.Contains("Make room", failure.Message, StringComparison.Ordinal);
        }
        Assert.Equal(5_000, Thing.Count(database));
        Assert.Equal(0, Updated(database));

        // What needs no room goes on, and the rest as soon as there is some.
        Assert.Equal(1, await database.WriteAsync(SmallUpdate, cancellation: Stop));
        Assert.Equal(1, Updated(database));
        await database.WriteAsync(
            session => session.Connection.Execute("pragma max_page_count = 1000000"), cancellation: Stop);
        await database.WriteAsync(
            session => session.Insert(Thing.Insert(OnConflict.Fail), Large(from: 10_000)), cancellation: Stop);
        Assert.Equal(10_000, Thing.Count(database));
    }

    [Fact]
    public async Task A_lock_of_another_program_is_waited_for_and_then_said()
    {
        await using var database = await FilledAsync(TimeSpan.FromMilliseconds(200));
        using var other = new SqliteConnection($"Data Source={Path};Pooling=false");
        other.Open();
        other.Execute("begin immediate");

        // What a command reads must still hold when it writes, so it does not even begin.
        var failure = await Assert.ThrowsAsync<StorageException>(() =>
            database.WriteAsync(_ => Assert.Fail("It began."), cancellation: Stop));
        Assert.Equal(StorageProblem.Locked, failure.Problem);
        Assert.Contains(Path, failure.Message, StringComparison.Ordinal);

        other.Execute("rollback");
        await database.WriteAsync(session => session.Add(9_000), cancellation: Stop);
    }

    [Fact]
    public async Task A_power_cut_in_the_middle_of_a_transaction_leaves_what_was_acknowledged_and_no_more()
    {
        await using var database = await FilledAsync();
        await database.WriteAsync(
            session =>
            {
                // A cache so small that pages of the open transaction are already in the log.
                session.Connection.Execute("pragma cache_size = 5");
                session.Insert(Thing.Insert(OnConflict.Fail), Large(from: 10_000));
                File.Copy(Path, _folder.File("cut.db"));
                File.Copy(Path + "-wal", _folder.File("cut.db-wal"));
            },
            cancellation: Stop);
        Assert.True(new FileInfo(_folder.File("cut.db-wal")).Length > 5_000 * 200);

        await using var cut = await Database.OpenAsync(new SqliteOptions(_folder.File("cut.db")), Stop);
        Assert.Equal(Enumerable.Range(0, 5_000).Select(id => (long)id), Thing.Ids(cut));
        await cut.WriteAsync(session => session.Add(10_000), cancellation: Stop);
    }

    [Fact]
    public async Task A_commit_waits_for_the_disk_and_foreign_keys_are_checked()
    {
        await using var database = await FilledAsync();
        var settings = await database.WriteAsync(
            session => new[] { "journal_mode", "synchronous", "foreign_keys" }
                .Select(name => session.Connection.ExecuteScalar<string>($"pragma {name}")).ToArray(),
            cancellation: Stop);
        Assert.Equal(["wal", "2", "1"], settings);
    }

    [Fact]
    public async Task Nothing_but_the_file_and_an_empty_lock_is_left_when_it_is_closed()
    {
        await using (var database = await FilledAsync())
            Assert.Equal(5_000, Thing.Count(database));
        Assert.Equal(["test.db", "test.db.lock"],
            Directory.GetFiles(System.IO.Path.GetDirectoryName(Path)!).Select(System.IO.Path.GetFileName).Order());
        Assert.Equal(0, new FileInfo(Path + ".lock").Length);
    }

    private static int SmallUpdate(WriteSession session) =>
        session.Connection.Execute("update thing set amount = 1 where id = 1");

    private static int Updated(Database database) => database.Read(connection =>
        connection.ExecuteScalar<int>("select count(*) from thing where amount = 1"));

    private static IEnumerable<Thing> Large(int from) => Enumerable.Range(from, 5_000)
        .Select(id => new Thing(id, new string('x', 200)));

    private static Task<IReadOnlyList<Migration>> MigrateAsync(Database database) =>
        new MigrationRunner(database, Thing.Migrations(database.Dialect)).ApplyAsync(Stop);

    private async Task<Database> FilledAsync(TimeSpan? patience = null)
    {
        var database = await Database.OpenAsync(
            new SqliteOptions(Path) { Patience = patience ?? TimeSpan.FromSeconds(30) }, Stop);
        await MigrateAsync(database);
        await database.WriteAsync(
            session => session.Insert(Thing.Insert(OnConflict.Fail), Large(from: 0)), cancellation: Stop);
        return database;
    }

    private async Task RefusedAsync(DatabaseAccess access, StorageProblem problem, params string[] words)
    {
        var failure = await Assert.ThrowsAsync<StorageException>(() =>
            Database.OpenAsync(new SqliteOptions(Path) { Access = access }, Stop));
        Assert.Equal(problem, failure.Problem);
        Assert.All(words, word => Assert.Contains(word, failure.Message, StringComparison.Ordinal));
    }
}
