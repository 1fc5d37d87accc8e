using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;

namespace OpenAso.Storage;

/// <summary>A database that is open: many readers, and in this process one writer.</summary>
/// <remarks>Safe for use from many threads at once.</remarks>
public sealed class Database : IAsyncDisposable
{
    private readonly Func<DbConnection> _connectReader;
    private readonly WriterQueue? _writer;
    private readonly Func<ValueTask> _close;
    private readonly OneMoment? _moment;

    internal Database(
        string name, Dialect dialect, TimeProvider time, Func<DbConnection> connectReader, WriterQueue? writer,
        Func<ValueTask> close)
    {
        Name = name;
        Dialect = dialect;
        Time = time;
        _connectReader = connectReader;
        _writer = writer;
        _close = close;
    }

    private Database(Database whole, OneMoment moment)
        : this(whole.Name, whole.Dialect, whole.Time, whole._connectReader, null, () =>
        {
            moment.End();
            return ValueTask.CompletedTask;
        })
    {
        _moment = moment;
        Tenant = whole.Tenant;
    }

    /// <summary>What messages call it: the file's full path, or database and server.</summary>
    public string Name { get; }

    /// <summary>What this database names differently.</summary>
    public Dialect Dialect { get; }

    /// <summary>False when it was opened for reading only.</summary>
    public bool CanWrite => _writer is not null;

    /// <summary>Whose rows alone it shows and takes; null where it holds those of everybody, as a file does.</summary>
    public string? Tenant { get; internal init; }

    internal TimeProvider Time { get; }

    /// <summary>Opens a SQLite file.</summary>
    /// <param name="options">Which, and how.</param>
    /// <param name="cancellation">Ends the wait for another process.</param>
    /// <exception cref="StorageException">It is missing, in use, damaged, or cannot be opened.</exception>
    public static Task<Database> OpenAsync(SqliteOptions options, CancellationToken cancellation = default) =>
        SqliteFile.OpenAsync(options, cancellation);

    /// <summary>Opens a PostgreSQL database for one tenant.</summary>
    /// <param name="options">Which, for whom, and how.</param>
    /// <param name="cancellation">Ends the wait for the server.</param>
    /// <exception cref="StorageException">It is missing, not set up, cannot be reached, or does not let the user
    /// in.</exception>
    public static Task<Database> OpenAsync(PostgresOptions options, CancellationToken cancellation = default) =>
        PostgresServer.OpenAsync(options, cancellation);

    /// <summary>Writes something as a whole or not at all; finished only when it is durable.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="command">Runs on the writer's thread, so it does not wait for anything. What it throws undoes it
    /// alone, and comes back here.</param>
    /// <param name="urgency">Who goes first.</param>
    /// <param name="size">How much it counts for <see cref="GroupLimit.Size"/>; not negative.</param>
    /// <param name="cancellation">Takes it out of the queue. A command that has begun is cancelled by itself, by
    /// throwing <see cref="OperationCanceledException"/>, or not at all.</param>
    /// <exception cref="StorageException">The database could not do it, or was opened for reading only.</exception>
    /// <exception cref="InvalidOperationException">Called from within a command.</exception>
    public Task<T> WriteAsync<T>(
        Func<WriteSession, T> command, Urgency urgency = Urgency.Interactive, int size = 1,
        CancellationToken cancellation = default) => _writer is { } writer
            ? writer.Submit(command, urgency, size, cancellation)
            : throw new StorageException(StorageProblem.ReadOnly,
                $"{Name} was opened for reading only. Open it for writing to change it.");

    /// <summary>As <see cref="WriteAsync{T}"/>, without an answer.</summary>
    /// <param name="command">Runs on the writer's thread.</param>
    /// <param name="urgency">Who goes first.</param>
    /// <param name="size">How much it counts for <see cref="GroupLimit.Size"/>; not negative.</param>
    /// <param name="cancellation">Takes it out of the queue.</param>
    /// <exception cref="StorageException">As above.</exception>
    public Task WriteAsync(
        Action<WriteSession> command, Urgency urgency = Urgency.Interactive, int size = 1,
        CancellationToken cancellation = default) =>
        WriteAsync<bool>(
            session =>
            {
                command(session);
                return true;
            },
            urgency, size, cancellation);

