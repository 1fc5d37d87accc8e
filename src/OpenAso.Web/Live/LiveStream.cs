using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using OpenAso.Operations.Serving;

namespace OpenAso.Web.Live;

/// <summary>The one stream of events of a tab: numbers of changes, and nothing of what changed.</summary>
internal static class LiveStream
{
    // A tab that hears nothing for three of these takes the connection for lost.
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(15);

    public static async Task<ServerSentEventsResult<string>> OpenAsync(
        ChangeFeed feed, SeenBooks books, CancellationToken cancellation)
    {
        // Who listens was looked up; nothing more is read for as long as the tab is open.
        await books.LetGoAsync().ConfigureAwait(false);
        return TypedResults.ServerSentEvents(Events(feed, cancellation));
    }

    private static async IAsyncEnumerable<SseItem<string>> Events(
        ChangeFeed feed, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // The first event comes at once: a tab that was away is up to date again, and knows that it is heard.
        var seen = -1L;
        while (!cancellation.IsCancellationRequested)
        {
            var next = feed.NextAsync(seen, cancellation);
            while (await Task.WhenAny(next, Task.Delay(Quiet, cancellation)).ConfigureAwait(false) != next)
            {
                cancellation.ThrowIfCancellationRequested();
                yield return new SseItem<string>("", "alive");
            }
            seen = await next.ConfigureAwait(false);
            var version = seen.ToString(CultureInfo.InvariantCulture);
            yield return new SseItem<string>(version, "books") { EventId = version };
        }
    }
}
