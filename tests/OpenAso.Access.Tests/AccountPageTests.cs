using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using OpenAso.Operations.Access;

namespace OpenAso.Access.Tests;

/// <summary>What administrators do by the pages of accounts, and what of it is refused.</summary>
public sealed partial class AccountPageTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Accounts = "/administration/accounts";

    [Fact]
    public async Task An_account_is_made_its_password_shown_once_and_whoever_has_it_signs_in()
    {
        using var administrator = await server.BrowserAsync("all-Administrator");
        var id = NewName();
        var page = await administrator.GetAsync("/administration/new-account");
        var made = await administrator.SubmitAsync(
            page, "/administration/new-account", "make", ("name", id), ("person", "Ann <Lee>"),
            ("role", "Examiner"), ("employer", "acme"), ("password", "yes"));
        var password = Shown(made);
        Assert.Contains($"{Accounts}/{id}", made.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            password, (await administrator.GetAsync($"{Accounts}/{id}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Rows(), row => row.Contains(password, StringComparison.Ordinal));
        var entry = Newest();
        Assert.Equal(("all-Administrator", AccessAction.KeepAccount), (entry.Account, entry.Action));
        Assert.Equal($"{id}: added as examiner of acme", entry.Subject);

        using var ann = new Browser(server.Address);
        await ann.SignInAsync(id, password);
        Assert.NotNull(ann.Session);
        Assert.Equal(HttpStatusCode.OK, (await ann.GetAsync("/employers/acme/claims/waiting")).Status);
        Assert.Contains("/forbidden",
            (await ann.GetAsync("/employers/birch/claims/waiting")).Location, StringComparison.Ordinal);

        var again = await administrator.SubmitAsync(
            page, "/administration/new-account", "make", ("name", id), ("person", "Ann"), ("password", "yes"));
        Assert.Contains("There is, or was, an account of this name", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("password-shown", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_password_is_set_only_when_somebody_is_sure_and_has_seen_the_account_as_it_is()
    {
        using var administrator = await server.BrowserAsync("all-Administrator");
        var id = await AccountAsync(Role.Examiner);
        var address = $"{Accounts}/{id}";
        var page = await administrator.GetAsync(address);
        var unsure = await administrator.SubmitAsync(
            page, address, "password", ("version", Browser.VersionOf(page)));
        Assert.Contains("Nothing was changed", unsure.Text, StringComparison.Ordinal);
        using var before = new Browser(server.Address);
        await before.SignInAsync(id, ServerFixture.Password);
        Assert.NotNull(before.Session);

        (string, string)[] sure = [("version", Browser.VersionOf(page)), ("sure", "yes")];
        var password = Shown(await administrator.SubmitAsync(page, address, "password", sure));
        Assert.Contains("/sign-in", (await before.GetAsync("/search")).Location, StringComparison.Ordinal);
        using var ann = new Browser(server.Address);
        await ann.SignInAsync(id, ServerFixture.Password);
        Assert.Null(ann.Session);
        await ann.SignInAsync(id, password);
        Assert.NotNull(ann.Session);

        // The form once more, as a second click or the way back sends it.
        var again = await administrator.SubmitAsync(page, address, "password", sure);
        Assert.Contains("Somebody has changed the account", again.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await ann.GetAsync("/search")).Status);
    }

    [Fact]
    public async Task A_role_is_given_ended_and_given_again_by_one_click()
    {
        using var administrator = await server.BrowserAsync("all-Administrator");
        var id = await AccountAsync(Role.Examiner);
        var address = $"{Accounts}/{id}";
        await DoAsync(administrator, address, "grant", ("role", "Finance"), ("employer", "birch"));
        var ended = await DoAsync(administrator, address, "end-grant-1");
        Assert.Single(Look(id).Account.Grants.Items);
        var after = new Uri(server.Address, ended.Location).PathAndQuery;
        var undo = await administrator.GetAsync(after);
        Assert.Contains("Undo: give again finance, birch", undo.Text, StringComparison.Ordinal);
        await DoAsync(administrator, after, "grant-again", ("role", "Finance"), ("employer", "birch"));
        Assert.Equal(2, Look(id).Account.Grants.Count);
        foreach (var (role, employer) in new[] { ("Member", ""), ("Nobody", ""), ("Finance", "not-there"), ("", "") })
        {
            var refused = await DoAsync(administrator, address, "grant", ("role", role), ("employer", employer));
            Assert.Contains("Choose a role of the list", refused.Text, StringComparison.Ordinal);
        }
        Assert.Equal(2, Look(id).Account.Grants.Count);
    }

    [Fact]
    public async Task Nobody_shuts_the_last_administrator_out()
    {
        using var administrator = await server.BrowserAsync("all-Administrator");
        const string Own = $"{Accounts}/all-Administrator";
        Assert.Contains("Nobody would be left who keeps accounts",
            (await DoAsync(administrator, Own, "end-grant-0")).Text, StringComparison.Ordinal);
        Assert.Contains("Nobody ends the account they work with",
            (await DoAsync(administrator, $"{Own}/end", "end")).Text, StringComparison.Ordinal);
        Assert.True(Look("all-Administrator").KeepsAccounts);
    }

    [Fact]
    public async Task Whoever_is_signed_in_is_listed_and_signed_out_by_a_click()
    {
        using var administrator = await server.BrowserAsync("all-Administrator");
        var id = await AccountAsync(Role.Examiner);
        using var ann = new Browser(server.Address);
        await ann.SignInAsync(id, ServerFixture.Password);
        var page = await administrator.GetAsync("/administration/sessions");
        Assert.Contains(id, page.Text, StringComparison.Ordinal);
        Assert.Contains("your own", page.Text, StringComparison.Ordinal);
        var session = new SessionUseCase(server.Books.Reading)
            .Open(server.Tenant, TimeProvider.System.GetUtcNow()).Select((one, index) => (one, index))
            .First(one => one.one.Account == id);
        var ended = await administrator.SubmitAsync(
            page, "/administration/sessions", $"end-session-{session.index}", ("session", session.one.Id));
        Assert.Contains($"ended={id}", ended.Location, StringComparison.Ordinal);
        Assert.Contains("/sign-in", (await ann.GetAsync("/search")).Location, StringComparison.Ordinal);
        Assert.Equal(("all-Administrator", $"{id}: session ended"), (Newest().Account, Newest().Subject));
        var again = await administrator.SubmitAsync(
            page, "/administration/sessions", $"end-session-{session.index}", ("session", session.one.Id));
        Assert.True(again.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{again.Status}");
        Assert.DoesNotContain(id, (await administrator.GetAsync("/administration/sessions")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_a_session_is_used_is_entered_without_a_look_waiting_for_it()
    {
        await using var site = await SignIn.SignInSite.StartAsync(server);
        var id = await AccountAsync(Role.Examiner);
        using var ann = site.Browser();
        await ann.SignInAsync(id, ServerFixture.Password);
        site.Time.Ahead = TimeSpan.FromMinutes(20);
        Assert.Equal(HttpStatusCode.OK, (await ann.GetAsync("/search")).Status);
        Assert.Equal(TimeSpan.Zero, Session().SeenAt - Session().BeganAt);
        await site.Services.GetRequiredService<SessionSightings>().KeepAsync();
        Assert.InRange(Session().SeenAt - Session().BeganAt, TimeSpan.FromMinutes(19), TimeSpan.FromMinutes(22));

        OpenSession Session() => new SessionUseCase(server.Books.Reading)
            .Open(server.Tenant, site.Time.GetUtcNow()).Single(one => one.Account == id);
    }

    [Fact]
    public async Task The_log_is_filtered_in_parts_and_its_file_starts_no_formula()
    {
        using var auditor = await server.BrowserAsync("all-Auditor");
        var account = NewName();
        var moment = new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);
        foreach (var number in Enumerable.Range(0, 101))
            await server.WriteAsync(async books =>
            {
                await new AccessLog(books).EnterAsync(() => [new AccessEntry(
                    AccessLog.OfAdministrator(server.Tenant), moment, account, AccessAction.KeepAccount,
                    $"=1+{number:D3}", "10.0.0.1")]);
                return true;
            });
        var address = $"/administration/access-log?account={account}&day=2026-03-04&action=KeepAccount";
        var first = await auditor.GetAsync(address);
        Assert.Contains("=1&#x2B;100", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("=1&#x2B;000", first.Text, StringComparison.Ordinal);
        var older = WebUtility.HtmlDecode(Next().Match(first.Text).Groups[1].Value);
        Assert.Contains("=1&#x2B;000", (await auditor.GetAsync(older)).Text, StringComparison.Ordinal);
        Assert.Contains("No entry is like that",
            (await auditor.GetAsync(address.Replace("03-04", "03-05", StringComparison.Ordinal))).Text,
            StringComparison.Ordinal);
        var file = (await auditor.GetAsync(address.Replace("log?", "log.csv?", StringComparison.Ordinal))).Text;
        Assert.Equal(102, file.TrimEnd().Split('\n').Length);
        Assert.Contains(
            $",2026-03-04 05:06:07,{account},keep-account,'=1+100,10.0.0.1\n", file, StringComparison.Ordinal);
    }

    private static async Task<Page> DoAsync(
        Browser browser, string address, string form, params (string Name, string Value)[] fields)
    {
        var page = await browser.GetAsync(address);
        return await browser.SubmitAsync(
            page, address, form, [("version", Browser.VersionOf(page)), .. fields]);
    }

    private async Task<string> AccountAsync(Role role)
    {
        var id = NewName();
        await server.WriteAsync(books => new AccountUseCase(books).ChangeAsync(
            server.Tenant,
            new AddAccount(
                new Account(id, "One", [new Grant(role)]),
                Secret.KeepQuick(ServerFixture.Password, new byte[16], ServerFixture.Rounds)),
            new ChangedBy("test", TimeProvider.System.GetUtcNow(), "test")));
        return id;
    }

    private static string NewName() => $"one-{RandomNumberGenerator.GetHexString(16)}";

    private KeptAccount Look(string id) => new AccountUseCase(server.Books.Reading).Look(server.Tenant, id)!;

    private AccessEntry Newest() => new AccessLog(server.Books.Reading)
        .Newest(AccessLog.OfAdministrator(server.Tenant), 1)[0];

    private static string Shown(Page page)
    {
        var match = Password().Match(page.Text);
        Assert.True(match.Success, page.Text);
        return match.Groups[1].Value;
    }

    [GeneratedRegex("id=\"password-shown\"[^>]*>([^<]{20})<")]
    private static partial Regex Password();

    [GeneratedRegex("rel=\"next\" href=\"([^\"]+)\"")]
    private static partial Regex Next();
}
