using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using OpenAso.Operations.Access;

namespace OpenAso.Access.Tests.SignIn;

/// <summary>Signing in by an identity provider: who one is comes from there, what one may from the books.</summary>
public sealed class ProviderTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Begin = "/sign-in/provider?returnUrl=%2Fsearch";
    private const string Failed = "/sign-in/refused/failed";

    [Fact]
    public async Task Whoever_the_books_tie_to_an_identity_is_signed_in_with_the_rights_of_the_books()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var site = await SignInSite.StartAsync(server, SignInSite.By(provider));
        var id = await LinkedAsync(site, provider, Role.Examiner);
        using var browser = site.Browser();

        var page = await browser.GetAsync("/sign-in?ReturnUrl=/search");
        Assert.DoesNotContain("type=\"password\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("/sign-in/provider?returnUrl=%2Fsearch", page.Text, StringComparison.Ordinal);
        Assert.Empty(provider.Asked);
        var back = await ReturnAsync(browser);

        Assert.Equal((HttpStatusCode.Redirect, "/search"), (back.Status, back.Location));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/search")).Status);
        // The provider calls the person an administrator and an auditor.
        Assert.Contains("/forbidden", (await browser.GetAsync("/employers/acme/access-log")).Location,
            StringComparison.Ordinal);
        Assert.Equal((AccessAction.SignIn, id, "provider"), What(site.Log(1)[0]));
    }

    [Fact]
    public async Task Whom_the_books_do_not_know_gets_issuer_and_subject_to_hand_on_and_nothing_else()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var site = await SignInSite.StartAsync(server, SignInSite.By(provider));
        provider.Subject = "all-Administrator";
        using var browser = site.Browser();

        var back = await ReturnAsync(browser);
        var page = await browser.GoAsync(back.Location);

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("not known here yet", page.Text, StringComparison.Ordinal);
        var issuer = provider.Address.ToString().TrimEnd('/');
        Assert.Contains($"<code>{issuer}</code>", page.Text, StringComparison.Ordinal);
        Assert.Contains("<code>all-Administrator</code>", page.Text, StringComparison.Ordinal);
        Assert.Null(browser.Session);
        Assert.Contains("/sign-in", (await browser.GetAsync("/")).Location, StringComparison.Ordinal);
        var entry = site.Log(1)[0];
        Assert.Equal((AccessAction.RefuseSignIn, ""), (entry.Action, entry.Account));
        Assert.Contains("all-Administrator", entry.Subject, StringComparison.Ordinal);
        var madeUp = await browser.GetAsync("/sign-in/refused/not-known?who=somebody");
        Assert.DoesNotContain("<code>", madeUp.Text, StringComparison.Ordinal);
    }

    public static TheoryData<string> Wrongs =>
        ["nonce", "no-nonce", "expired", "audience", "issuer", "key", "no-subject", "no-expiry"];

    [Theory, MemberData(nameof(Wrongs))]
    public async Task A_token_with_anything_wrong_opens_nothing_and_is_entered(string wrong)
    {
        await using var provider = await TestProvider.StartAsync();
        await using var site = await SignInSite.StartAsync(server, SignInSite.By(provider));
        await LinkedAsync(site, provider, Role.Examiner);
        provider.SignsWithAnotherKey = wrong == "key";
        provider.Change = claims => Spoil(claims, wrong);
        using var browser = site.Browser();

        var back = await ReturnAsync(browser);

        Assert.Equal((HttpStatusCode.Redirect, Failed), (back.Status, back.Location));
        Assert.Contains("did not come about", (await browser.GetAsync(Failed)).Text, StringComparison.Ordinal);
        Assert.Null(browser.Session);
        Assert.Contains("/sign-in", (await browser.GetAsync("/search")).Location, StringComparison.Ordinal);
        Assert.Equal(AccessAction.RefuseSignIn, site.Log(1)[0].Action);
        provider.SignsWithAnotherKey = false;
        provider.Change = _ => { };
        Assert.Equal("/search", (await ReturnAsync(browser)).Location);
    }

    [Fact]
    public async Task An_answer_that_this_browser_did_not_ask_for_opens_nothing()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var site = await SignInSite.StartAsync(server, SignInSite.By(provider));
        await LinkedAsync(site, provider, Role.Examiner);
        using var attacker = site.Browser();
        using var victim = site.Browser();
        var asked = await attacker.GetAsync(Begin);
        var answer = (await attacker.GoAsync(asked.Location)).Location;

        Assert.Equal(Failed, (await victim.GoAsync(answer)).Location);
        Assert.Null(victim.Session);
        var state = QueryHelpers.ParseQuery(new Uri(answer).Query)["state"].ToString();
        Assert.Equal(Failed, (await attacker.GoAsync(
            answer.Replace(state, "CfDJ8" + state[5..^3] + "xyz", StringComparison.Ordinal))).Location);
        Assert.Equal(Failed, (await victim.GetAsync("/sign-in/returned?code=x&state=y")).Location);
        Assert.Equal(Failed, (await victim.GetAsync("/sign-in/returned?error=access_denied")).Location);
        Assert.Null(attacker.Session);
    }

    [Theory]
    [InlineData(Role.Examiner, null, null, false)]
    [InlineData(Role.Examiner, "pwd", null, false)]
    [InlineData(Role.Examiner, "mfa", null, true)]
    [InlineData(Role.Auditor, null, "https://refeds.org/profile/mfa", true)]
    [InlineData(Role.Administrator, null, "1", false)]
    [InlineData(Role.EmployerFinance, "pwd", null, true)]
    public async Task Staff_are_let_in_only_where_the_provider_asked_for_a_second_factor(
        Role role, string? method, string? context, bool isLetIn)
    {
        await using var provider = await TestProvider.StartAsync();
        await using var site = await SignInSite.StartAsync(server, SignInSite.By(provider, secondFactor: true));
        var id = await LinkedAsync(site, provider, role);
        provider.Change = claims =>
        {
            if (method is not null)
                claims["amr"] = new JsonArray("user", method);
            if (context is not null)
                claims["acr"] = context;
        };
        using var browser = site.Browser();

        var back = await ReturnAsync(browser);

        Assert.Equal(isLetIn ? "/search" : "/sign-in/refused/second-factor", back.Location);
        Assert.Equal(isLetIn, browser.Session is not null);
        Assert.Equal((isLetIn ? AccessAction.SignIn : AccessAction.RefuseSignIn, id),
            (site.Log(1)[0].Action, site.Log(1)[0].Account));
    }

    [Fact]
    public async Task Passwords_open_nothing_where_a_provider_signs_in_unless_they_are_allowed()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var off = await SignInSite.StartAsync(server, SignInSite.By(provider));
        await using var on = await SignInSite.StartAsync(server, SignInSite.By(provider, passwords: true));
        using var allowed = on.Browser();
        var page = await allowed.GetAsync("/sign-in");
        using var browser = off.Browser();
        await browser.GetAsync("/sign-in");

        var posted = await browser.SubmitAsync(
            page, "/sign-in", "sign-in", ("Entry.Name", "all-Examiner"), ("Entry.Password", ServerFixture.Password));

        Assert.Equal((HttpStatusCode.BadRequest, ""), (posted.Status, posted.Location));
        Assert.Null(browser.Session);
        await allowed.SignInAsync("all-Examiner", ServerFixture.Password);
        Assert.NotNull(allowed.Session);
    }

    [Fact]
    public async Task An_ended_or_unlinked_account_is_refused_at_its_next_request_and_at_its_next_sign_in()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var site = await SignInSite.StartAsync(server, SignInSite.By(provider));
        var id = await LinkedAsync(site, provider, Role.Examiner);
        var identity = new ProviderIdentity(provider.Address.ToString().TrimEnd('/'), provider.Subject);
        using var browser = site.Browser();
        await ReturnAsync(browser);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/search")).Status);

        await site.ChangeAsync(new UnlinkIdentity(id, identity));
        Assert.Contains("/sign-in", (await browser.GetAsync("/search")).Location, StringComparison.Ordinal);
        Assert.Contains("not-known", (await ReturnAsync(browser)).Location, StringComparison.Ordinal);
        await site.ChangeAsync(new LinkIdentity(id, identity));
        Assert.Equal("/search", (await ReturnAsync(browser)).Location);
        await site.ChangeAsync(new EndAccount(id));
        Assert.Contains("/sign-in", (await browser.GetAsync("/")).Location, StringComparison.Ordinal);
        Assert.Contains("not-known", (await ReturnAsync(browser)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_here_and_leads_to_the_providers()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var site = await SignInSite.StartAsync(server, SignInSite.By(provider));
        await LinkedAsync(site, provider, Role.Examiner);
        using var browser = site.Browser();
        await ReturnAsync(browser);
        var page = await browser.GetAsync("/search");
        using var thief = site.Browser();
        thief.Take(browser.Session!);
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync("/search")).Status);

        var left = await browser.PostAsync("/sign-out", ("__RequestVerificationToken", Browser.TokenOf(page)));

        Assert.Equal("/signed-out", left.Location);
        Assert.Contains("/sign-in", (await thief.GetAsync("/search")).Location, StringComparison.Ordinal);
        Assert.Contains("/sign-in", (await browser.GetAsync("/search")).Location, StringComparison.Ordinal);
        var leads = (await browser.HeadersAsync("/signed-out"))["Refresh"];
        Assert.StartsWith($"0;url={provider.Address}leave?client_id={TestProvider.Client}", leads,
            StringComparison.Ordinal);
        Assert.Equal(AccessAction.SignOut, site.Log(1)[0].Action);
    }

    [Fact]
    public async Task A_provider_that_is_down_is_said_to_be_and_nothing_is_asked_of_one_before_somebody_signs_in()
    {
        var provider = await TestProvider.StartAsync();
        await using var site = await SignInSite.StartAsync(server, SignInSite.By(provider));
        using var browser = site.Browser();
        await browser.GetAsync("/sign-in");
        await browser.GetAsync("/search");
        Assert.Empty(provider.Asked);
        await provider.DisposeAsync();

        Assert.Equal(Failed, (await browser.GetAsync(Begin)).Location);
    }

    [Fact]
    public async Task Without_a_provider_there_is_no_way_to_one()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var with = await SignInSite.StartAsync(server, SignInSite.By(provider));
        await using var without = await SignInSite.StartAsync(server);

        Assert.Equal(["provider"], (await with.SchemesAsync()).Except(await without.SchemesAsync()));
        Assert.Equal(["/sign-in/provider"], with.Routes.Except(without.Routes));
    }

    private static (AccessAction Action, string Account, string Subject) What(AccessEntry entry) =>
        (entry.Action, entry.Account, entry.Subject);

    private static async Task<string> LinkedAsync(SignInSite site, TestProvider provider, Role role)
    {
        var id = await site.AccountAsync(role);
        var linked = await site.ChangeAsync(
            new LinkIdentity(id, new ProviderIdentity(provider.Address.ToString().TrimEnd('/'), provider.Subject)));
        Assert.Equal(AccountOutcome.Done, linked.Outcome);
        return id;
    }

    // To the provider and back: the answer of our own server to the provider's.
    private static async Task<Page> ReturnAsync(Browser browser)
    {
        var asked = await browser.GetAsync(Begin);
        var answered = await browser.GoAsync(asked.Location);
        return await browser.GoAsync(answered.Location);
    }

    private static void Spoil(JsonObject claims, string wrong)
    {
        switch (wrong)
        {
            case "nonce":
                claims["nonce"] = "of-another-browser";
                break;
            case "no-nonce":
                claims.Remove("nonce");
                break;
            case "expired":
                claims["iat"] = (long)claims["iat"]! - 4000;
                claims["exp"] = (long)claims["exp"]! - 1000;
                break;
            case "audience":
                claims["aud"] = "another-client";
                break;
            case "issuer":
                claims["iss"] = "https://login.example.org";
                break;
            case "no-subject":
                claims.Remove("sub");
                break;
            case "no-expiry":
                claims.Remove("exp");
                break;
        }
    }
}
