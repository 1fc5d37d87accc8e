using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenAso.Access;
using OpenAso.Api;
using OpenAso.Api.Webhooks;
using OpenAso.Operations.Access;
using OpenAso.Operations.Designing;
using OpenAso.Operations.Serving;
using OpenAso.Storage;
using OpenAso.Web;

namespace OpenAso.Cli.Serving;

/// <summary>One process that serves the pages over books.</summary>
internal static class BooksServer
{
    private static readonly TimeSpan WritingStaysOpen = TimeSpan.FromSeconds(2);

    /// <summary>Serves until it is stopped.</summary>
    /// <returns>An exit code.</returns>
    public static async Task<int> RunAsync(
        BooksPlace place, string addresses, Terminal terminal, WebhookSettings webhooks,
        CancellationToken cancellation)
    {
        var (signIn, isBehindProxy) = SignInEnvironment.Read(Environment.GetEnvironmentVariable, addresses);
        var books = await OpenAsync(place, terminal, cancellation).ConfigureAwait(false);
        await using (books.ConfigureAwait(false))
        {
            var settings = new WebSettings(DataFolder.Administrator(books.Reading))
            {
                SignIn = signIn,
                IsBehindProxy = isBehindProxy,
            };
            await books.WriteAsync(
                writing => new KeptSecrets(writing).SealPlainAsync(settings.Tenant), cancellation)
                .ConfigureAwait(false);
            await FirstAccounts.MakeAsync(books, settings, terminal).ConfigureAwait(false);
            await using var server = Build(
                books, settings, addresses, webhooks, telling: new Telling(terminal.Error, Telemetry.Collector()));
            await StartAsync(server, addresses, cancellation).ConfigureAwait(false);
            terminal.Say($"Serving {place} at {string.Join(", ", server.Urls)} (Ctrl-C stops it).");
            await server.WaitForShutdownAsync(cancellation).ConfigureAwait(false);
            return ExitCode.Done;
        }
    }

    /// <summary>Puts the server together, without starting it.</summary>
    public static WebApplication Build(
        ServedBooks books, WebSettings settings, string addresses, WebhookSettings? webhooks = null,
        TimeProvider? time = null, Telling? telling = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.UseUrls(addresses.Split(';', StringSplitOptions.RemoveEmptyEntries));
        // What is one request's alone is never kept by what serves them all.
        builder.Host.UseDefaultServiceProvider(options => options.ValidateScopes = true);
        var told = telling ?? new Telling(TextWriter.Null);
        builder.Logging.ClearProviders()
            .AddProvider(new OperatorLog(told.Errors, time ?? TimeProvider.System))
            .AddFilter<OperatorLog>(OperatorLog.Tells);
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddSingleton(ShippedDocuments.Severities());
        builder.Services.AddSingleton(ShippedDocuments.Comparison());
        builder.Services.AddSingleton<DesignMemory>();
        builder.Services.AddSingleton(ShippedDocuments.Procedure());
        builder.Services.AddTelemetry(told.Collector);
        builder.Services.AddPages(books, settings).AddApi(webhooks ?? new WebhookSettings());
        var server = builder.Build();
        // Only a proxy on this machine is believed.
        if (settings.IsBehindProxy)
            server.UseForwardedHeaders(new ForwardedHeadersOptions
            {
                ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            });
        server.Use(Defects.AnswerAsync);
        server.MapGet("/health/live", () => TypedResults.Text("live")).AllowAnonymous();
        server.MapGet("/health/ready", () => Ready(books)).AllowAnonymous();
        server.UseApi().MapPages().MapApi();
        return server;
    }

    private static async Task StartAsync(WebApplication server, string addresses, CancellationToken cancellation)
    {
        try
        {
            await server.StartAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is IOException or FormatException or InvalidOperationException)
        {
            throw new CommandFailure(
                $"Nothing can be served at {addresses} ({failure.Message.TrimEnd('.')}). Name another address with "
                + "--urls, for example http://127.0.0.1:5081.");
        }
    }

    private static ContentHttpResult Ready(ServedBooks books)
    {
        try
        {
            return TypedResults.Text(books.Scopes().Count > 0 ? "ready" : "ready, and empty");
        }
        catch (StorageException)
        {
            return TypedResults.Text("the books cannot be read", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static Task<ServedBooks> OpenAsync(
        BooksPlace place, Terminal terminal, CancellationToken cancellation)
    {
        // Brought up to date before anybody reads.
        DataFolder.Open(place, DatabaseAccess.Write, terminal).DisposeAsync().AsTask().GetAwaiter().GetResult();
        var served = place with { IsServed = true };
        return ServedBooks.OpenAsync(
            (access, _) => Task.FromResult(DataFolder.Open(served, access, terminal)), TimeProvider.System,
            WritingStaysOpen, cancellation);
    }
}
