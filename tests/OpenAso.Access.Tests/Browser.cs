using System.Net;
using System.Text.RegularExpressions;

namespace OpenAso.Access.Tests;

/// <summary>A page as it came.</summary>
/// <param name="Status">Of the answer.</param>
/// <param name="Text">The page.</param>
/// <param name="Location">Where it leads; empty where nowhere.</param>
internal sealed record Page(HttpStatusCode Status, string Text, string Location);

/// <summary>Keeps cookies and posts forms, follows nothing.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly HttpClient _client;
    private readonly CookieContainer _cookies = new();

    /// <param name="address">Of the server.</param>
    /// <param name="origin">From where it comes, as a proxy would say.</param>
    /// <param name="scheme">By what, as a proxy would say.</param>
    public Browser(Uri address, string? origin = null, string? scheme = null)
    {
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = true,
            CookieContainer = _cookies,
        })
        {
            BaseAddress = address,
        };
        if (origin is not null)
            _client.DefaultRequestHeaders.Add("X-Forwarded-For", origin);
        if (scheme is not null)
            _client.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);
    }

    /// <summary>The cookie of whoever is signed in; null where nobody is.</summary>
    public Cookie? Session => _cookies.GetAllCookies().FirstOrDefault(cookie => cookie.Name == "openaso");

    /// <summary>Puts a cookie in, as a thief would.</summary>
    public void Take(Cookie cookie) => _cookies.Add(_client.BaseAddress!, new Cookie(cookie.Name, cookie.Value));

    /// <summary>Goes to an address anywhere.</summary>
    public async Task<Page> GoAsync(string address)
    {
        using var answer = await _client.GetAsync(new Uri(_client.BaseAddress!, address));
        return await PageOf(answer);
    }

    /// <summary>The headers of an answer.</summary>
    public async Task<IReadOnlyDictionary<string, string>> HeadersAsync(string address)
    {
        using var answer = await _client.GetAsync(new Uri(address, UriKind.Relative));
        return answer.Headers.ToDictionary(header => header.Key, header => string.Join('\n', header.Value));
    }

    public async Task<Page> GetAsync(string address)
    {
        using var answer = await _client.GetAsync(new Uri(address, UriKind.Relative));
        return await PageOf(answer);
    }

    public async Task<Page> PostAsync(string address, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(
            fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)));
        using var answer = await _client.PostAsync(new Uri(address, UriKind.Relative), form);
        return await PageOf(answer);
    }

    /// <summary>Posts a form of a page that was looked at.</summary>
    public Task<Page> SubmitAsync(
        Page page, string address, string form, params (string Name, string Value)[] fields) =>
        PostAsync(address, [("_handler", form), ("__RequestVerificationToken", TokenOf(page)), .. fields]);

    public async Task<Page> SignInAsync(string account, string password, string at = "/sign-in")
    {
        var page = await GetAsync(at);
        return await SubmitAsync(page, at, "sign-in", ("Entry.Name", account), ("Entry.Password", password));
    }

    public static string TokenOf(Page page) => Token().Match(page.Text).Groups[1].Value;

    public static string VersionOf(Page page) => Version().Match(page.Text).Groups[1].Value;

    public void Dispose() => _client.Dispose();

    private static async Task<Page> PageOf(HttpResponseMessage answer) => new(
        answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.Location?.OriginalString ?? "");

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"version\" value=\"([^\"]+)\"")]
    private static partial Regex Version();
}
