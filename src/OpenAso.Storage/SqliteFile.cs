using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OpenAso.Storage;

/// <summary>Opens SQLite files: the one writer with its ownership, and readers from a pool.</summary>
/// <remarks>
/// Write-ahead log, so that readers and the writer do not wait for each other; <c>synchronous=full</c>, so that what
/// was acknowledged survives a power cut.
/// </remarks>
internal static class SqliteFile
{
    // PERF: a log of 16,000 pages (64 MB) before it is folded into the file, with a cache as large, made bulk writing
    // 1.6 times faster than the library's 1,000 pages and 2 MB.
    private const string WriterSettings =
        "pragma journal_mode = wal; pragma synchronous = full; pragma fullfsync = on; "
        + "pragma wal_autocheckpoint = 16000; pragma journal_size_limit = 67108864; pragma cache_size = -65536;";

    private static readonly TimeSpan LongestBusyWait = TimeSpan.FromSeconds(5);

    public static async Task<Database> OpenAsync(SqliteOptions options, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(options.Path);
        // Two names of one file must lead to one lock.
        if (new FileInfo(path) is { LinkTarget: not null } link)
            path = link.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        FindOrMake(path, options.Access);
        if (options.Access == DatabaseAccess.Read)
            return OpenReadOnly(path, options);
        var ownership = await FileOwnership.TakeAsync(path, options, cancellation).ConfigureAwait(false);
        try
        {
            return OpenWritable(path, options, ownership);
        }
        catch
        {
            ownership.Dispose();
            throw;
        }
    }

    private static Database OpenReadOnly(string path, SqliteOptions options)
    {
        var database = new Database(
            path, Dialect.Sqlite, options.Time, () => ConnectReader(path, options.Patience), writer: null, Close);
        database.Read(Dialect.Sqlite.Tables);
        return database;

        ValueTask Close()
        {
            ForgetReaders(path);
            return ValueTask.CompletedTask;
        }
    }

    private static Database OpenWritable(string path, SqliteOptions options, FileOwnership ownership)
    {
        var writer = new WriterQueue(
            () => ConnectWriter(path, options.Patience), Dialect.Sqlite, path, options.Group, options.Time);
        return new Database(
            path, Dialect.Sqlite, options.Time, () => ConnectReader(path, options.Patience), writer, CloseAsync);

        // The writer closes last: only then the log is folded into the file and removed. Commands that were still
        // queued may have read.
        async ValueTask CloseAsync()
        {
            ForgetReaders(path);
            try
            {
                await writer.DisposeAsync().ConfigureAwait(false);
            }
            finally
            {
                ForgetReaders(path);
                ownership.Dispose();
            }
        }
    }

    private static void FindOrMake(string path, DatabaseAccess access)
    {
        if (Directory.Exists(path))
            throw new StorageException(StorageProblem.CannotOpen, $"{path} is a folder. Name a file in it.");
        if (access != DatabaseAccess.Create && !File.Exists(path))
            throw new StorageException(StorageProblem.Missing,
                $"There is no database at {path}. Check the path, or make a database there first.");
        if (access == DatabaseAccess.Create && Path.GetDirectoryName(path) is { } folder)
            MakeFolder(folder);
    }

    private static void MakeFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StorageException(StorageProblem.CannotOpen,
                $"The folder {folder} cannot be made ({failure.Message}). Check the path, or name another folder.",
                failure);
        }
    }

    private static SqliteConnection ConnectWriter(string path, TimeSpan patience)
    {
        var connection = new SqliteConnection(ConnectionText(path, SqliteOpenMode.ReadWriteCreate, pooling: false));
        try
        {
            connection.Open();
            // A file that must not be written is opened all the same, and would only fail at the first command.
            if (raw.sqlite3_db_readonly(connection.Handle!, "main") == 1)
                throw new SqliteException("The file cannot be written.", raw.SQLITE_READONLY);
            Script.Run(connection, BusyWait(patience) + WriterSettings);
            return connection;
        }
        catch (SqliteException failure) when (Dialect.Sqlite.Translate(failure, path) is { } clear)
        {
            connection.Dispose();
            throw clear;
        }
    }

    private static SqliteConnection ConnectReader(string path, TimeSpan patience)
    {
        var connection = new SqliteConnection(ReaderText(path));
        try
        {
            connection.Open();
            Script.Run(connection, BusyWait(patience));
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void ForgetReaders(string path)
    {
        using var any = new SqliteConnection(ReaderText(path));
        SqliteConnection.ClearPool(any);
    }

    private static string ReaderText(string path) => ConnectionText(path, SqliteOpenMode.ReadOnly, pooling: true);

    // For other programs, which take no ownership but lock the file for a while.
    private static string BusyWait(TimeSpan patience) => string.Create(CultureInfo.InvariantCulture,
        $"pragma busy_timeout = {(long)(patience < LongestBusyWait ? patience : LongestBusyWait).TotalMilliseconds};");

    // The library's own wait after SQLite's is cut to a second; zero would mean for ever.
    private static string ConnectionText(string path, SqliteOpenMode mode, bool pooling) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = pooling,
            ForeignKeys = true,
            DefaultTimeout = 1,
        }.ToString();
}
