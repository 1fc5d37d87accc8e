using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OpenAso.Access.Tests.Api;

/// <summary>A message as a receiver got it.</summary>
internal sealed record Received(string Id, string Timestamp, string Signature, byte[] Body);

/// <summary>A receiver of webhooks on this machine.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _server;

    private Receiver(WebApplication server) => _server = server;

    public ConcurrentQueue<Received> Messages { get; } = [];

    /// <summary>What it answers.</summary>
    public int Answer { get; set; } = 204;

    public string Url => $"{_server.Urls.Single()}/hook";

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = builder.Build();
        var receiver = new Receiver(server);
        server.MapPost("/hook", receiver.TakeAsync);
        await server.StartAsync();
        return receiver;
    }

    public async Task<Received> NextAsync(int number)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            if (Messages.ElementAtOrDefault(number) is { } message)
                return message;
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
        throw new TimeoutException($"Message {number} did not come.");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        Messages.Enqueue(new Received(
            request.Headers["webhook-id"].ToString(), request.Headers["webhook-timestamp"].ToString(),
            request.Headers["webhook-signature"].ToString(), body.ToArray()));
        return Results.StatusCode(Answer);
    }
}
