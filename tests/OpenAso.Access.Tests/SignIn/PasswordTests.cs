using System.Net;
using System.Security.Cryptography;
using OpenAso.Operations.Access;
using Kept = OpenAso.Operations.Access.Secret;

namespace OpenAso.Access.Tests.SignIn;

/// <summary>Signing in by password: guessing is slowed down, nothing is told of names, sessions end.</summary>
public sealed class PasswordTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task Five_failures_close_a_name_for_the_rest_of_the_window_and_say_until_when()
    {
        await using var site = await SignInSite.StartAsync(server);
        var id = await AccountAsync(site);
        using var browser = site.Browser();
        using var elsewhere = site.Browser();
        for (var failure = 0; failure < SignInUseCase.MostOfAccount; failure++)
            Assert.Contains("do not belong together", (await browser.SignInAsync(id, "wrong")).Text,
                StringComparison.Ordinal);

        var closed = await elsewhere.SignInAsync(id, ServerFixture.Password);
        Assert.Contains("Too many attempts failed", closed.Text, StringComparison.Ordinal);
        Assert.Contains(" UTC", closed.Text, StringComparison.Ordinal);
        Assert.Null(elsewhere.Session);
        var entries = site.Log(SignInUseCase.MostOfAccount + 1).Where(entry => entry.Account == id).ToList();
        Assert.Equal(SignInUseCase.MostOfAccount, entries.Count(entry => entry.Action == AccessAction.RefuseSignIn));
        Assert.Equal("password: too many", entries[0].Subject);

        site.Time.Ahead = SignInUseCase.Window;
        await elsewhere.SignInAsync(id, ServerFixture.Password);
        Assert.NotNull(elsewhere.Session);
    }

    [Fact]
    public async Task Twenty_failures_close_an_address_whatever_the_names_and_no_other_address()
    {
        await using var site = await SignInSite.StartAsync(server);
        var id = await AccountAsync(site);
        using var browser = site.Browser();
        using var elsewhere = site.Browser();
        for (var failure = 0; failure < SignInUseCase.MostOfAddress; failure++)
            await browser.SignInAsync($"guess-{failure}-{RandomNumberGenerator.GetHexString(32)}", "wrong");

        Assert.Contains("Too many", (await browser.SignInAsync(id, ServerFixture.Password)).Text,
            StringComparison.Ordinal);
        await elsewhere.SignInAsync(id, ServerFixture.Password);
        Assert.NotNull(elsewhere.Session);
    }

    [Fact]
    public async Task Attempts_that_succeed_do_not_count()
    {
        await using var site = await SignInSite.StartAsync(server);
        var id = await AccountAsync(site);
        using var browser = site.Browser();
        for (var time = 0; time < SignInUseCase.MostOfAddress + 1; time++)
            Assert.Equal(HttpStatusCode.Redirect,
                (await browser.SignInAsync(id, ServerFixture.Password)).Status);
    }

    [Fact]
    public async Task Guesses_at_once_are_no_more_than_guesses_one_by_one()
    {
        await using var site = await SignInSite.StartAsync(server);
        var id = await AccountAsync(site);
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => server.WriteAsync(books =>
            new SignInUseCase(books).ByPasswordAsync(
                new SignInAttempt(server.Tenant, id, "10.9.9.9", site.Time.GetUtcNow()), "wrong"))));
        Assert.Equal(SignInUseCase.MostOfAccount, answers.Count(answer => answer.Outcome == SignInOutcome.Refused));
        Assert.Equal(7, answers.Count(answer => answer.Outcome == SignInOutcome.Closed));
    }

    [Fact]
    public async Task A_name_that_there_is_not_is_answered_in_the_same_words_and_after_as_much_work()
    {
        await using var site = await SignInSite.StartAsync(server);
        var id = await AccountAsync(site, Kept.Keep(ServerFixture.Password, new byte[16]));
        var without = await site.AccountAsync(Role.Examiner);
        var ended = await AccountAsync(site, Kept.Keep(ServerFixture.Password, new byte[16]));
        await site.ChangeAsync(new EndAccount(ended));
        var (words, rounds) = await TryAsync(site, id);
        Assert.Equal("600000", Assert.Single(rounds));
        foreach (var name in new[] { "nobody-of-that-name", without, ended })
        {
            var (otherWords, otherRounds) = await TryAsync(site, name);
            Assert.Equal(words, otherWords);
            Assert.Equal(rounds, otherRounds);
        }
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("https", true)]
    public async Task The_cookie_is_closed_to_scripts_and_to_plain_http_where_there_is_https(
        string? scheme, bool isSecure)
    {
        await using var site = await SignInSite.StartAsync(server);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = site.Address,
        };
        if (scheme is not null)
            client.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);
        using var page = await client.GetAsync(
            new Uri("/sign-in", UriKind.Relative), TestContext.Current.CancellationToken);
        var antiforgery = Assert.Single(page.Headers.GetValues("Set-Cookie"));
        var token = Browser.TokenOf(new Page(page.StatusCode,
            await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), ""));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in",
            ["__RequestVerificationToken"] = token,
            ["Entry.Name"] = "all-Examiner",
            ["Entry.Password"] = ServerFixture.Password,
        });
        client.DefaultRequestHeaders.Add("Cookie", antiforgery.Split(';')[0]);
        using var answer = await client.PostAsync(
            new Uri("/sign-in", UriKind.Relative), form, TestContext.Current.CancellationToken);

        var session = answer.Headers.GetValues("Set-Cookie").Single(
            cookie => cookie.StartsWith("openaso=", StringComparison.Ordinal));
        foreach (var cookie in new[] { session, antiforgery })
        {
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(isSecure, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
            Assert.Contains("samesite=", cookie, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_session_ends_when_nobody_uses_it_and_after_a_day_of_work_however_it_is_used()
    {
        await using var site = await SignInSite.StartAsync(server);
        using var idle = site.Browser();
        using var used = site.Browser();
        await idle.SignInAsync("all-Examiner", ServerFixture.Password);
        await used.SignInAsync("all-Examiner", ServerFixture.Password);
        for (var minutes = 20; minutes < SessionUseCase.Longest.TotalMinutes; minutes += 20)
        {
            site.Time.Ahead = TimeSpan.FromMinutes(minutes);
            Assert.Equal(HttpStatusCode.OK, (await used.GetAsync("/search")).Status);
        }
        Assert.Contains("/sign-in", (await idle.GetAsync("/search")).Location, StringComparison.Ordinal);
        site.Time.Ahead = SessionUseCase.Longest;
        Assert.Contains("/sign-in", (await used.GetAsync("/search")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_ends_at_its_next_request_when_roles_or_password_change()
    {
        await using var site = await SignInSite.StartAsync(server);
        var id = await AccountAsync(site);
        AccountChange[] changes =
        [
            new SetGrants(id, [new Grant(Role.Auditor)]),
            new SetPassword(id, Kept.Keep(ServerFixture.Password, new byte[16])),
        ];
        foreach (var change in changes)
        {
            using var browser = site.Browser();
            await browser.SignInAsync(id, ServerFixture.Password);
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/search")).Status);
            await site.ChangeAsync(change);
            Assert.Contains("/sign-in", (await browser.GetAsync("/search")).Location, StringComparison.Ordinal);
        }
    }

    private static Task<string> AccountAsync(SignInSite site, string? secret = null) => site.AccountAsync(
        Role.Examiner, secret ?? Kept.KeepQuick(ServerFixture.Password, new byte[16], ServerFixture.Rounds));

    // What a wrong password is told, and with how many rounds it was hashed each time.
    private async Task<(string Words, IReadOnlyList<string> Rounds)> TryAsync(SignInSite site, string name)
    {
        using var browser = site.Browser();
        var page = await browser.SignInAsync(name, "wrong");
        List<string> rounds = [];
        await server.WriteAsync(books => new SignInUseCase(books)
        {
            Matches = (password, kept) =>
            {
                rounds.Add(kept.Split('.')[0]);
                return Kept.Matches(password, kept);
            },
        }.ByPasswordAsync(
            new SignInAttempt(server.Tenant, name, $"10.8.8.{name.Length}", site.Time.GetUtcNow()), "wrong"));
        return (page.Text.Replace(Browser.TokenOf(page), "", StringComparison.Ordinal)
            .Replace(name, "", StringComparison.Ordinal), rounds);
    }
}
