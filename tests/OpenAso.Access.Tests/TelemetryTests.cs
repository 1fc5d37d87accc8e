using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenAso.Cli.Serving;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace OpenAso.Access.Tests;

/// <summary>A collector learns how the server does, and nothing of people.</summary>
public sealed class TelemetryTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task A_collector_learns_which_pages_are_slow_and_not_whose()
    {
        var received = new ConcurrentQueue<(string Path, string Body)>();
        await using var collector = await CollectorAsync(received);
        await using var server = BooksServer.Build(
            fixture.Books, new WebSettings(fixture.Tenant), "http://127.0.0.1:0",
            telling: new Telling(TextWriter.Null, new Uri(collector.Urls.Single())));
        await server.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(server.Urls.Single()) };
        await client.GetAsync(
            new Uri("/claims/acme/secret-claim?text=Hidden-Name", UriKind.Relative),
            TestContext.Current.CancellationToken);
        Assert.True(server.Services.GetRequiredService<TracerProvider>().ForceFlush());
        Assert.True(server.Services.GetRequiredService<MeterProvider>().ForceFlush());

        Assert.Equal(["/v1/metrics", "/v1/traces"], received.Select(one => one.Path).Distinct().Order());
        var all = string.Concat(received.Select(one => one.Body));
        Assert.Contains("openaso", all, StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", all, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-claim", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Hidden-Name", all, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_is_told_anything_unless_a_collector_is_named()
    {
        using var services = new ServiceCollection().BuildServiceProvider();
        var collection = new ServiceCollection();
        collection.AddTelemetry(null);

        Assert.Empty(collection);
        Assert.Null(services.GetService<TracerProvider>());
    }

    internal static async Task<WebApplication> CollectorAsync(ConcurrentQueue<(string Path, string Body)> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var collector = builder.Build();
        collector.MapPost("/{**path}", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body, Encoding.Latin1);
            received.Enqueue((request.Path, await reader.ReadToEndAsync()));
            return TypedResults.Ok();
        });
        await collector.StartAsync(TestContext.Current.CancellationToken);
        return collector;
    }
}