    /// <summary>Reads with any number of statements, all of which see the same state.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="query">Reads to the end before it returns: the connection is closed behind it.</param>
    /// <exception cref="StorageException">The database cannot be read.</exception>
    public T Read<T>(Func<DbConnection, T> query) => Clearly(() =>
    {
        if (_moment is not null)
            return _moment.Read(query);
        using var connection = _connectReader();
        using var snapshot = Dialect.BeginRead(connection);
        return query(connection);
    });

    /// <summary>Asks several statements at once, all of which see the same state.</summary>
    /// <remarks>PERF: as <see cref="Read{T}"/>, which costs PostgreSQL a transaction that has to be ended; what is
    /// asked at once is one by itself.</remarks>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="statements">Statements, with <c>;</c> between them.</param>
    /// <param name="parameters">An object whose properties are the statements' parameters; null when they have none.
    /// </param>
    /// <param name="read">Reads the answers, in the order of the statements.</param>
    /// <exception cref="StorageException">The database cannot be read.</exception>
    public T Ask<T>(string statements, object? parameters, Func<SqlMapper.GridReader, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return _moment is not null || !Dialect.AsksOneState ? Read(Asked) : Clearly(() =>
        {
            using var connection = _connectReader();
            return Asked(connection);
        });

        T Asked(DbConnection connection)
        {
            using var found = connection.QueryMultiple(statements, parameters);
            return read(found);
        }
    }

    /// <summary>The database for reading only, where everything that is read by <see cref="Read{T}"/> is of one moment:
    /// that of the first reading.</summary>
    /// <remarks>Costs one transaction, however often it is read. It holds a connection until it is disposed of; whoever
    /// reads after that begins another moment. A query that fails ends the moment too.</remarks>
    public Database AtOneMoment() => new(this, new OneMoment(_connectReader, Dialect));

    /// <summary>Reads any number of rows in blocks, in bounded memory, all as of the moment it began.</summary>
    /// <remarks>A block is the caller's to keep, also for another thread. Do not leave an enumeration standing: the
    /// file cannot shrink its log meanwhile.</remarks>
    /// <typeparam name="T">What a row becomes.</typeparam>
    /// <param name="sql">A query; its order is that of the rows.</param>
    /// <param name="parameters">An object whose properties are the query's parameters; null when it has none.</param>
    /// <param name="read">Reads the current row, and does not move on.</param>
    /// <param name="blockSize">Rows in each block but the last; at least one.</param>
    /// <exception cref="StorageException">The database cannot be read; thrown while enumerating.</exception>
    public IEnumerable<IReadOnlyList<T>> Scan<T>(
        string sql, object? parameters, Func<DbDataReader, T> read, int blockSize = 1_000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(blockSize, 1);
        return RowBlocks.Read(this, sql, parameters, read, blockSize);
    }

    /// <summary>Gives a value at once, and another after something was committed, by this process or any other; what is
    /// committed while a value is looked at is not missed, but several commits may give one value.</summary>
    /// <param name="cancellation">Ends it, by <see cref="OperationCanceledException"/>.</param>
    /// <returns>A number that differs from the one before.</returns>
    /// <exception cref="StorageException">The database can no longer be read; thrown while enumerating.</exception>
    public async IAsyncEnumerable<long> WatchAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await using var connection = ConnectReader();
        await using var changes = Dialect.WatchAsync(connection, Time, cancellation)
            .GetAsyncEnumerator(cancellation);
        while (await ClearlyAsync(changes.MoveNextAsync()).ConfigureAwait(false))
            yield return changes.Current;
    }

    /// <summary>Finishes what is queued and closes the database.</summary>
    public ValueTask DisposeAsync() => _close();

    internal DbConnection ConnectReader() => Clearly(_connectReader);

    private async ValueTask<bool> ClearlyAsync(ValueTask<bool> work)
    {
        try
        {
            return await work.ConfigureAwait(false);
        }
        catch (DbException failure) when (Dialect.Translate(failure, Name) is { } clear)
        {
            throw clear;
        }
    }

    /// <summary>Runs something and says clearly what the database's library says.</summary>
    internal T Clearly<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (DbException failure) when (Dialect.Translate(failure, Name) is { } clear)
        {
            throw clear;
        }
    }
}
