using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace OpenAso.Access.Tests.Api;

/// <summary>An answer of the interface for programs.</summary>
/// <param name="Status">Of the answer.</param>
/// <param name="Text">The body.</param>
/// <param name="Headers">Of the answer and its body.</param>
internal sealed record Reply(HttpStatusCode Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string Code => (string?)Json["code"] ?? "";

    public bool IsReplayed => Headers.ContainsKey("Idempotent-Replayed");
}

/// <summary>Calls as a program does.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly HttpClient _client;
    private readonly CookieContainer? _cookies;

    public ApiClient(Uri address, string? token, CookieContainer? cookies = null)
    {
        _cookies = cookies;
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = cookies is not null,
            CookieContainer = cookies ?? new CookieContainer(),
            // Whoever asks before sending waits for the answer, however busy the machine is.
            Expect100ContinueTimeout = TimeSpan.FromMinutes(1),
        })
        {
            BaseAddress = address,
        };
        if (token is not null)
            _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Calls as the script of a page does, with the cookie of somebody who is signed in.</summary>
    public static async Task<ApiClient> SignedInAsync(ServerFixture server, string account)
    {
        var client = new ApiClient(server.Address, null, await CookiesAsync(server, account));
        client._client.DefaultRequestHeaders.Add("X-OpenAso-Request", "1");
        return client;
    }

    /// <summary>The cookie with which it calls now; null for a program.</summary>
    public string? Cookie => _cookies?.GetCookieHeader(_client.BaseAddress!);

    /// <summary>The cookie of somebody who has signed in.</summary>
    public static async Task<string> CookieAsync(ServerFixture server, string account) =>
        (await CookiesAsync(server, account)).GetCookieHeader(server.Address);

    private static async Task<CookieContainer> CookiesAsync(ServerFixture server, string account)
    {
        var cookies = new CookieContainer();
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies })
        {
            BaseAddress = server.Address,
        };
        var page = await client.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in",
            ["__RequestVerificationToken"] = Browser.TokenOf(new Page(HttpStatusCode.OK, page, "")),
            ["Entry.Name"] = account,
            ["Entry.Password"] = ServerFixture.Password,
        });
        using var _ = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
        return cookies;
    }

    public Task<Reply> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Reply> PostAsync(string path, string body, string? key, string kind = "application/json") =>
        SendAsync(HttpMethod.Post, path, body, kind, ("Idempotency-Key", key));

    public async Task<Reply> SendAsync(
        HttpMethod method, string path, string? body = null, string kind = "application/json",
        params (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri($"/api/v1{path}", UriKind.Relative));
        foreach (var (name, value) in headers)
        {
            if (value is not null)
                request.Headers.TryAddWithoutValidation(name, value);
        }
        if (body is not null)
        {
            // A server that refuses a large body says so before it is sent.
            request.Headers.ExpectContinue = body.Length > 500_000;
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            if (kind.Length > 0)
                request.Content.Headers.TryAddWithoutValidation("Content-Type", kind);
        }
        using var answer = await _client.SendAsync(request);
        return new Reply(
            answer.StatusCode, await answer.Content.ReadAsStringAsync(),
            answer.Headers.Concat(answer.Content.Headers)
                .ToDictionary(header => header.Key, header => string.Join(',', header.Value)));
    }

    public void Dispose() => _client.Dispose();
}
