using System.Collections.Frozen;
using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using Npgsql;

namespace OpenAso.Storage;

/// <summary>PostgreSQL: what is written takes one lock, what is read sees one state.</summary>
internal sealed class PostgresDialect : Dialect
{
    private const string Channel = "openaso_changed";

    // Any number, the same in every process: "openaso" in letters of a telephone.
    private const string TakeLock = "begin; select pg_advisory_xact_lock(6736276)";

    public override string Name => "postgres";

    // Texts are ordered by their bytes, as everywhere else in this software, and days are ISO texts, which order as the
    // days do: the same statements give the same rows in the same order on every database.
    protected override IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>
    {
        ["integer"] = "bigint",
        ["text"] = "text collate \"C\"",
        ["bytes"] = "bytea",
        ["date"] = "text collate \"C\"",
        ["table"] = "",
        ["clustered"] = "",
    }.ToFrozenDictionary();

    internal override string BeginWrite => TakeLock;

    // Listeners hear of it when the transaction is durable, and not at all when it fails.
    internal override IReadOnlyList<string> Commit { get; } = [$"notify {Channel}", "commit"];

    internal override bool CommitEnds => true;

    internal override async IAsyncEnumerable<long> WatchAsync(
        DbConnection connection, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var listening = (NpgsqlConnection)connection;
        await listening.ExecuteAsync($"listen {Channel}").ConfigureAwait(false);
        try
        {
            for (var version = 0L; ; version++)
            {
                yield return version;
                await listening.WaitAsync(cancellation).ConfigureAwait(false);
            }
        }
        finally
        {
            await StopListeningAsync(listening).ConfigureAwait(false);
        }
    }

    // The connection is used by others afterwards; one that was lost is not.
    private static async Task StopListeningAsync(NpgsqlConnection connection)
    {
        try
        {
            await connection.ExecuteAsync($"unlisten {Channel}").ConfigureAwait(false);
        }
        catch (Exception lost) when (lost is NpgsqlException or InvalidOperationException)
        {
        }
    }

    // Each is a transaction, and a reader's are of one state unless it says otherwise.
    internal override bool AsksOneState => true;

    internal override DbTransaction BeginRead(DbConnection connection) =>
        connection.BeginTransaction(IsolationLevel.RepeatableRead);

    internal override bool IsInTransaction(DbConnection connection)
    {
        if (connection.State != ConnectionState.Open)
            return false;
        try
        {
            using var probe = connection.CreateCommand();
            probe.CommandText = "savepoint probe; release savepoint probe";
            probe.ExecuteNonQuery();
            return true;
        }
        catch (PostgresException said)
        {
            return said.SqlState == PostgresErrorCodes.InFailedSqlTransaction;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    internal override bool LacksSavepoint(DbException failure) => failure.SqlState
        is PostgresErrorCodes.NoActiveSqlTransaction or PostgresErrorCodes.InvalidSavepointSpecification;

    internal override IReadOnlyList<string> Tables(DbConnection connection) => [.. connection.Query<string>(
        "select tablename from pg_tables where schemaname = current_schema()")];

    internal override BulkWriter OpenBulk(DbConnection connection) =>
        new PostgresBulkWriter((NpgsqlConnection)connection);

    public override ReadyRows Ready<TRow>(BulkInsert<TRow> insert, IReadOnlyList<TRow> rows) =>
        new EncodedReadyRows<TRow>(insert, rows);

    internal override void BeforeMigration(DbConnection connection) => RowSecurity.Open(connection);

    internal override void AfterMigration(DbConnection connection) => RowSecurity.Close(connection);

    internal override StorageException? Translate(Exception failure, string database) =>
        PostgresFailures.Translate(failure, database);
}
