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

    public Browser(Uri address) => _client = new HttpClient(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = true,
        CookieContainer = new CookieContainer(),
    })
    {
        BaseAddress = address,
    };

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
