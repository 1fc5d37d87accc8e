using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using OpenAso.Operations.Access;
using OpenAso.Operations.Serving;
using OpenAso.Storage;

namespace OpenAso.Access;

/// <summary>Remembers when sessions were last used, and enters it every few minutes: nobody who looks at a page waits
/// for that, and open pages do not renew themselves at every look of another.</summary>
/// <param name="books">Hold the sessions.</param>
/// <param name="settings">Whose server this is.</param>
/// <param name="time">Tells when.</param>
public sealed class SessionSightings(ServedBooks books, WebSettings settings, TimeProvider time) : BackgroundService
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _seen = new(StringComparer.Ordinal);

    /// <summary>A session is used now.</summary>
    /// <param name="session">Its identifier.</param>
    public void See(string session) => _seen[session] = time.GetUtcNow();

    /// <summary>Enters what was seen since the last time.</summary>
    public async Task KeepAsync()
    {
        var seen = _seen.ToArray();
        if (seen.Length == 0)
            return;
        await books.WriteAsync(writing => new SessionUseCase(writing).SeeAsync(
            settings.Tenant, [.. seen.Select(one => (one.Key, one.Value))])).ConfigureAwait(false);
        // What was seen again meanwhile stays for the next time.
        foreach (var one in seen)
            _seen.TryRemove(one);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(SessionUseCase.SeenEvery, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
                await TryAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task TryAsync()
    {
        try
        {
            await KeepAsync().ConfigureAwait(false);
        }
        catch (StorageException)
        {
            // Another process keeps the books: it is entered the next time.
        }
    }
}
