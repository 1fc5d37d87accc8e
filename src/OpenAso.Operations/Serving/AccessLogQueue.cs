using OpenAso.Operations.Access;

namespace OpenAso.Operations.Serving;

/// <summary>Enters looks in the access log: those that come while others are being written are written together.
/// </summary>
/// <remarks>Safe for use from many threads at once.</remarks>
/// <param name="books">Hold the log.</param>
public sealed class AccessLogQueue(ServedBooks books)
{
    private readonly Lock _gate = new();
    private Batch? _open;

    /// <summary>Enters something; finished when it is durable, so that nothing is shown that is not entered.</summary>
    /// <param name="entry">What happened.</param>
    public Task EnterAsync(AccessEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        lock (_gate)
        {
            _open ??= new Batch(WriteAsync);
            _open.Entries.Add(entry);
            return _open.Written;
        }
    }

    private async Task WriteAsync(Batch batch)
    {
        try
        {
            await books.WriteAsync(writing => new AccessLog(writing).EnterAsync(() => Close(batch)))
                .ConfigureAwait(false);
        }
        finally
        {
            Close(batch);
        }
    }

    // As late as can be, when the database is ready to write them.
    private List<AccessEntry> Close(Batch batch)
    {
        lock (_gate)
        {
            if (_open == batch)
                _open = null;
            return batch.Entries;
        }
    }

    // Entries that are written, or not, together.
    private sealed class Batch
    {
        public Batch(Func<Batch, Task> write) => Written = Task.Run(() => write(this));

        public List<AccessEntry> Entries { get; } = [];

        public Task Written { get; }
    }
}
