using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using OpenAso.Access;
using OpenAso.Operations.Notifying;
using OpenAso.Operations.Serving;
using OpenAso.Storage;

namespace OpenAso.Api.Webhooks;

/// <summary>Tells webhooks what happened, and again by the schedule until it is taken. Without a webhook it calls
/// nobody.</summary>
/// <remarks>A name is looked up once for each connection, and the connection goes to the address that was looked at: no
/// other name can lead into a private network. Nothing is followed.</remarks>
internal sealed class WebhookSender : BackgroundService
{
    private const int AtOnce = 8;
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(1);

    // What is committed within it is gathered at once.
    private static readonly TimeSpan ShortestRest = TimeSpan.FromMilliseconds(200);

    private readonly ServedBooks _books;
    private readonly WebhookSettings _settings;
    private readonly TimeProvider _time;
    private readonly WebhookFeed _feed;
    private readonly HttpClient _client;
    private readonly SemaphoreSlim _changed = new(0, 1);

    public WebhookSender(ServedBooks books, WebSettings whose, WebhookSettings settings, TimeProvider time)
    {
        (_books, _settings, _time) = (books, settings, time);
        _feed = new WebhookFeed(books, whose.Tenant);
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectCallback = ConnectAsync,
            PooledConnectionLifetime = LongestRest,
        })
        {
            Timeout = LongestAnswer,
            MaxResponseContentBufferSize = 64 * 1024,
        };
    }

    public override void Dispose()
    {
        _client.Dispose();
        _changed.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            var watching = WatchAsync(stoppingToken);
            while (!stoppingToken.IsCancellationRequested)
            {
                await RoundAsync(stoppingToken).ConfigureAwait(false);
                await RestAsync(stoppingToken).ConfigureAwait(false);
            }
            await watching.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
        }
    }

    // What cannot be done now is done in the next round: the books say what is still to be told.
    private async Task RoundAsync(CancellationToken stopping)
    {
        try
        {
            await _feed.GatherAsync(_time.GetUtcNow(), stopping).ConfigureAwait(false);
            while (_feed.Due(_time.GetUtcNow()) is { Count: > 0 } due)
            {
                List<WebhookAttempt> attempts = [];
                await Parallel.ForEachAsync(
                    due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stopping },
                    async (one, cancellation) =>
                    {
                        var attempt = await TellAsync(one.Webhook, one.Delivery, cancellation).ConfigureAwait(false);
                        lock (attempts)
                            attempts.Add(attempt);
                    }).ConfigureAwait(false);
                await _feed.KeepAsync(attempts, _time.GetUtcNow()).ConfigureAwait(false);
            }
        }
        catch (StorageException)
        {
        }
    }

    private async Task RestAsync(CancellationToken stopping)
    {
        var rest = LongestRest;
        try
        {
            if (_feed.NextDue() is { } next && next - _time.GetUtcNow() < rest)
                rest = next - _time.GetUtcNow();
        }
        catch (StorageException)
        {
        }
        if (rest <= TimeSpan.Zero)
            return;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        await Task.WhenAny(Task.Delay(rest, _time, over.Token), _changed.WaitAsync(over.Token)).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        await Task.Delay(ShortestRest, _time, stopping).ConfigureAwait(false);
    }

    private async Task WatchAsync(CancellationToken stopping)
    {
        try
        {
            await foreach (var _ in _books.Reading.Database.WatchAsync(stopping).ConfigureAwait(false))
            {
                if (_changed.CurrentCount == 0)
                    _changed.Release();
            }
        }
        catch (StorageException)
        {
            // The books can no longer be read: readiness says so.
        }
    }

    private async Task<WebhookAttempt> TellAsync(
        Webhook webhook, WebhookDelivery delivery, CancellationToken cancellation)
    {
        // Nothing is sent that its receiver could not know for ours.
        if (new WebhookUseCase(_books.Reading).Secrets(webhook) is not { } secrets)
            return new WebhookAttempt(delivery, 0);
        var body = WebhookMessage.BodyOf(webhook, delivery, _feed);
        var sent = _time.GetUtcNow();
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url)
        {
            Content = new ByteArrayContent(body)
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            },
        };
        request.Headers.Add("webhook-id", delivery.Message);
        request.Headers.Add(
            "webhook-timestamp", sent.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(
            "webhook-signature", WebhookSignature.Of(secrets, delivery.Message, sent, body));
        try
        {
            using var answer = await _client.SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
            return new WebhookAttempt(delivery, (int)answer.StatusCode);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException
            || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return new WebhookAttempt(delivery, 0);
        }
    }

    private async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation).ConfigureAwait(false);
        if (found.Length == 0 || !Array.TrueForAll(found, _settings.May))
            throw new HttpRequestException("The address leads into a network that webhooks may not be of.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(found, context.DnsEndPoint.Port, cancellation).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
