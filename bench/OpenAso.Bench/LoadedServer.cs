using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using OpenAso.Access;
using OpenAso.Cli.Serving;
using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.Serving;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Bench;

/// <summary>A server over books in PostgreSQL, and programs that call it.</summary>
internal sealed class LoadedServer : IAsyncDisposable
{
    private const string Root = "/api/v1/employers/acme";
    private readonly WebApplication _server;
    private readonly ServedBooks _books;
    private readonly HttpClient _sender;
    private readonly HttpClient _reader;
    private IReadOnlyList<string> _pages = [];

    private LoadedServer(WebApplication server, ServedBooks books, string sender, string reader)
    {
        (_server, _books) = (server, books);
        (_sender, _reader) = (Client(sender), Client(reader));

        HttpClient Client(string token)
        {
            var client = new HttpClient { BaseAddress = new Uri(server.Urls.Single()) };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            return client;
        }
    }

    /// <summary>Starts a server, and finds out what there is to look at.</summary>
    /// <param name="address">Of the database.</param>
    /// <param name="tenant">Whose books.</param>
    /// <param name="like">Look at what is looked at there; null to find out.</param>
    public static async Task<LoadedServer> StartAsync(string address, TenantId tenant, LoadedServer? like = null)
    {
        var books = await ServedBooks.OpenAsync(
            (access, cancellation) => Books.OpenAsync(
                new PostgresOptions(address, tenant.Value) { Access = access, KeepsPlans = true }, cancellation),
            TimeProvider.System, TimeSpan.FromSeconds(2));
        var server = BooksServer.Build(books, new WebSettings(tenant), "http://127.0.0.1:0");
        await server.StartAsync();
        var loaded = new LoadedServer(
            server, books, await TokenAsync(books, tenant, Role.Administrator),
            await TokenAsync(books, tenant, Role.Auditor));
        loaded._pages = like?._pages ?? await loaded.FindPagesAsync();
        await loaded.TryPagesAsync();
        return loaded;
    }

    /// <summary>Sends claims that were not sent before, each as soon as a sender is free.</summary>
    /// <returns>How many were decided.</returns>
    public async Task<long> SendAsync(IReadOnlyList<string> claims, int senders)
    {
        var (next, decided) = (-1, 0L);
        await Task.WhenAll(Enumerable.Range(0, senders).Select(_ => Task.Run(SendOwnAsync)));
        return decided;

        async Task SendOwnAsync()
        {
            for (var at = Interlocked.Increment(ref next); at < claims.Count; at = Interlocked.Increment(ref next))
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, $"{Root}/claims")
                {
                    Content = new StringContent(claims[at], Encoding.UTF8, "application/edi-x12"),
                };
                request.Headers.Add("Idempotency-Key", ContentHash.Of(claims[at]).ToString());
                using var answer = await _sender.SendAsync(request);
                if (!answer.IsSuccessStatusCode)
                    throw new InvalidOperationException(
                        $"Claim {at}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
                Interlocked.Increment(ref decided);
            }
        }
    }

    /// <summary>Looks at something, another thing each time.</summary>
    /// <returns>Whether it was shown.</returns>
    public async Task<bool> ReadAsync(int number)
    {
        using var answer = await _reader.GetAsync(new Uri(_pages[number % _pages.Count], UriKind.Relative));
        _ = await answer.Content.ReadAsByteArrayAsync();
        return answer.IsSuccessStatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        _sender.Dispose();
        _reader.Dispose();
        await _server.DisposeAsync();
        await _books.DisposeAsync();
    }

    // Of eight looks four are at a claim, the others at a list of claims, at a member, at what the member has used, and
    // at the claims that wait.
    private async Task<IReadOnlyList<string>> FindPagesAsync()
    {
        List<string> pages = [];
        var claims = await IdsAsync($"{Root}/claims?limit=100");
        var members = await IdsAsync($"{Root}/members?limit=100");
        for (var i = 0; i < 100; i++)
        {
            var member = members[i % members.Count];
            pages.AddRange(
            [
                $"{Root}/claims/{claims[i % claims.Count]}", $"{Root}/claims?limit=25",
                $"{Root}/claims/{claims[(i + 31) % claims.Count]}", $"{Root}/members/{member}",
                $"{Root}/claims/{claims[(i + 57) % claims.Count]}", $"{Root}/members/{member}/accumulators",
                $"{Root}/claims/{claims[(i + 83) % claims.Count]}", $"{Root}/pended-claims?limit=25",
            ]);
        }
        return pages;
    }

    private async Task TryPagesAsync()
    {
        foreach (var page in _pages.Take(8))
        {
            using var answer = await _reader.GetAsync(new Uri(page, UriKind.Relative));
            if (!answer.IsSuccessStatusCode)
                throw new InvalidOperationException(
                    $"{page}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
    }

    private async Task<IReadOnlyList<string>> IdsAsync(string list)
    {
        var answer = await _reader.GetStringAsync(new Uri(list, UriKind.Relative));
        return [.. JsonNode.Parse(answer)!["data"]!.AsArray().Select(one => (string)one!["id"]!)];
    }

    private static Task<string> TokenAsync(ServedBooks books, TenantId tenant, Role role)
    {
        var now = TimeProvider.System.GetUtcNow();
        return books.WriteAsync(async writing => (await new TokenUseCase(writing).MakeAsync(
            tenant, new ApiToken("", "bench", new Grant(role), "bench", now, now.AddDays(1), null),
            RandomNumberGenerator.GetBytes(TokenUseCase.RandomBytes))).Text);
    }
}
