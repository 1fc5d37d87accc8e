using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace OpenAso.Web.Live;

/// <summary>The one stream of events of a tab: numbers of changes, and nothing of what changed.</summary>
internal static class LiveStream
{
    public static ServerSentEventsResult<string> Open(
        ChangeFeed feed, HttpContext request, CancellationToken cancellation)
    {
        // No number, or one of an earlier run of the server: the first event comes at once, and the tab is up to date.
        var seen = long.TryParse(request.Request.Headers["Last-Event-ID"], NumberStyles.None,
            CultureInfo.InvariantCulture, out var last) && last <= feed.Version ? last : -1;
        return TypedResults.ServerSentEvents(Events(feed, seen, cancellation));
    }

    private static async IAsyncEnumerable<SseItem<string>> Events(
        ChangeFeed feed, long seen, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            seen = await feed.NextAsync(seen, cancellation).ConfigureAwait(false);
            var version = seen.ToString(CultureInfo.InvariantCulture);
            yield return new SseItem<string>(version, "books") { EventId = version };
        }
    }
}
