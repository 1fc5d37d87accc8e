using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace OpenAso.Storage;

/// <summary>The one writer of a database in this process: queues commands and commits them in groups.</summary>
/// <remarks>
/// <para>A command is acknowledged only when its transaction is durable. One that fails is undone alone, and the others
/// of its group are kept; when the transaction itself is lost (a full disk, a failed commit) every command of the
/// group fails and nothing of it is kept.</para>
/// <para>Interactive commands go first, and a group that holds one is not filled up with bulk work: somebody waits.
/// A group never waits for more to come. When interactive commands filled a group, the next begins with a bulk
/// command, so that those are slowed but never starved. Within an urgency the order is that of arrival.</para>
/// </remarks>
internal sealed class WriterQueue : IAsyncDisposable
{
    private const string Savepoint = "savepoint command";

    private readonly object _gate = new();
    private readonly Queue<WriteCommand> _interactive = [];
    private readonly Queue<WriteCommand> _bulk = [];
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<DbConnection> _connect;
    private readonly Dialect _dialect;
    private readonly string _database;
    private readonly GroupLimit _limit;
    private readonly TimeProvider _time;
    private readonly Thread _thread;
    private DbConnection _connection;
    private BulkWriter _bulkWriter;
    private WriteSession _session;
    private bool _isClosed;
    private bool _bulkIsDue;

    /// <summary>Connects and begins to serve; owns its connections. One that was lost is made anew for the next
    /// transaction.</summary>
    public WriterQueue(
        Func<DbConnection> connect, Dialect dialect, string database, GroupLimit limit, TimeProvider time)
    {
        _connect = connect;
        _dialect = dialect;
        _database = database;
        _limit = limit;
        _time = time;
        Connect();
        _thread = new Thread(Serve) { IsBackground = true, Name = "database writer" };
        _thread.Start();
    }

    /// <summary>Queues a command.</summary>
    /// <exception cref="InvalidOperationException">Asked from within a command, which could only wait for itself.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The queue is closed.</exception>
    public Task<T> Submit<T>(
        Func<WriteSession, T> work, Urgency urgency, int size, CancellationToken cancellation)
    {
        if (Thread.CurrentThread == _thread)
            throw new InvalidOperationException("A command writes with its session; it cannot queue another command.");
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        if (cancellation.IsCancellationRequested)
            return Task.FromCanceled<T>(cancellation);
        var command = new WriteCommand<T>(work, urgency, size, cancellation);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isClosed, typeof(Database));
            QueueOf(urgency).Enqueue(command);
            Monitor.Pulse(_gate);
        }
        return command.Answer;
    }

    /// <summary>Takes no more commands, finishes those that are queued, and closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _isClosed = true;
            Monitor.Pulse(_gate);
        }
        await _finished.Task.ConfigureAwait(false);
    }

    private void Serve()
    {
        while (AwaitFirst() is { } first)
            Commit(new WriteGroup(first, _time));
        try
        {
            _bulkWriter.Dispose();
            _connection.Dispose();
            _finished.SetResult();
        }
        catch (Exception failure)
        {
            _finished.SetException(Clear(failure));
        }
    }

    private WriteCommand? AwaitFirst()
    {
        lock (_gate)
        {
            while (true)
            {
                var first = _bulkIsDue ? Claim(_bulk) ?? Claim(_interactive) : Claim(_interactive) ?? Claim(_bulk);
                if (first is not null || _isClosed)
                    return first;
                Monitor.Wait(_gate);
            }
        }
    }

    private void Commit(WriteGroup group)
    {
        try
        {
            if (_connection.State != ConnectionState.Open)
                Reconnect();
            Execute($"{_dialect.BeginWrite}; {Savepoint}");
            for (var command = group.First; command is not null;)
                command = Run(command, group);
        }
        catch (Exception failure)
        {
            Undo();
            StorageMeter.Tell(group.Count, group.Lasted(_time), committed: false);
            group.Fail(Lost(failure));
            return;
        }
        StorageMeter.Tell(group.Count, group.Lasted(_time), committed: true);
        group.Acknowledge();
    }

    [MemberNotNull(nameof(_connection), nameof(_bulkWriter), nameof(_session))]
    private void Connect()
    {
        _connection = _connect();
        _bulkWriter = _dialect.OpenBulk(_connection);
        _session = new WriteSession(_connection, _dialect, _bulkWriter);
    }

    private void Reconnect()
    {
        _bulkWriter.Dispose();
        _connection.Dispose();
        Connect();
    }

    // What cannot be undone now is undone when the database is opened next: it was never committed.
    private void Undo()
    {
        try
        {
            _bulkWriter.Undone();
            if (_dialect.IsInTransaction(_connection))
                Execute("rollback");
        }
        catch (DbException)
        {
        }
    }

    // Behind a savepoint of its own; gives the command that follows it. PERF: the savepoint of that one, or the end of
    // the transaction, is sent with the last of what this one writes: a round trip less for each.
    private WriteCommand? Run(WriteCommand command, WriteGroup group)
    {
        var ran = Try(command, group, () => command.Run(_session));
        var next = Next(group);
        IReadOnlyList<string> then = next is not null ? [Savepoint] : _dialect.CommitEnds ? _dialect.Commit : [];
        var wrote = ran && Try(command, group, () => _bulkWriter.Flush([$"release {Savepoint}", .. then]));
        if (next is null && !(wrote && _dialect.CommitEnds))
            Execute(group.IsEmpty ? "commit" : string.Join("; ", _dialect.Commit));
        return next;
    }

    private bool Try(WriteCommand command, WriteGroup group, Action step)
    {
        try
        {
            step();
            return true;
        }
        catch (Exception failure) when (_dialect.IsInTransaction(_connection))
        {
            Execute("rollback to savepoint command");
            _bulkWriter.Undone();
            group.FailOne(command, Clear(failure));
            return false;
        }
    }

    private WriteCommand? Next(WriteGroup group)
    {
        lock (_gate)
        {
            var next = group.HasTime(_limit, _time) ? NextFitting(group) : null;
            if (next is not null)
                group.Add(next);
            else
                _bulkIsDue = !group.HasBulk && _bulk.Count > 0;
            return next;
        }
    }

    private WriteCommand? NextFitting(WriteGroup group)
    {
        var room = _limit.Size - group.Size;
        return Claim(_interactive, room)
            ?? (group.HasInteractive || _interactive.Count > 0 ? null : Claim(_bulk, room));
    }

    // The first that was not cancelled, when it fits.
    private static WriteCommand? Claim(Queue<WriteCommand> queue, int room = int.MaxValue)
    {
        while (queue.TryPeek(out var command) && command.Size <= room)
        {
            queue.Dequeue();
            if (command.TryClaim())
                return command;
        }
        return null;
    }

    private Queue<WriteCommand> QueueOf(Urgency urgency) => urgency == Urgency.Interactive ? _interactive : _bulk;

    private void Execute(string statement)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    // What became of a transaction that does not stand.
    private Exception Lost(Exception failure) => failure is DbException said && _dialect.LacksSavepoint(said)
        ? new InvalidOperationException("A command ended the transaction, which is the queue's to end.", failure)
        : Clear(failure);

    private Exception Clear(Exception failure) => _dialect.Translate(failure, _database) ?? failure;
}
