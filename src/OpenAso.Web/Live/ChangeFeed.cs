using Microsoft.Extensions.Hosting;
using OpenAso.Operations.Serving;
using OpenAso.Storage;

namespace OpenAso.Web.Live;

/// <summary>Tells everybody who listens that the books changed, whichever process changed them.</summary>
/// <param name="books">The books.</param>
public sealed class ChangeFeed(ServedBooks books) : BackgroundService
{
    private volatile Change _newest = new(0);

    /// <summary>The number of the last change; it begins with 0 when the server does.</summary>
    public long Version => _newest.Version;

    /// <summary>Waits until there is a change after the one that was seen.</summary>
    /// <param name="seen">Its number.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The number of the newest change.</returns>
    public async Task<long> NextAsync(long seen, CancellationToken cancellation)
    {
        var newest = _newest;
        while (newest.Version == seen)
        {
            await newest.Replaced.WaitAsync(cancellation).ConfigureAwait(false);
            newest = _newest;
        }
        return newest.Version;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var _ in books.Reading.Database.WatchAsync(stoppingToken).ConfigureAwait(false))
                Announce();
        }
        catch (OperationCanceledException)
        {
        }
        catch (StorageException)
        {
            // The books can no longer be read: pages say so themselves, and readiness too.
        }
    }

    private void Announce()
    {
        var replaced = _newest;
        _newest = new Change(replaced.Version + 1);
        replaced.Replace();
    }

    private sealed class Change(long version)
    {
        private readonly TaskCompletionSource _replaced = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public long Version => version;

        public Task Replaced => _replaced.Task;

        public void Replace() => _replaced.SetResult();
    }
}
