using System.Net;
using OpenAso.Operations.Access;

namespace OpenAso.Access.Tests.Api;

/// <summary>People change their own sign-in by the script of a page: as the page itself does, and no program
/// may.</summary>
public sealed class OwnSignInCallTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Own = "/own-sign-in";
    private const string Present = ServerFixture.Password;
    private const string Next = "another lamp for the gulls";

    [Fact]
    public async Task An_authenticator_is_set_up_and_taken_away_and_the_caller_stays_signed_in_alone()
    {
        var id = await ExamplePeople.AccountAsync(server, Role.Examiner);
        using var person = await ApiClient.SignedInAsync(server, id);
        using var elsewhere = await ApiClient.SignedInAsync(server, id);
        var begun = await BeginAsync(person);
        Assert.True(begun.Status == HttpStatusCode.OK, begun.Text);
        var secret = (string)begun.Json["secret"]!;
        Assert.Equal(Authenticator.Address(id, secret), (string)begun.Json["address"]!);
        Assert.NotNull((await person.GetAsync(Own)).Json["newAuthenticatorUntil"]);
        Assert.DoesNotContain(secret, (await person.GetAsync(Own)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync(Own)).Status);

        var confirmed = await person.PostAsync(
            $"{Own}/authenticator", $$"""{"code":"{{ExamplePeople.CodeOf(secret, 0)}}"}""", $"confirm-{id}");
        Assert.True(confirmed.Status == HttpStatusCode.OK, confirmed.Text);
        Assert.True((bool)confirmed.Json["hasAuthenticator"]!);
        Assert.Equal(HttpStatusCode.Unauthorized, (await elsewhere.GetAsync(Own)).Status);
        Assert.Equal("refused", (await BeginAsync(person)).Code);
        Assert.DoesNotContain(server.Rows(), row => row.Contains(secret, StringComparison.Ordinal));

        var removed = await person.PostAsync(
            $"{Own}/authenticator/remove",
            $$"""{"present":"{{Present}}","code":"{{ExamplePeople.CodeOf(secret, 1)}}"}""", $"remove-{id}");
        Assert.True(removed.Status == HttpStatusCode.OK, removed.Text);
        Assert.False((bool)(await person.GetAsync(Own)).Json["hasAuthenticator"]!);
        Assert.Equal(
            [(id, $"{id}: authenticator removed"), (id, $"{id}: authenticator")],
            new AccessLog(server.Books.Reading).Newest(AccessLog.OfAdministrator(server.Tenant), 50)
                .Where(entry => entry.Action == AccessAction.KeepAccount && entry.Account == id)
                .Select(entry => (entry.Account, entry.Subject)));
    }

    [Fact]
    public async Task A_password_is_changed_once_and_stands_nowhere_as_it_was_sent()
    {
        var id = await ExamplePeople.AccountAsync(server, null);
        using var person = await ApiClient.SignedInAsync(server, id);
        var body = Passwords(Present, Next);
        var changed = await person.PostAsync($"{Own}/password", body, $"change-{id}");
        Assert.True(changed.Status == HttpStatusCode.OK, changed.Text);
        Assert.True((await person.PostAsync($"{Own}/password", body, $"change-{id}")).IsReplayed);
        Assert.DoesNotContain(server.Rows(), row => row.Contains(Next, StringComparison.Ordinal));
        using var browser = new Browser(server.Address);
        await browser.SignInAsync(id, Next);
        Assert.NotNull(browser.Session);
    }

    [Theory]
    [InlineData("password", """{"present":"wrong","password":"another lamp for the gulls"}""", 409, "refused")]
    [InlineData("password", """{"present":"correct horse battery","password":"eleven more"}""", 400, "invalid-request")]
    [InlineData("password", """{"password":"another lamp for the gulls"}""", 400, "invalid-request")]
    [InlineData("password", """{"present":null,"password":"another lamp for the gulls"}""", 400, "invalid-request")]
    [InlineData("new-authenticator", """{"present":"wrong"}""", 409, "refused")]
    [InlineData("authenticator", """{"code":"000000"}""", 409, "refused")]
    [InlineData("authenticator/remove", """{"present":"correct horse battery","code":"000000"}""", 409, "refused")]
    public async Task What_is_wrong_is_refused_and_nothing_changes(string what, string body, int status, string code)
    {
        var id = await ExamplePeople.AccountAsync(server, Role.Examiner);
        using var person = await ApiClient.SignedInAsync(server, id);
        var before = new AccountUseCase(server.Books.Reading).Look(server.Tenant, id);
        var refused = await person.PostAsync($"{Own}/{what}", body, $"{what.Length}-{id}");
        Assert.Equal((status, code), ((int)refused.Status, refused.Code));
        Assert.Equal(before, new AccountUseCase(server.Books.Reading).Look(server.Tenant, id));
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync(Own)).Status);
    }

    [Fact]
    public async Task Who_guesses_the_present_password_is_told_when_to_try_again()
    {
        var id = await ExamplePeople.AccountAsync(server, Role.Examiner);
        using var person = await ApiClient.SignedInAsync(server, id);
        for (var guess = 0; guess < SignInUseCase.MostOfAccount; guess++)
            Assert.Equal("refused",
                (await person.PostAsync($"{Own}/password", Passwords("wrong", Next), $"{guess}-{id}")).Code);
        var closed = await person.PostAsync($"{Own}/password", Passwords(Present, Next), $"right-{id}");
        Assert.Equal((HttpStatusCode.TooManyRequests, "too-many-requests"), (closed.Status, closed.Code));
        Assert.InRange(int.Parse(closed.Headers["Retry-After"], null), 600, 900);
        using var browser = new Browser(server.Address);
        await browser.SignInAsync(id, Present);
        Assert.Null(browser.Session);
    }

    [Fact]
    public async Task A_program_has_no_sign_in_of_its_own_and_another_site_changes_nobodys()
    {
        using var program = await server.ProgramAsync(Role.Administrator);
        Assert.Equal("forbidden", (await program.GetAsync(Own)).Code);
        Assert.Equal("forbidden", (await program.PostAsync($"{Own}/password", Passwords(Present, Next), "key")).Code);
        var id = await ExamplePeople.AccountAsync(server, Role.Examiner);
        using var another = new ApiClient(server.Address, null);
        foreach (var (what, body) in new[]
        {
            ("password", Passwords(Present, Next)), ("new-authenticator", $$"""{"present":"{{Present}}"}"""),
            ("authenticator", """{"code":"000000"}"""),
            ("authenticator/remove", $$"""{"present":"{{Present}}","code":"000000"}"""),
        })
            Assert.Equal("cross-site", (await another.SendAsync(
                HttpMethod.Post, $"{Own}/{what}", body, "application/json",
                ("Cookie", await ApiClient.CookieAsync(server, id)), ("Idempotency-Key", $"{what.Length}"))).Code);
    }

    private static Task<Reply> BeginAsync(ApiClient person) =>
        person.PostAsync($"{Own}/new-authenticator", $$"""{"present":"{{Present}}"}""", null);

    private static string Passwords(string present, string password) =>
        $$"""{"present":"{{present}}","password":"{{password}}"}""";
}
