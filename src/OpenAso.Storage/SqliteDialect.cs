using System.Collections.Frozen;
using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OpenAso.Storage;

/// <summary>SQLite: strict tables, immediate transactions, statements prepared once.</summary>
internal sealed class SqliteDialect : Dialect
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);

    public override string Name => "sqlite";

    protected override IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>
    {
        ["integer"] = "integer",
        ["text"] = "text",
        ["bytes"] = "blob",
        ["date"] = "text",
        ["table"] = "strict",
        ["clustered"] = "strict, without rowid",
    }.ToFrozenDictionary();

    internal override string BeginWrite => "begin immediate";

    internal override DbTransaction BeginRead(DbConnection connection) =>
        ((SqliteConnection)connection).BeginTransaction(IsolationLevel.Serializable, deferred: true);

    internal override bool IsInTransaction(DbConnection connection) =>
        raw.sqlite3_get_autocommit(((SqliteConnection)connection).Handle!) == 0;

    internal override bool LacksSavepoint(DbException failure) => failure is SqliteException said
        && said.SqliteErrorCode == raw.SQLITE_ERROR
        && said.Message.Contains("no such savepoint", StringComparison.Ordinal);

    // The file counts the commits of every other connection, in whichever process.
    internal override async IAsyncEnumerable<long> WatchAsync(
        DbConnection connection, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        long? seen = null;
        do
        {
            var version = await connection.ExecuteScalarAsync<long>("pragma data_version").ConfigureAwait(false);
            if (version != seen)
                yield return (seen = version).Value;
        }
        while (await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false));
    }

    internal override IReadOnlyList<string> Tables(DbConnection connection) => [.. connection.Query<string>(
        "select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\'")];

    internal override BulkWriter OpenBulk(DbConnection connection) =>
        new SqliteBulkWriter((SqliteConnection)connection);

    internal override StorageException? Translate(Exception failure, string database) =>
        failure is SqliteException said && Explain(said, database) is { } explained
            ? new StorageException(explained.Problem, explained.Message, failure)
            : null;

    private static (StorageProblem Problem, string Message)? Explain(SqliteException said, string file) =>
        said.SqliteErrorCode switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => (StorageProblem.Locked,
                $"{file} is kept locked by another program. Close it there (a database browser, a backup), "
                + "then run again."),
            raw.SQLITE_FULL => (StorageProblem.Full,
                $"No room is left for {file}: its disk is full or its size limit is reached. What was confirmed "
                + "before is kept, this step was undone. Make room, then run again."),
            raw.SQLITE_READONLY or raw.SQLITE_PERM => (StorageProblem.ReadOnly,
                $"{file} can be read only. Give this user the right to write it and its folder, or open it for "
                + "writing."),
            raw.SQLITE_NOTADB => (StorageProblem.Damaged,
                $"{file} is not a SQLite database. Name another file, or restore it from a backup."),
            raw.SQLITE_CORRUPT => (StorageProblem.Damaged,
                $"{file} is damaged ({said.Message}). Stop using it and restore it from a backup."),
            raw.SQLITE_CANTOPEN => (StorageProblem.CannotOpen,
                $"{file} cannot be opened. It must be a file, in a folder where files can be made: check the path and "
                + "its permissions."),
            raw.SQLITE_IOERR => (StorageProblem.DeviceFailed,
                $"The disk failed while {file} was used ({said.Message}). What was not confirmed may be missing: check "
                + "the disk, then run again."),
            raw.SQLITE_CONSTRAINT => Constraint(said, file),
            _ => null,
        };

    // SQLite names the table and columns, never the values.
    private static (StorageProblem Problem, string Message) Constraint(SqliteException said, string file) =>
        said.SqliteExtendedErrorCode
            is raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_PRIMARYKEY or raw.SQLITE_CONSTRAINT_ROWID
            ? (StorageProblem.Duplicate,
                $"A row is in {file} already ({said.Message}). What is there stays; the command was undone.")
            : (StorageProblem.Refused,
                $"{file} refuses a row ({said.Message}). The command was undone; the row has to be mended.");
}
