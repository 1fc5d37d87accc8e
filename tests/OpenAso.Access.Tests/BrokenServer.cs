using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OpenAso.Cli.Serving;
using OpenAso.Operations.Serving;
using OpenTelemetry.Logs;

namespace OpenAso.Access.Tests;

/// <summary>Another server over the books of the fixture, which cannot write to them, or takes few calls.</summary>
internal sealed class BrokenServer : IAsyncDisposable
{
    private readonly ServedBooks _books;
    private readonly WebApplication _server;
    private readonly StringWriter _told;

    private BrokenServer(ServedBooks books, WebApplication server, StringWriter told) =>
        (_books, _server, _told) = (books, server, told);

    public Uri Address => new(_server.Urls.Single());

    /// <summary>What whoever runs it has been told.</summary>
    public string Told => _told.ToString();

    public static async Task<BrokenServer> StartAsync(
        ServerFixture fixture, Func<Exception> failure, CallLimits? calls = null, Uri? collector = null)
    {
        var books = await fixture.OpenBrokenAsync(failure);
        var told = new StringWriter();
        var settings = new WebSettings(fixture.Tenant) { Calls = calls ?? CallLimits.Usual };
        var server = BooksServer.Build(books, settings, "http://127.0.0.1:0", telling: new Telling(told, collector));
        await server.StartAsync();
        return new BrokenServer(books, server, told);
    }

    /// <summary>What a collector is still to be told is told.</summary>
    public void Flush() => Assert.True(_server.Services.GetRequiredService<LoggerProvider>().ForceFlush());

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _books.DisposeAsync();
        await _told.DisposeAsync();
    }
}
