using System.Net;
using System.Text.RegularExpressions;
using OpenAso.Access.Tests.Api;
using OpenAso.Operations.Access;

namespace OpenAso.Access.Tests.SignIn;

/// <summary>The page of the own sign-in: what is typed wrongly changes nothing, what is right is done once, and a
/// secret is shown once.</summary>
public sealed partial class OwnSignInTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Own = "/own-sign-in";
    private const string Present = ServerFixture.Password;
    private const string Next = "another lamp for the gulls";

    [Fact]
    public async Task A_password_is_changed_here_and_every_other_session_ends()
    {
        await using var site = await SignInSite.StartAsync(server);
        var id = await ExamplePeople.AccountAsync(server, Role.Examiner);
        using var here = await SignedInAsync(site, id);
        using var elsewhere = site.Browser();
        await elsewhere.SignInAsync(id, Present);
        var page = await here.GetAsync(Own);
        var changed = await PasswordAsync(here, page, Present, Next, Next);
        Assert.Equal((HttpStatusCode.Redirect, "/own-sign-in?done=password"), (changed.Status, PathOf(changed)));
        Assert.Contains(
            "Your password is changed", (await here.GetAsync(PathOf(changed))).Text, StringComparison.Ordinal);
        Assert.Contains("/sign-in", (await elsewhere.GetAsync(Own)).Location, StringComparison.Ordinal);
        Assert.Equal((id, AccessAction.KeepAccount, $"{id}: password"),
            (site.Log(1)[0].Account, site.Log(1)[0].Action, site.Log(1)[0].Subject));
        Assert.DoesNotContain(server.Rows(), row => row.Contains(Next, StringComparison.Ordinal));
        await elsewhere.SignInAsync(id, Present);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync(Own)).Status);
        await elsewhere.SignInAsync(id, Next);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync(Own)).Status);

        // The form once more, as a second click or the way back sends it.
        var again = await PasswordAsync(here, page, Present, Next, Next);
        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Contains("The form was out of date", again.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync(Own)).Status);
        Assert.Equal("password", site.Log(1)[0].Subject);
    }

    [Theory]
    [InlineData("wrong", Next, Next, "that is not your present password")]
    [InlineData("", Next, Next, "that is not your present password")]
    [InlineData(Present, "eleven more", "eleven more", "12 to 200 letters")]
    [InlineData(Present, "", "", "12 to 200 letters")]
    [InlineData(Present, Next, "another lamp for the gull", "typed in two ways")]
    public async Task What_is_typed_wrongly_is_said_and_changes_nothing(
        string present, string password, string again, string said)
    {
        await using var site = await SignInSite.StartAsync(server);
        var id = await ExamplePeople.AccountAsync(server, Role.Examiner);
        using var here = await SignedInAsync(site, id);
        var before = Look(id);
        var page = await PasswordAsync(here, await here.GetAsync(Own), present, password, again);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("role=\"alert\"", page.Text, StringComparison.Ordinal);
        Assert.Contains(said, WebUtility.HtmlDecode(page.Text), StringComparison.Ordinal);
        Assert.Equal(before, Look(id));
        Assert.Equal(said.Contains("present", StringComparison.Ordinal) ? "own sign-in, password" : "password",
            site.Log(1)[0].Subject);
    }

    [Fact]
    public async Task A_secret_is_shown_once_and_an_authenticator_counts_when_its_code_was_typed()
    {
        await using var site = await SignInSite.StartAsync(server);
        var id = await ExamplePeople.AccountAsync(server, Role.Examiner);
        using var here = await SignedInAsync(site, id);
        var shown = await PostAsync(here, await here.GetAsync(Own), "begin", ("present", Present));
        var secret = Secret().Match(shown.Text).Groups[1].Value;
        Assert.Equal(32, secret.Length);
        Assert.Contains(
            WebUtility.HtmlEncode(Authenticator.Address(id, secret)), shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, (await here.GetAsync(Own)).Text, StringComparison.Ordinal);

        // Begun once more: the first secret is good for nothing.
        var page = await PostAsync(here, await here.GetAsync(Own), "begin", ("present", Present));
        var other = Secret().Match(page.Text).Groups[1].Value;
        Assert.NotEqual(secret, other);
        var wrong = await PostAsync(here, page, "confirm", ("code", CodeOf(site, secret, 0)));
        Assert.Contains("the code is not right", wrong.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(other, wrong.Text, StringComparison.Ordinal);
        Assert.False(Look(id).HasAuthenticator);

        var counts = await PostAsync(here, wrong, "confirm", ("code", CodeOf(site, other, 0)));
        Assert.Equal("/own-sign-in?done=confirm", PathOf(counts));
        var after = await here.GetAsync(PathOf(counts));
        Assert.Contains("Your authenticator is set up", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(other, after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Rows(), row => row.Contains(other, StringComparison.Ordinal));
        Assert.Contains("The form was out of date",
            (await PostAsync(here, wrong, "confirm", ("code", CodeOf(site, other, 1)))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(here, after, "begin", ("present", Present))).Status);

        using var anew = site.Browser();
        Assert.Contains("Code of your authenticator",
            (await anew.SignInAsync(id, Present)).Text, StringComparison.Ordinal);
        var removed = await PostAsync(
            here, after, "remove", ("present", Present), ("code", CodeOf(site, other, 1)));
        Assert.Equal("/own-sign-in?done=remove", PathOf(removed));
        Assert.Equal($"{id}: authenticator removed", site.Log(1)[0].Subject);
    }

    [Fact]
    public async Task A_session_that_has_ended_or_a_form_of_somebody_else_changes_nothing()
    {
        await using var site = await SignInSite.StartAsync(server);
        var id = await ExamplePeople.AccountAsync(server, Role.Examiner);
        using var here = await SignedInAsync(site, id);
        var page = await here.GetAsync(Own);
        var before = Look(id);
        foreach (var (form, fields) in Forms(page))
            Assert.Equal((form, HttpStatusCode.BadRequest),
                (form, (await here.PostAsync(Own, [("_handler", form), .. fields])).Status));
        using var other = await SignedInAsync(site, await ExamplePeople.AccountAsync(server, Role.Examiner));
        var theirs = await other.GetAsync(Own);
        foreach (var (form, fields) in Forms(page))
            Assert.Equal((form, HttpStatusCode.BadRequest),
                (form, (await here.SubmitAsync(theirs, Own, form, fields)).Status));

        site.Time.Ahead = SessionUseCase.Longest;
        foreach (var (form, fields) in Forms(page))
            Assert.Contains("/sign-in?ReturnUrl=%2Fown-sign-in",
                (await here.SubmitAsync(page, Own, form, fields)).Location, StringComparison.Ordinal);
        Assert.Equal(before, Look(id));
    }

    [Fact]
    public async Task Whoever_guesses_is_told_until_when_nothing_is_checked()
    {
        await using var site = await SignInSite.StartAsync(server);
        using var here = await SignedInAsync(site, await ExamplePeople.AccountAsync(server, Role.Examiner));
        var page = await here.GetAsync(Own);
        for (var guess = 0; guess < SignInUseCase.MostOfAccount; guess++)
            await PostAsync(here, page, "begin", ("present", "wrong"));
        var closed = await PostAsync(here, page, "begin", ("present", Present));
        Assert.Contains("Too many attempts failed", closed.Text, StringComparison.Ordinal);
        Assert.Contains(" UTC", closed.Text, StringComparison.Ordinal);
        Assert.Empty(Secret().Matches(closed.Text));
    }

    [Fact]
    public async Task Where_passwords_open_nothing_or_there_is_no_key_the_page_says_so()
    {
        await using var site = await SignInSite.StartAsync(server);
        var id = await ExamplePeople.AccountAsync(server, Role.Examiner);
        using var here = await SignedInAsync(site, id);
        var page = await here.GetAsync(Own);
        // The first secret makes the key.
        await PostAsync(here, page, "begin", ("present", Present));
        File.Move(server.KeyFile, server.KeyFile + ".kept");
        Directory.CreateDirectory(server.KeyFile);
        var keyless = await PostAsync(here, page, "begin", ("present", Present));
        Directory.Delete(server.KeyFile);
        File.Move(server.KeyFile + ".kept", server.KeyFile);
        Assert.Contains("the server has no key", keyless.Text, StringComparison.Ordinal);

        await using var ofProvider = await SignInSite.StartAsync(server, new SignInSettings(null, false));
        using var there = ofProvider.Browser();
        there.Take(here.Session!);
        var told = await there.GetAsync(Own);
        Assert.Contains("you sign in by your organisation", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"password\"", told.Text, StringComparison.Ordinal);
        var before = Look(id);
        await PasswordAsync(there, page, Present, Next, Next);
        Assert.Equal(before, Look(id));
    }

    [Fact]
    public async Task Whoever_is_signed_in_has_the_page_whatever_else_they_may_open()
    {
        foreach (var account in ServerFixture.Accounts())
        {
            using var browser = await server.BrowserAsync(account.Id);
            var page = await browser.GetAsync(Own);
            Assert.Equal((account.Id, HttpStatusCode.OK), (account.Id, page.Status));
            Assert.Contains($">{account.Id}<", page.Text, StringComparison.Ordinal);
            Assert.Contains("href=\"/own-sign-in\"", page.Text, StringComparison.Ordinal);
        }
    }

    // Every form of the page, filled in as it should be.
    private static (string Form, (string Name, string Value)[] Fields)[] Forms(Page page) =>
    [
        ("password", [("version", Browser.VersionOf(page)), ("present", Present), ("password", Next), ("again", Next)]),
        ("begin", [("version", Browser.VersionOf(page)), ("present", Present)]),
    ];

    private static string CodeOf(SignInSite site, string secret, int later) =>
        ExamplePeople.CodeOf(secret, later, site.Time.GetUtcNow());

    private static Task<Page> PasswordAsync(
        Browser browser, Page page, string present, string password, string again) =>
        PostAsync(browser, page, "password", ("present", present), ("password", password), ("again", again));

    private static Task<Page> PostAsync(
        Browser browser, Page page, string form, params (string Name, string Value)[] fields) =>
        browser.SubmitAsync(page, Own, form, [("version", Browser.VersionOf(page)), .. fields]);

    private static string PathOf(Page page) => page.Location.StartsWith('/')
        ? page.Location
        : new Uri(page.Location).PathAndQuery;

    private KeptAccount Look(string id) => new AccountUseCase(server.Books.Reading).Look(server.Tenant, id)!;

    private static async Task<Browser> SignedInAsync(SignInSite site, string id)
    {
        var browser = site.Browser();
        await browser.SignInAsync(id, Present);
        Assert.NotNull(browser.Session);
        return browser;
    }

    [GeneratedRegex("id=\"secret\"[^>]*>([A-Z2-7]+)<")]
    private static partial Regex Secret();
}
